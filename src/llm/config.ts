import { z } from 'zod';
import { isPointer } from './placeholder.ts';

const dollars = z.number().min(0);

const Cost = z
  .strictObject({
    input: dollars,
    output: dollars,
    cache_read: dollars.optional().describe('Input read from a prefix cache; as `input` when absent.'),
  })
  .describe('US dollars for a million tokens. The public price list is used when absent; 0 means free.');

const ModelSettings = z.strictObject({
  name: z.string().optional().describe('A name for people.'),
  cost: Cost.optional(),
  limit: z
    .strictObject({
      context: z.int().min(1).optional().describe('Tokens the model can read and write together.'),
      output: z.int().min(1).optional().describe('Tokens of one answer at most; sent with every request.'),
    })
    .optional(),
  structured_output: z
    .union([z.enum(['json_schema', 'json_object', 'none']), z.boolean()])
    .optional()
    .describe('How the shape of an answer is asked for; json_schema when absent. true is json_schema, false is none.'),
  temperature: z
    .union([z.number().min(0).max(2), z.boolean()])
    .optional()
    .describe("The temperature to ask with. The model's own when absent, true or false."),
  reasoning: z.boolean().optional().describe('The model thinks first; its output limit is max_completion_tokens.'),
});

const modelName = z.string().min(1).describe('provider/model; without a provider it is one of openai.');

const ProviderSettings = z.strictObject({
  name: z.string().optional().describe('A name for people.'),
  npm: z
    .literal('@ai-sdk/openai-compatible')
    .optional()
    .describe('The package that speaks to it. Others cannot be loaded: a configuration is not to run code.'),
  options: z
    .strictObject({
      baseURL: z
        .string()
        .optional()
        .describe('Usually ends in /v1. {env:NAME} and {env:NAME:-default} read the environment.'),
      apiKey: z
        .string()
        .regex(/^\{(env|file):[^{}]+\}$/, {
          error: 'write {env:NAME} or {file:path} here; a key itself does not belong in this file',
          abort: true,
        })
        .refine(isPointer, 'a key has no default')
        .optional()
        .describe('{env:NAME} or {file:path}; never the key itself.'),
    })
    .optional(),
  cost: Cost.optional().describe('The cost of its models that do not say their own.'),
  models: z.record(z.string(), ModelSettings).optional().describe('By the id that the provider uses.'),
});

/**
 * models.json: which models there are, and which of them is asked.
 *
 * Provider map as in opencode and models.dev, words of the router as in LiteLLM.
 */
export const ModelsConfig = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  model: modelName.optional(),
  roles: z.record(z.string(), modelName).optional().describe('A model of its own for a role.'),
  provider: z.record(z.string().regex(/^[^/]+$/, 'a provider has no slash in its name'), ProviderSettings).optional(),
  router: z
    .strictObject({
      num_retries: z.int().min(0).max(20).optional().describe('Attempts after the first; 4 when absent.'),
      timeout: z
        .strictObject({ total: z.int().min(1).optional().describe('Milliseconds for one attempt.') })
        .optional(),
    })
    .optional(),
});
export type ModelsConfig = z.infer<typeof ModelsConfig>;
export type ProviderSettings = z.infer<typeof ProviderSettings>;
export type ModelSettings = z.infer<typeof ModelSettings>;

/** The JSON Schema of models.json, for editors: what `config/models.schema.json` holds. */
export function modelsJsonSchema(): object {
  return { title: 'ScriptGen models.json', ...z.toJSONSchema(ModelsConfig, { io: 'input' }) };
}
