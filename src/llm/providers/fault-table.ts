import type { ScriptGenError } from '../../core/index.ts';
import { redact } from '../redact.ts';
import type { Said } from './said.ts';
import type { StructuredOutput } from './wire-model.ts';

/** Whom a message is about, and what must not stand in it. */
export interface FaultContext {
  /** The model asked for, as `provider/model`. */
  readonly model: string;
  /** `openai at api.openai.com:443`. */
  readonly who: string;
  /** The key and whatever else was sent to be let in, to be taken out of whatever the server says. */
  readonly secrets: readonly string[];
  /** Where the key comes from: `OPENAI_API_KEY`, `the file keys/openai`. */
  readonly keySource: string | undefined;
  /** How the answer's shape was asked for. */
  readonly structured: StructuredOutput;
  /** What to do when the server does not have the model, where it is more than to check the name. */
  readonly unknownHint?: string;
}

/** A code with its message. */
export type Fault = Pick<ScriptGenError, 'code' | 'message'> & { readonly hint?: string };

/*
 * The words by which servers name a fault, where the status does not. Collected from the error references of OpenAI,
 * Anthropic, Google and Mistral, and from the messages of vLLM, llama.cpp, LM Studio, Ollama, OpenRouter, DeepSeek and xAI.
 */
const CONTEXT =
  /context_length_exceeded|exceed_context_size|maximum context length|context (window|size|length|limit)|prompt is too long|prompt too long|prompt length|input is too long|input token count|input tokens? exceed|input length|maximum model length|too many (input )?tokens|reduce the length|too large for model|request_too_large/i;
const QUOTA =
  /insufficient_quota|billing_hard_limit|billing_not_active|billing_error|credit balance is too low|insufficient[ _](credits?|balance|funds)|api usage limits|free-models-per-day|PerDay/i;
const KEY = /API_KEY_INVALID|api key (not valid|expired)|invalid_api_key|incorrect api key/i;
const UNKNOWN =
  /model_not_found|invalid_model|no such model|unknown model|model\b.{0,80}?(does not exist|not found|is not supported for generateContent)/i;
const FILTER =
  /content_filter|content_policy|content management policy|content filtering|ResponsibleAI|flagged|usage polic|prohibited_content|data_inspection_failed/i;
const SCHEMA =
  /response_format|json[ _]schema|output_config|output_format|response_?(json_?)?schema|response_?mime_?type|json mode|text\.format|input_schema|guided_(json|decoding)|structured outputs?|\bgrammar\b|xgrammar|invalid schema|schema is too|a schema in|invalid format/i;

/** Say what a fault of this status and these words means. */
export function faultOf(status: number, said: Said, context: FaultContext): Fault {
  const { who, model, keySource } = context;
  const { words } = said;
  const quoted = quote(said.message, context);
  if (status >= 300 && status < 400) {
    const hint = 'Set the base URL to where it points: a redirect is not followed, because the key would go with it.';
    return { code: 'model/rejected', message: `${who} sends elsewhere (${status}).`, hint };
  }
  if (status === 402 || QUOTA.test(words)) {
    const hint = 'Waiting does not help: add credit or raise the limit with the provider.';
    return { code: 'model/quota', message: `The quota at ${who} is used up (${status})${quoted}`, hint };
  }
  if (status === 429) return { code: 'model/rate-limited', message: `${who} asks for fewer requests (429)${quoted}` };
  if (FILTER.test(words) && status < 500) {
    const hint = 'Change what the scene asks for, or use another model.';
    return {
      code: 'model/filtered',
      message: `A content filter of ${who} stopped the request (${status})${quoted}`,
      hint,
    };
  }
  if (status === 404 || (status < 500 && UNKNOWN.test(words))) {
    const hint =
      context.unknownHint ??
      'Check the name of the model, and that the base URL ends as the provider says (often /v1).';
    return { code: 'model/unknown', message: `${who} does not know ${model} (${status})${quoted}`, hint };
  }
  if (status === 401 || status === 403 || KEY.test(words)) {
    const hint =
      keySource === undefined
        ? `Give ${who} an "apiKey" in models.json, as {env:NAME}.`
        : `Check the key in ${keySource}.`;
    return { code: 'model/unauthorized', message: `${who} refused the key (${status})${quoted}`, hint };
  }
  if (status === 413 || CONTEXT.test(words)) {
    const hint = 'The prompt is longer than the model can read: use one with a larger context.';
    return {
      code: 'model/context-exceeded',
      message: `The prompt is too long for ${model} (${status})${quoted}`,
      hint,
    };
  }
  if (status < 500 && context.structured !== 'none' && SCHEMA.test(words)) {
    const hint = 'Set "structured_output": "json_object" (or "none") for this model in models.json.';
    return {
      code: 'model/schema-rejected',
      message: `${who} rejected the schema of the answer (${status})${quoted}`,
      hint,
    };
  }
  if (status === 408 || status === 409 || status === 425 || status >= 500) {
    return { code: 'model/unavailable', message: `${who} cannot answer now (${status})${quoted}` };
  }
  return { code: 'model/rejected', message: `${who} rejected the request (${status})${quoted}` };
}

/** What the server said, on one line, short and without secrets, after a colon; a full stop when it said nothing. */
export function quote(message: string, { secrets }: FaultContext): string {
  const line = redactAll(message, secrets).replace(/\s+/g, ' ').trim();
  if (line === '' || line.startsWith('<')) return '.';
  return `: ${line.length > 300 ? `${line.slice(0, 300)}…` : line}`;
}

/** Take every secret, and whatever looks like one, out of a text. */
export function redactAll(text: string, secrets: readonly string[]): string {
  return secrets.reduce((left, secret) => redact(left, secret), redact(text, undefined));
}
