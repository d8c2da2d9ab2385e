import type { ModelSettings } from '../config-provider.ts';
import {
  addressOf,
  countOf,
  createDraft,
  type Draft,
  fieldsOf,
  given,
  headersOf,
  type Imported,
  itemsOf,
  numberOf,
  plainName,
  remarkRest,
  secretOf,
  textOf,
  variableFor,
} from './draft.ts';
import { isOutOfReach, knownProvider } from './known-providers.ts';

/** Roles of Continue whose models write; the others complete code, embed or rank. */
const WRITING = new Set(['chat', 'edit', 'apply', 'summarize']);

/** Make a models.json of Continue's `config.yaml` (docs.continue.dev/reference) or its older `config.json`. */
export function importContinue(source: unknown): Imported {
  const draft = createDraft();
  const all = fieldsOf(source);
  remarkRest(all, { known: ['name', 'version', 'schema', 'models', '$schema'], where: '', remark: draft.remark });
  const models = itemsOf(all['models']).map((entry, index) => addModel(draft, fieldsOf(entry), `models[${index}]`));
  const first = models.find((model) => model !== undefined);
  draft.set(first === undefined ? {} : { model: first });
  return draft.done();
}

const KNOWN = [
  'name',
  'title',
  'provider',
  'model',
  'apiBase',
  'apiKey',
  'roles',
  'contextLength',
  'completionOptions',
];

/** The model that an entry describes, as `provider/model`; `undefined` when nothing was made of it. */
function addModel(draft: Draft, entry: Readonly<Record<string, unknown>>, where: string): string | undefined {
  const { remark } = draft;
  const word = textOf(entry['provider']) ?? '';
  const id = textOf(entry['model']);
  const title = textOf(entry['name']) ?? textOf(entry['title']);
  const roles = itemsOf(entry['roles']).map(String);
  const uses = textOf(entry['uses']);
  if (uses !== undefined) remark(`${where} uses ${uses}, which stands elsewhere, and was left out.`);
  if (id === undefined || word === '' || uses !== undefined) {
    if (uses === undefined) remark(`${where} has no provider or no model and was left out.`);
    return undefined;
  }
  if (roles.length > 0 && !roles.some((role) => WRITING.has(role))) {
    remark(`${where} is for ${roles.join(', ')} and was left out: it does not write.`);
    return undefined;
  }
  remarkRest(entry, { known: [...KNOWN, 'defaultCompletionOptions', 'requestOptions'], where, remark });
  const known = knownProvider(word);
  const baseURL = addressOf(entry['apiBase'], { where: `${where}.apiBase`, remark });
  if (isOutOfReach(word) || (known === undefined && baseURL === undefined)) {
    remark(`${where}: models of ${word} cannot be asked here, and ${title ?? id} was left out.`);
    return undefined;
  }
  const isElsewhere = baseURL !== undefined && word !== 'ollama' && word !== 'lmstudio';
  const provider = isElsewhere ? plainName(`${word}-${hostOf(baseURL)}`) : (known?.name ?? plainName(word));
  const variable = isElsewhere
    ? variableFor(`${provider}_API_KEY`)
    : (known?.variable ?? variableFor(`${word}_API_KEY`));
  const apiKey = secretOf(entry['apiKey'], { variable, where: `${where}.apiKey`, remark });
  const headers = headersOf(fieldsOf(entry['requestOptions'])['headers'], {
    provider,
    where: `${where}.requestOptions.headers`,
    remark,
  });
  const options = given({ baseURL, apiKey, headers });
  const npm = known?.npm ?? '@ai-sdk/openai-compatible';
  draft.provider(provider, { npm, ...(options && { options }) });
  draft.model(provider, id, settingsOf(entry, title));
  return `${provider}/${id}`;
}

function settingsOf(entry: Readonly<Record<string, unknown>>, title: string | undefined): ModelSettings {
  const usual = { ...fieldsOf(entry['completionOptions']), ...fieldsOf(entry['defaultCompletionOptions']) };
  const limit = given<NonNullable<ModelSettings['limit']>>({
    context: countOf(usual['contextLength']) ?? countOf(entry['contextLength']),
    output: countOf(usual['maxTokens']),
  });
  const temperature = numberOf(usual['temperature']);
  return {
    ...(title && { name: title }),
    ...(limit && { limit }),
    ...(temperature !== undefined && temperature <= 2 ? { temperature } : {}),
  };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(':', '-') : 'server';
}
