import { z } from 'zod';
import { ProviderSettings } from './config-provider.ts';

/** Who may have a model of its own. */
export const MODEL_ROLES = [
  'planner',
  'character',
  'director',
  'dramaturge',
  'continuity',
  'judge',
  'reviser',
  'repair',
] as const;
/** One of {@link MODEL_ROLES}. */
export type ModelRole = (typeof MODEL_ROLES)[number];

const modelName = z
  .string()
  .min(1)
  .describe('provider/model, or an alias. A name without a slash that is no alias is a model of openai.');
const milliseconds = z.int().min(1);
const noSlash = (what: string): z.ZodString => z.string().regex(/^[^/]+$/, `${what} has no slash in its name`);
const models = z.union([modelName, z.array(modelName).min(1)], { error: 'must be a model, or a list of models' });

const roles = Object.fromEntries(MODEL_ROLES.map((role) => [role, modelName.optional()])) as Record<
  ModelRole,
  z.ZodOptional<typeof modelName>
>;

const fallbacks = z.array(z.record(z.string().min(1), z.array(modelName)));

const Router = z.strictObject({
  num_retries: z.int().min(0).max(20).optional().describe('Attempts at one model after the first; 4 when absent.'),
  retry: z
    .strictObject({
      base_ms: milliseconds.optional().describe('The longest first wait; it doubles with every attempt.'),
      max_ms: milliseconds.optional().describe('No computed wait is longer.'),
      max_retry_after_ms: milliseconds.optional().describe('A server that asks to wait longer is given up on.'),
    })
    .optional(),
  fallbacks: fallbacks
    .optional()
    .describe('Models to ask after rate limits, outages and time-outs: [{ "model": ["other", "another"] }].'),
  context_window_fallbacks: fallbacks.optional().describe('Models to ask when the prompt is too long.'),
  content_policy_fallbacks: fallbacks.optional().describe('Models to ask after a refusal or a filter.'),
  cooldown_time: z.number().min(0).optional().describe('Seconds for which a model is put aside after faults in a row.'),
  allowed_fails: z.int().min(1).optional().describe('So many faults in a row put it aside.'),
  timeout: z
    .strictObject({
      connect: milliseconds.optional().describe('Until a response has begun.'),
      first_token: milliseconds.optional().describe('Until the first token, where the provider streams.'),
      chunk: milliseconds.optional().describe('Between two pieces of an answer.'),
      total: milliseconds.optional().describe('For one attempt.'),
    })
    .optional()
    .describe('Milliseconds after which an attempt is given up.'),
});

const cap = z.number().min(0).optional();

const Budget = z
  .strictObject({
    run_usd: cap.describe('For one run.'),
    day_usd: cap.describe('From midnight to midnight.'),
    project_usd: cap.describe('For all that a project ever costs.'),
    warn_at: z.number().min(0).max(1).optional().describe('The part of a cap at which a run warns; 0.8 when absent.'),
    on_exceed: z.literal('stop').optional().describe('What happens at a cap: nothing more is asked.'),
  })
  .describe('US dollars. A model without a known price is not asked where a budget is set.');

const Batch = z
  .strictObject({
    collect_ms: milliseconds
      .optional()
      .describe('Without a new question for so long, those that came are handed in together; 1000 when absent.'),
    poll_ms: milliseconds
      .optional()
      .describe('Until a batch is first asked after; 5000 when absent. Every wait is half as long again as the last.'),
    max_poll_ms: milliseconds.optional().describe('No wait between two looks is longer; 60000 when absent.'),
  })
  .describe('Milliseconds of waiting for batches (--batch).');

/**
 * models.json: which models there are, which of them is asked, and what they may cost.
 *
 * Provider map as in opencode and models.dev, words of the router as in LiteLLM.
 */
export const ModelsConfig = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  model: modelName.optional(),
  small_model: modelName
    .optional()
    .describe(
      'What the role repair asks, unless "roles" names another: the second question about an answer that does not fit.',
    ),
  roles: z.strictObject(roles).optional().describe('A model of its own for a role.'),
  aliases: z
    .record(noSlash('an alias'), models)
    .optional()
    .describe('Names for models. Of a list the first is asked, and the rest are its fallbacks.'),
  provider: z.record(noSlash('a provider'), ProviderSettings).optional(),
  router: Router.optional(),
  cache: z
    .strictObject({ max_mb: z.number().min(0).optional().describe('Megabytes of answers kept in memory.') })
    .optional()
    .describe('Memory in front of the journal.'),
  budget: Budget.optional(),
  batch: Batch.optional(),
});
export type ModelsConfig = z.infer<typeof ModelsConfig>;

/** The JSON Schema of models.json, for editors: what `config/models.schema.json` holds. */
export function modelsJsonSchema(): object {
  return { title: 'ScriptGen models.json', ...z.toJSONSchema(ModelsConfig, { io: 'input' }) };
}
