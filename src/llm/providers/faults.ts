import { APICallError } from '@ai-sdk/provider';
import { isScriptGenError, ScriptGenError } from '../../core/index.ts';
import { redact } from '../redact.ts';
import { UpstreamFault } from '../upstream-fault.ts';
import { networkFault } from './network-fault.ts';

/** Whom a message is about, and what must not stand in it. */
export interface FaultContext {
  /** The model asked for, as `provider/model`. */
  readonly model: string;
  /** `openai at api.openai.com:443`. */
  readonly who: string;
  /** The key that was sent, to be taken out of whatever the server says. */
  readonly secret: string | undefined;
  /** Where the key comes from: `OPENAI_API_KEY`, `the file keys/openai`. */
  readonly keySource: string | undefined;
}

type Fault = Pick<ScriptGenError, 'code' | 'message'> & { readonly hint?: string };

/**
 * Say what an SDK or network error means here. No message, hint or cause holds the key, the prompt or the response.
 *
 * The table of codes is docs of the OpenAI API, "Error codes"; 529 is Anthropic's word for overloaded.
 */
export function toModelError(error: unknown, context: FaultContext): ScriptGenError {
  if (isScriptGenError(error)) return error;
  if (!APICallError.isInstance(error)) return broken(error, context);
  const status = error.statusCode;
  if (status === undefined) return networkFault(error, context.who);
  const fault = status < 300 ? successFault(error, context) : statusFault(status, error, context);
  const headers = error.responseHeaders ?? {};
  const cause = new UpstreamFault({
    status,
    retryAfter: headers['retry-after'],
    retryAfterMs: headers['retry-after-ms'],
  });
  return new ScriptGenError({ ...fault, cause });
}

/** A fault that came with an HTTP status of its own. */
function statusFault(status: number, error: APICallError, context: FaultContext): Fault {
  const { who, model } = context;
  const said = quote(error, context);
  if (status === 401 || status === 403) {
    const hint =
      context.keySource === undefined
        ? `Give ${who} an "apiKey" in models.json, as {env:NAME}.`
        : `Check the key in ${context.keySource}.`;
    return { code: 'model/unauthorized', message: `${who} refused the key (${status})${said}`, hint };
  }
  if (status === 404) {
    const hint = 'Check the name of the model, and that the base URL ends as the provider says (often /v1).';
    return { code: 'model/unknown', message: `${who} does not know ${model} (404)${said}`, hint };
  }
  if (status === 429 && saysQuota(error)) {
    const hint = 'Waiting does not help: add credit or raise the limit with the provider.';
    return { code: 'model/rejected', message: `The quota at ${who} is used up (429)${said}`, hint };
  }
  if (status === 429) return { code: 'model/rate-limited', message: `${who} asks for fewer requests (429)${said}` };
  if (status === 408 || status === 409 || status === 425 || status >= 500) {
    return { code: 'model/unavailable', message: `${who} cannot answer now (${status})${said}` };
  }
  return { code: 'model/rejected', message: `${who} rejected the request (${status})${said}`, ...rejectionHint(error) };
}

/** A success that is no chat completion: a page, another API's JSON, or half a body. */
function successFault(error: APICallError, { who }: FaultContext): Fault {
  const body = error.responseBody?.trim();
  if (body === undefined || body === '' || !isWhole(body, error)) {
    return { code: 'model/unavailable', message: `The answer of ${who} broke off.` };
  }
  const kind = body.startsWith('<') ? 'HTML, not JSON' : isJson(body) ? 'JSON that is no chat completion' : 'no JSON';
  const hint = 'Check the base URL (it often ends in /v1), and whether a proxy or login page answers in its place.';
  return { code: 'model/rejected', message: `${who} answered ${kind}.`, hint };
}

/** A body that set out to be JSON and does not parse was cut on its way. */
function isWhole(body: string, error: APICallError): boolean {
  const setOut = /^[{[]/.test(body) || (error.responseHeaders?.['content-type']?.includes('json') ?? false);
  return !setOut || isJson(body);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function saysQuota(error: APICallError): boolean {
  return /insufficient_quota|billing_hard_limit/.test(error.responseBody ?? '');
}

function rejectionHint(error: APICallError): { readonly hint?: string } {
  const body = error.responseBody ?? '';
  if (/context_length|context window|maximum context/i.test(body)) {
    return { hint: 'The prompt is longer than the model can read: use one with a larger context.' };
  }
  if (/response_format|json_schema/i.test(body)) {
    return { hint: 'Set "structured_output": "json_object" (or "none") for this model in models.json.' };
  }
  return {};
}

/** What the server said, on one line, short and without secrets. A page says nothing. */
function quote(error: APICallError, { secret }: FaultContext): string {
  const line = redact(error.message, secret).replace(/\s+/g, ' ').trim();
  if (line === '' || line.startsWith('<')) return '.';
  return `: ${line.length > 300 ? `${line.slice(0, 300)}…` : line}`;
}

/** An error from inside the SDK: the response was JSON of the right shape and still could not be used. */
function broken(error: unknown, { who, secret }: FaultContext): ScriptGenError {
  const message = redact(error instanceof Error ? error.message : String(error), secret);
  return new ScriptGenError({ code: 'model/rejected', message: `The answer of ${who} cannot be used: ${message}` });
}
