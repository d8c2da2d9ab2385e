import type { Json } from '../../core/index.ts';
import type { ModelRequest } from '../model.ts';
import { estimateTokens } from './tokens.ts';

/** Tokens of the marks around one message: https://github.com/openai/openai-cookbook, "How to count tokens". */
const AROUND_MESSAGE = 4;

const schemas = new WeakMap<object, number>();

/** About how many input tokens a request is: its messages, and the schema of its answer. */
export function estimateRequest({ messages, schema }: Pick<ModelRequest, 'messages' | 'schema'>): number {
  return messages.reduce((sum, { content }) => sum + AROUND_MESSAGE + estimateTokens(content), schemaTokens(schema));
}

/** A schema is one value for all asks of a task, so it is counted once. */
function schemaTokens(schema: Json): number {
  if (schema === null || typeof schema !== 'object') return 0;
  const known = schemas.get(schema);
  if (known !== undefined) return known;
  const counted = Object.keys(schema).length === 0 ? 0 : estimateTokens(JSON.stringify(schema));
  schemas.set(schema, counted);
  return counted;
}
