/** What a server said of a fault. */
export interface Said {
  /** Its sentence for people; empty when there is none. */
  readonly message: string;
  /** The sentence and every name it gave the fault, to look for words in. Never the whole body: that may quote the prompt. */
  readonly words: string;
  /** The HTTP status that it names in the body, by number or by word: the response itself may have been a success. */
  readonly status?: number;
}

/** The longest part of a field that is looked at. */
const MOST = 4000;

/** Read a fault from the body of a response, or from an event of a stream. A page says nothing. */
export function saidIn(body: string): Said {
  const text = body.trim();
  if (text.startsWith('<')) return { message: '', words: '' };
  const value = parsed(text);
  if (value === undefined) return { message: text.slice(0, 500), words: text.slice(0, 500) };
  return saidBy(value);
}

/**
 * Read a fault from a parsed value.
 *
 * Knows `{error: {message, code, type, param, status, details}}` (OpenAI, Anthropic, Google), `{error: "…"}` (Ollama),
 * `{object: "error", message}` (Mistral, vLLM), `{detail}` (FastAPI) and `{response: {error}}` (a failed Response).
 */
export function saidBy(value: unknown): Said {
  if (typeof value === 'string') return { message: value.slice(0, MOST), words: value.slice(0, MOST) };
  const root = fieldsOf(Array.isArray(value) ? value[0] : value);
  const inner = root['error'] ?? fieldsOf(root['response'])['error'] ?? root;
  if (typeof inner === 'string') return { message: inner.slice(0, MOST), words: inner.slice(0, MOST) };
  const error = fieldsOf(inner);
  const detail = root['detail'] ?? error['detail'];
  const message = [error['message'], root['message'], detail, fieldsOf(firstOf(detail))['msg']].find(isText) ?? '';
  const named = ['code', 'type', 'status', 'param', 'details', 'metadata', 'reason'].map((name) => error[name]);
  const words = [message, ...named, detail].map(wordsOf).join(' ').trim();
  const names = [error['code'], error['type'], error['status']].filter(isText).join(' ');
  const status = statusOf(error['code']) ?? statusOf(error['status_code']) ?? statusNamed(names);
  return { message: message.slice(0, MOST), words, ...(status === undefined ? {} : { status }) };
}

/** The fields of an object; none for anything else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** Parse JSON; `undefined` for what is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function wordsOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, MOST);
}

/** A number, or three digits, in the range of HTTP faults. */
function statusOf(code: unknown): number | undefined {
  const number = typeof code === 'string' && /^\d{3}$/.test(code) ? Number(code) : code;
  return typeof number === 'number' && number >= 400 && number <= 599 ? number : undefined;
}

/** The words of OpenAI, Anthropic, Google and Mistral for what has a status elsewhere. */
const NAMED: readonly (readonly [RegExp, number])[] = [
  [/rate_?limit|insufficient_quota|resource_exhausted/i, 429],
  [/authentication|unauthenticated/i, 401],
  [/permission/i, 403],
  [/not_found/i, 404],
  [/too_large/i, 413],
  [/invalid|bad_request|context_length/i, 400],
  [/overload|unavailable/i, 503],
  [/timeout|deadline/i, 504],
];

function statusNamed(names: string): number | undefined {
  return NAMED.find(([word]) => word.test(names))?.[1];
}
