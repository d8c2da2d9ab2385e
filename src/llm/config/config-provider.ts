import { z } from 'zod';
import { PACKAGES } from '../providers/make.ts';
import { isPointer, pointersIn, rest } from './placeholder.ts';

const dollars = z.number().min(0);
const count = z.int().min(1);

const Cost = z
  .strictObject({
    input: dollars,
    output: dollars,
    cache_read: dollars.optional().describe('Input read from a prefix cache; as `input` when absent.'),
    cache_write: dollars.optional().describe('Input written to a prefix cache; as `input` when absent.'),
    cache_write_1h: dollars.optional().describe('Input written to a prefix cache for an hour.'),
    batch_discount: z.number().min(0).max(1).optional().describe('What a batch costs as a part of all this: 0.5.'),
  })
  .describe('US dollars for a million tokens. The public price list is used when absent; 0 means free.');

const Limits = z
  .strictObject({
    rpm: count.optional().describe('Requests a minute.'),
    tpm: count.optional().describe('Tokens a minute, input and output together.'),
    max_parallel_requests: count.optional().describe('Requests under way at a time.'),
  })
  .describe('What one account may ask. What is absent is learned from the headers of responses.');

const structured = ['json_schema', 'json_object', 'none'] as const;

const ModelSettings = z.strictObject({
  name: z.string().optional().describe('A name for people.'),
  cost: Cost.optional(),
  limit: z
    .strictObject({
      context: count.optional().describe('Tokens the model can read and write together.'),
      output: count.optional().describe('Tokens of one answer at most; sent with every request.'),
    })
    .optional(),
  limits: Limits.optional().describe('Limits of this model alone; those of the provider when absent.'),
  structured_output: z
    .union([z.enum(structured), z.boolean()], { error: `must be one of ${structured.join(', ')}, true or false` })
    .optional()
    .describe('How the shape of an answer is asked for; json_schema when absent. true is json_schema, false is none.'),
  temperature: z
    .union([z.number().min(0).max(2), z.boolean()], { error: 'must be a number from 0 to 2, true or false' })
    .optional()
    .describe("The temperature to ask with. The model's own when absent, true or false."),
  reasoning: z.boolean().optional().describe('The model thinks first; its output limit is max_completion_tokens.'),
  prompt_cache: z
    .enum(['explicit', 'automatic', 'none'])
    .optional()
    .describe('Whether its prefix cache wants breakpoints (Anthropic), works by itself, or is not there.'),
  batch: z.boolean().optional().describe('Whether it may be asked in batches; as the provider can when absent.'),
  file: z.string().min(1).optional().describe('A GGUF file. Only for node-llama-cpp.'),
});

const pointer = z
  .string()
  .regex(/^(\{(env|file):[^{}]+\}|os\.environ\/\w+)$/, {
    error: 'write {env:NAME} or {file:path} here; a key itself does not belong in this file',
    abort: true,
  })
  .refine(isPointer, 'a key has no default');

/** Headers that carry a secret, by their names. */
const SECRET_HEADER = /auth|key|token|secret|cookie|password|credential/i;

const Headers = z.record(z.string().min(1), z.string()).superRefine((headers, context) => {
  for (const [name, value] of Object.entries(headers)) {
    const fault = headerFault(name, value);
    if (fault !== undefined) context.addIssue({ code: 'custom', path: [name], message: fault });
  }
});

function headerFault(name: string, value: string): string | undefined {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return 'is not the name of a header';
  const pointers = pointersIn(value);
  if (/[\r\n\0]/.test(value)) return 'a header is one line';
  if (!SECRET_HEADER.test(name)) return undefined;
  if (pointers.some(({ fallback }) => fallback !== undefined)) return 'a secret has no default';
  return pointers.length > 0 && /^[A-Za-z]*$/.test(rest(value))
    ? undefined
    : 'write {env:NAME} or "Bearer {env:NAME}" here; a secret itself does not belong in this file';
}

const Options = z.strictObject({
  baseURL: z
    .string()
    .regex(/^(?!\w+:\/\/[^/]*@)/, 'an address with a user or a password in it does not belong in this file')
    .optional()
    .describe('Usually ends in /v1. {env:NAME} and {env:NAME:-default} read the environment.'),
  apiKey: pointer.optional().describe('{env:NAME} or {file:path}; never the key itself.'),
  headers: Headers.optional().describe('More headers to send. Secrets in them are {env:NAME} or {file:path} too.'),
  api: z
    .enum(['responses', 'chat'])
    .optional()
    .describe("Which of OpenAI's two APIs. When absent: responses at api.openai.com, chat elsewhere."),
  file: z.string().min(1).optional().describe('A GGUF file for all its models. Only for node-llama-cpp.'),
});

/** How one provider is asked, and its models. */
export const ProviderSettings = z.strictObject({
  name: z.string().optional().describe('A name for people.'),
  npm: z
    .enum(PACKAGES, { error: `must be one of ${PACKAGES.join(', ')}: other packages are not loaded` })
    .optional()
    .describe('What speaks to it; @ai-sdk/openai-compatible when absent. Others cannot be loaded.'),
  options: Options.optional(),
  limits: Limits.optional(),
  cost: Cost.optional().describe('The cost of its models that do not say their own.'),
  models: z.record(z.string().min(1), ModelSettings).optional().describe('By the id that the provider uses.'),
});
export type ProviderSettings = z.infer<typeof ProviderSettings>;
export type ModelSettings = z.infer<typeof ModelSettings>;
