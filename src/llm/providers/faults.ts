import {
  APICallError,
  InvalidResponseDataError,
  TypeValidationError,
  UnsupportedFunctionalityError,
} from '@ai-sdk/provider';
import { isScriptGenError, type ScriptGenError } from '../../core/index.ts';
import type { Usage } from '../model.ts';
import { ModelError } from '../model-error.ts';
import { comeBackHeaders } from './come-back.ts';
import { type Fault, type FaultContext, faultOf, quote, redactAll } from './fault-table.ts';
import { NoAnswer } from './gather.ts';
import { networkCode, networkFault } from './network-fault.ts';
import { fieldsOf, parsed, type Said, saidBy, saidIn } from './said.ts';

/** What had come when it failed. */
export interface SoFar {
  /** HTTP status of the response, if there was one. */
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The text that had come. */
  readonly text?: string | undefined;
  readonly usage?: Usage | undefined;
}

/**
 * Say what an SDK or network error means here. No message, hint or cause holds a key, the prompt or the response.
 *
 * There is no `cause`: the SDK's errors carry the whole request.
 */
export function toModelError(error: unknown, context: FaultContext, soFar: SoFar = {}): ScriptGenError {
  if (isScriptGenError(error)) return error;
  const { status = statusOf(error), headers = {}, text, usage } = soFar;
  const said = saidOf(error);
  return new ModelError({
    ...faultFrom(error, { context, soFar: { ...soFar, status }, said }),
    status,
    headers: comeBackHeaders(headers, said?.words),
    ...(text ? { partial: text } : {}),
    usage,
  });
}

function faultFrom(
  error: unknown,
  known: { readonly context: FaultContext; readonly soFar: SoFar; readonly said: Said | undefined },
): Fault {
  const { context, soFar, said } = known;
  if (networkCode(error) === 'ERR_RESPONSE_TOO_LARGE') {
    return { code: 'model/oversized', message: `The answer of ${context.who} is larger than any answer may be.` };
  }
  if (UnsupportedFunctionalityError.isInstance(error)) {
    return {
      code: 'model/schema-rejected',
      message: `${context.model} cannot be asked this${quote(error.message, context)}`,
    };
  }
  if (soFar.status === undefined) {
    return networkCode(error) === undefined ? unusable(error, context) : networkFault(error, context.who);
  }
  if (soFar.status >= 300) return faultOf(soFar.status, said ?? saidIn(''), context);
  if (networkCode(error) !== undefined) return brokeOff(context);
  const told = APICallError.isInstance(error) ? (error.statusCode ?? 0) >= 300 : !(error instanceof Error);
  const event = told || TypeValidationError.isInstance(error);
  if (event && said !== undefined && said.message !== '') return eventFault(error, { context, soFar, said });
  if (APICallError.isInstance(error))
    return wholeFault(bodyOf(error), { context, said, headers: error.responseHeaders });
  if (error instanceof NoAnswer)
    return wholeFault(textOf(error.body), { context, said, ...(soFar.headers && { headers: soFar.headers }) });
  // The SDK's chat completions say so that the stream had no end.
  if (InvalidResponseDataError.isInstance(error) && error.data === undefined) return brokeOff(context);
  return soFar.text ? brokeOff(context) : unusable(error, context);
}

/** An error told by an event of the stream: by its name where it has a better one than "it broke off". */
function eventFault(
  error: unknown,
  { context, soFar, said }: { readonly context: FaultContext; readonly soFar: SoFar; readonly said: Said },
): Fault {
  const told = fieldsOf(error)['statusCode'];
  const status = said.status ?? (typeof told === 'number' ? told : 500);
  const fault = faultOf(status, said, context);
  const overloaded = status === 503 || status === 529 || /overloaded/i.test(said.words);
  const nameless = fault.code === 'model/rejected' || (fault.code === 'model/unavailable' && !overloaded);
  if (!nameless || (!soFar.text && fault.code === 'model/unavailable')) return fault;
  return {
    code: 'model/interrupted',
    message: `The answer of ${context.who} broke off${quote(said.message, context)}`,
  };
}

/** A success that is no answer: a page, another API's JSON, or half a body. */
function wholeFault(
  text: string | undefined,
  {
    context,
    said,
    headers = {},
  }: { readonly context: FaultContext; readonly said: Said | undefined; readonly headers?: Headed | undefined },
): Fault {
  const { who } = context;
  const body = text?.trim() ?? '';
  // A body that set out to be JSON and does not parse was cut on its way.
  const setOut = /^[{[]/.test(body) || headers['content-type']?.includes('json') === true;
  const whole = body !== '' && (!setOut || parsed(body) !== undefined);
  if (!whole) return brokeOff(context);
  if (said?.status !== undefined) return faultOf(said.status, said, context);
  const other = parsed(body) === undefined ? 'no JSON' : 'JSON that is no chat completion';
  const hint = 'Check the base URL (it often ends in /v1), and whether a proxy or login page answers in its place.';
  return {
    code: 'model/rejected',
    message: `${who} answered ${body.startsWith('<') ? 'HTML, not JSON' : other}.`,
    hint,
  };
}

type Headed = Readonly<Record<string, string | undefined>>;

function brokeOff({ who }: FaultContext): Fault {
  return { code: 'model/interrupted', message: `The answer of ${who} broke off.` };
}

/** An error from inside the SDK. Its message may quote the value that it stumbled over: only its name is told. */
function unusable(error: unknown, { who, secrets }: FaultContext): Fault {
  const name = error instanceof Error ? redactAll(error.name, secrets) : 'unknown';
  return { code: 'model/rejected', message: `The answer of ${who} cannot be used (${name}).` };
}

/** What the server said: in the body of a response, in an event of its stream, or in an event of another shape. */
export function saidOf(error: unknown): Said | undefined {
  if (APICallError.isInstance(error)) return saidIn(bodyOf(error) ?? error.message);
  if (TypeValidationError.isInstance(error)) return looksLikeFault(error.value) ? saidBy(error.value) : undefined;
  if (error instanceof NoAnswer) return typeof error.body === 'string' ? saidIn(error.body) : saidBy(error.body);
  if (error instanceof Error) return undefined;
  return saidBy(fieldsOf(error)['data'] ?? error);
}

/** The body of the response. In its Responses API the SDK puts the parsed value there, against its own types. */
function bodyOf({ responseBody }: APICallError): string | undefined {
  return textOf(responseBody);
}

function textOf(body: unknown): string | undefined {
  return body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
}

function looksLikeFault(value: unknown): boolean {
  const fields = fieldsOf(Array.isArray(value) ? value[0] : value);
  return fields['error'] !== undefined || fields['object'] === 'error' || fields['detail'] !== undefined;
}

function statusOf(error: unknown): number | undefined {
  return APICallError.isInstance(error) ? error.statusCode : undefined;
}
