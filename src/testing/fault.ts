import type { SplitMode } from './wire/split.ts';
import type { WireError } from './wire/wire.ts';

/** A way for a server to fail, or to answer in a way that is hard to read. */
export type Fault = ResponseFault | AnswerFault | DeliveryFault;

/** Faults before anything of an answer: what came is another response, or none. */
export type ResponseFault =
  /** An HTTP error of any status; `error` goes into the body as its message or its fields, in the format's shape. */
  | {
      readonly type: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly error?: string | Readonly<Record<string, string>>;
    }
  /** An error as the provider itself puts it, which may tell when to come again. */
  | { readonly type: 'error'; readonly error: WireError; readonly retry?: RetryAdvice }
  /** A page, as a proxy or a login answers; 200 when no status is given. */
  | { readonly type: 'html'; readonly status?: number }
  /** The connection is reset before anything is answered. */
  | { readonly type: 'reset' }
  /** 302 to another origin, or to `to`. */
  | { readonly type: 'redirect'; readonly to?: string };

/** How a server says when to come again, in milliseconds from now: `reset` is the provider's own way. */
export interface RetryAdvice {
  readonly as: 'retry-after' | 'retry-after-ms' | 'http-date' | 'reset';
  readonly ms: number;
}

/** Faults of what is answered: the response is well-formed. */
export type AnswerFault =
  /** Another text instead of the answer. */
  | { readonly type: 'text'; readonly write: (answer: string) => string }
  /** The answer in it is not JSON. */
  | { readonly type: 'invalid-json' }
  /** The answer is JSON of another shape. */
  | { readonly type: 'wrong-schema' }
  | { readonly type: 'refusal'; readonly message?: string }
  /** Half the answer, ended by its length. */
  | { readonly type: 'length' }
  /** Stopped by a filter, in the provider's own way. */
  | { readonly type: 'content-filter' }
  /** Not begun, because of what was asked. */
  | { readonly type: 'prompt-blocked' };

/** Faults of the way from the server: the answer in itself is whole. */
export type DeliveryFault =
  /** Nothing more comes: at once, after the headers, or after half of the answer. */
  | { readonly type: 'hang'; readonly after?: 'request' | 'headers' | 'half' }
  /** Half the bytes are sent, then the connection breaks; `clean`: then the body ends as if that were all. */
  | { readonly type: 'cut'; readonly clean?: boolean }
  /** Half the events are sent, then the connection breaks. Streams only. */
  | { readonly type: 'killed' }
  /** The stream ends as if it were whole, without the event that says so. Streams only. */
  | { readonly type: 'unfinished' }
  /** Half the events are sent, then an error in the provider's shape. Streams only. */
  | { readonly type: 'error-event'; readonly error?: WireError }
  /** It never ends: the text is repeated for ever, a piece every `everyMs` (10). */
  | { readonly type: 'endless'; readonly everyMs?: number }
  /** A pause after every piece. */
  | { readonly type: 'drip'; readonly ms: number }
  /** Compressed, and said to be. */
  | { readonly type: 'gzip' }
  /** A byte order mark before the body. */
  | { readonly type: 'bom' }
  /** Bytes inside the answer that are no UTF-8. */
  | { readonly type: 'invalid-utf8' }
  /** Cut at awkward places. */
  | { readonly type: 'split'; readonly mode: SplitMode };
