import type { ServerResponse } from 'node:http';

/** A way for a server to fail. */
export type Fault =
  /** An HTTP error in OpenAI's shape; `error` goes into the body as its message or its fields. */
  | {
      readonly type: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly error?: string | Readonly<Record<string, string>>;
    }
  /** A page, as a proxy or a login answers. */
  | { readonly type: 'html' }
  /** The connection is reset before anything is answered. */
  | { readonly type: 'reset' }
  /** Half the body is sent, then the connection breaks; `clean`: then the body ends as if that were all. */
  | { readonly type: 'cut'; readonly clean?: boolean }
  /** Nothing is ever answered. */
  | { readonly type: 'hang' }
  /** The response is whole, the answer in it is not JSON. */
  | { readonly type: 'invalid-json' }
  /** The answer is JSON of another shape. */
  | { readonly type: 'wrong-schema' }
  | { readonly type: 'refusal'; readonly message?: string }
  /** Half the answer, with finish reason `length`. */
  | { readonly type: 'length' }
  | { readonly type: 'content-filter' };

/** The faults of the transport: what is not a chat completion. */
export type WireFault = Extract<Fault, { type: 'status' | 'html' | 'reset' | 'cut' | 'hang' }>;

/** Fail a response; `whole` is the body that would have been sent. */
export function failResponse(response: ServerResponse, fault: WireFault, whole: string): void {
  const half = whole.slice(0, Math.ceil(whole.length / 2));
  switch (fault.type) {
    case 'status': {
      const { error = `fault ${fault.status}` } = fault;
      const body = { error: typeof error === 'string' ? { message: error } : { message: 'fault', ...error } };
      response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
      response.end(JSON.stringify(body));
      return;
    }
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Sign in</title><p>Please sign in.');
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'cut':
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(fault.clean ? half : whole),
      });
      if (fault.clean) response.end(half);
      else response.write(half, () => response.socket?.destroy());
      return;
    case 'hang':
      return;
  }
}
