import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { Json } from '../../core/index.ts';
import type { ModelRequest } from '../model.ts';
import type { Dialect } from './dialect.ts';
import { promptOf, withSchema } from './prompt.ts';
import { schemaName } from './schema-name.ts';
import type { StructuredOutput, WireModel } from './wire-model.ts';

/**
 * A request as the options of an SDK call.
 *
 * Wherever the schema is not sent as one, it stands in the prompt: the SDK would drop it with a warning that nobody sees.
 */
export function callOf(
  request: ModelRequest,
  {
    dialect,
    wire,
    structured,
  }: { readonly dialect: Dialect; readonly wire: WireModel; readonly structured: StructuredOutput },
): LanguageModelV4CallOptions {
  const { schema, params, task, messages } = request;
  const bySchema = structured === 'json_schema';
  const prompt = promptOf(bySchema ? messages : withSchema(messages, schema));
  const json = bySchema || (structured === 'json_object' && dialect.jsonObject);
  return {
    prompt: dialect.prompt?.(prompt, wire) ?? prompt,
    ...params,
    ...(json
      ? { responseFormat: { type: 'json', name: schemaName(task.name), ...(bySchema ? asSchema(schema) : {}) } }
      : {}),
    // The events as they came say what an answer that breaks off has cost.
    includeRawChunks: true,
    ...dialect.options?.(request, wire, structured),
  };
}

/** JSON Schema is an open vocabulary: whatever stands in the request goes on the wire. */
function asSchema(schema: Json): { readonly schema: object } {
  return { schema: schema as object };
}
