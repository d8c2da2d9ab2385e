import type { Fetch } from './exchange.ts';
import type { Send } from './http-fetch.ts';

let loaded: Promise<Send> | undefined;

/** Node's own HTTP, which is loaded by the first request: most commands make none. */
export const lazySend: Send = async (...request) => {
  loaded ??= import('./http-fetch.ts').then(({ send }) => send);
  return (await loaded)(...request);
};

/** The same as a standard fetch. */
export const lazyFetch: Fetch = async (...request) => (await lazySend(...request)).response();
