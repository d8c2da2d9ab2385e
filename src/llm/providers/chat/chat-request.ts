import type { ModelRequest } from '../../model.ts';
import { withSchema } from '../prompt.ts';
import { schemaName } from '../schema-name.ts';
import type { StructuredOutput, WireModel } from '../wire-model.ts';

/** How one request is put on the wire. */
interface OnTheWire {
  /** The model by the id that the provider uses. */
  readonly id: string;
  readonly wire: WireModel;
  readonly structured: StructuredOutput;
  readonly stream: boolean;
}

/**
 * The body of a chat completion request.
 *
 * What `@ai-sdk/openai-compatible` 3 would send: servers are tried with that. Wherever the schema is not sent as one, it
 * stands in the prompt.
 */
export function chatBody(
  { messages, params, schema, task }: ModelRequest,
  { id, wire, structured, stream }: OnTheWire,
): string {
  const { maxOutputTokens, temperature } = params;
  const bySchema = structured === 'json_schema';
  const told = bySchema ? messages : withSchema(messages, schema);
  return JSON.stringify({
    model: id,
    [wire.reasoning ? 'max_completion_tokens' : 'max_tokens']: maxOutputTokens,
    temperature,
    response_format: bySchema
      ? { type: 'json_schema', json_schema: { schema, strict: true, name: schemaName(task.name) } }
      : structured === 'json_object'
        ? { type: 'json_object' }
        : undefined,
    messages: told,
    ...(stream ? { stream: true, stream_options: { include_usage: true } } : {}),
  });
}
