import type { ModelSettings } from '../config-provider.ts';
import {
  addressOf,
  countOf,
  createDraft,
  type Draft,
  fieldsOf,
  given,
  type Imported,
  itemsOf,
  plainName,
  remarkRest,
  textOf,
  variableFor,
} from './draft.ts';
import { isOutOfReach, knownProvider } from './known-providers.ts';

/** Make a models.json of Zed's `settings.json` (zed.dev/docs/ai/llm-providers). Zed keeps keys in the keychain, or in variables. */
export function importZed(source: unknown): Imported {
  const draft = createDraft();
  const all = fieldsOf(source);
  for (const [word, settings] of Object.entries(fieldsOf(all['language_models']))) {
    if (word === 'openai_compatible')
      for (const [name, own] of Object.entries(fieldsOf(settings))) addCompatible(draft, name, fieldsOf(own));
    else addKnown(draft, word, fieldsOf(settings));
  }
  const agent = fieldsOf(all['agent'] ?? all['assistant']);
  const chosen = fieldsOf(agent['default_model']);
  const [word, id] = [textOf(chosen['provider']), textOf(chosen['model'])];
  if (word !== undefined && id !== undefined) {
    const isOurs = fieldsOf(fieldsOf(all['language_models'])['openai_compatible'])[word] !== undefined;
    const provider = isOurs ? plainName(word) : knownProvider(word.replace(/\.dev$/, ''))?.name;
    if (provider === undefined) draft.remark(`agent.default_model: models of ${word} cannot be asked here.`);
    else draft.set({ model: `${provider}/${id}` });
  }
  return draft.done();
}

function addCompatible(draft: Draft, name: string, settings: Readonly<Record<string, unknown>>): void {
  const { remark } = draft;
  const where = `language_models.openai_compatible.${name}`;
  remarkRest(settings, { known: ['api_url', 'available_models'], where, remark });
  const baseURL = addressOf(settings['api_url'], { where: `${where}.api_url`, remark });
  if (baseURL === undefined) {
    remark(`${where} has no api_url and was left out.`);
    return;
  }
  const variable = variableFor(`${name}_API_KEY`);
  remark(`${where}: Zed keeps its key elsewhere; put it into the variable ${variable}.`);
  const provider = plainName(name);
  draft.provider(provider, {
    name,
    npm: '@ai-sdk/openai-compatible',
    options: { baseURL, apiKey: `{env:${variable}}` },
  });
  addModels(draft, settings, { provider, where });
}

function addKnown(draft: Draft, word: string, settings: Readonly<Record<string, unknown>>): void {
  const { remark } = draft;
  const where = `language_models.${word}`;
  const known = knownProvider(word);
  if (known === undefined || isOutOfReach(word)) {
    remark(`${where}: models of ${word} cannot be asked here, and were left out.`);
    return;
  }
  remarkRest(settings, { known: ['api_url', 'available_models', 'version'], where, remark });
  const address = addressOf(settings['api_url'], { where: `${where}.api_url`, remark });
  const isUsual =
    address === undefined || /api\.(openai|anthropic)\.com|googleapis\.com|api\.mistral\.ai/.test(address);
  draft.provider(known.name, isUsual ? {} : { npm: known.npm, options: { baseURL: address } });
  if (!isUsual && known.variable !== undefined)
    remark(`${where}.api_url: no key goes to another server by itself; add "options.apiKey" if it takes one.`);
  addModels(draft, settings, { provider: known.name, where });
}

function addModels(
  draft: Draft,
  settings: Readonly<Record<string, unknown>>,
  { provider, where }: { readonly provider: string; readonly where: string },
): void {
  for (const [index, entry] of itemsOf(settings['available_models']).entries()) {
    const model = fieldsOf(entry);
    const id = textOf(model['name']);
    const at = `${where}.available_models[${index}]`;
    if (id === undefined) {
      draft.remark(`${at} has no name and was left out.`);
      continue;
    }
    const known = ['name', 'display_name', 'max_tokens', 'max_output_tokens', 'max_completion_tokens', 'capabilities'];
    remarkRest(model, { known, where: at, remark: draft.remark });
    const limit = given<NonNullable<ModelSettings['limit']>>({
      context: countOf(model['max_tokens']),
      output: countOf(model['max_output_tokens']) ?? countOf(model['max_completion_tokens']),
    });
    const name = textOf(model['display_name']);
    draft.model(provider, id, { ...(name && { name }), ...(limit && { limit }) });
  }
}
