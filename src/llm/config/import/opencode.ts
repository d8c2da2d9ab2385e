import { PACKAGES, type ProviderPackage } from '../../providers/make.ts';
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
  numberOf,
  plainName,
  remarkRest,
  secretOf,
  textOf,
  variableFor,
} from './draft.ts';
import { knownProvider } from './known-providers.ts';

/** Make a models.json of an `opencode.json` (opencode.ai/docs/config, /docs/models, /docs/providers). */
export function importOpencode(source: unknown): Imported {
  const draft = createDraft();
  const { remark } = draft;
  const all = fieldsOf(source);
  remarkRest(all, { known: ['$schema', 'provider', 'model', 'small_model'], where: '', remark });
  for (const [id, settings] of Object.entries(fieldsOf(all['provider']))) addProvider(draft, id, fieldsOf(settings));
  const model = nameOf(all['model']);
  const small = nameOf(all['small_model']);
  draft.set({ ...(model && { model }), ...(small && { small_model: small }) });
  return draft.done();
}

function addProvider(draft: Draft, id: string, settings: Readonly<Record<string, unknown>>): void {
  const { remark } = draft;
  const where = `provider.${id}`;
  const known = knownProvider(id);
  const name = known?.name ?? plainName(id);
  remarkRest(settings, { known: ['npm', 'name', 'options', 'models', 'api', 'env'], where, remark });
  const options = fieldsOf(settings['options']);
  remarkRest(options, { known: ['baseURL', 'apiKey', 'headers'], where: `${where}.options`, remark });
  const baseURL = addressOf(options['baseURL'] ?? settings['api'], { where: `${where}.options.baseURL`, remark });
  const apiKey = secretOf(options['apiKey'], {
    variable: known?.variable ?? variableFor(`${id}_API_KEY`),
    where: `${where}.options.apiKey`,
    remark,
  });
  const headers = headersOf(options['headers'], { provider: id, where: `${where}.options.headers`, remark });
  const npm = packageOf(settings['npm'], { where, remark }) ?? (known === undefined ? undefined : known.npm);
  const title = textOf(settings['name']);
  if (known === undefined && baseURL === undefined)
    remark(`${where} has no baseURL, and is no provider that is known here: add "options.baseURL".`);
  const made = given({ baseURL, apiKey, headers });
  draft.provider(name, { ...(title && { name: title }), ...(npm && { npm }), ...(made && { options: made }) });
  for (const [model, own] of Object.entries(fieldsOf(settings['models'])))
    draft.model(name, model, modelOf(fieldsOf(own), { where: `${where}.models.${model}`, remark }));
}

/** A model as models.dev describes one; opencode's configuration has the same fields. */
function modelOf(
  own: Readonly<Record<string, unknown>>,
  { where, remark }: { readonly where: string; readonly remark: Draft['remark'] },
): ModelSettings {
  const known = ['id', 'name', 'limit', 'cost', 'reasoning', 'temperature', 'structured_output', 'tool_call'];
  remarkRest(own, { known: [...known, 'attachment', 'modalities', 'release_date'], where, remark });
  const cost = fieldsOf(own['cost']);
  const input = numberOf(cost['input']);
  const output = numberOf(cost['output']);
  const limit = given<NonNullable<ModelSettings['limit']>>({
    context: countOf(fieldsOf(own['limit'])['context']),
    output: countOf(fieldsOf(own['limit'])['output']),
  });
  const structured = own['structured_output'];
  return {
    ...given<ModelSettings>({
      name: textOf(own['name']),
      reasoning: typeof own['reasoning'] === 'boolean' ? own['reasoning'] : undefined,
      structured_output: typeof structured === 'boolean' ? structured : undefined,
    }),
    ...(limit && { limit }),
    ...(input !== undefined && output !== undefined
      ? {
          cost: {
            input,
            output,
            ...given({ cache_read: numberOf(cost['cache_read']), cache_write: numberOf(cost['cache_write']) }),
          },
        }
      : {}),
  };
}

function packageOf(
  value: unknown,
  { where, remark }: { readonly where: string; readonly remark: Draft['remark'] },
): ProviderPackage | undefined {
  const npm = textOf(value);
  const found = PACKAGES.find((name) => name === npm);
  if (npm === undefined || found !== undefined) return found;
  remark(`${where}.npm: ${npm} is not loaded here; it is asked as an OpenAI-compatible server instead.`);
  return '@ai-sdk/openai-compatible';
}

function nameOf(value: unknown): string | undefined {
  const [provider = '', ...rest] = (textOf(value) ?? '').split('/');
  return rest.length === 0
    ? textOf(value)
    : `${knownProvider(provider)?.name ?? plainName(provider)}/${rest.join('/')}`;
}
