import type { Fetch } from './exchange.ts';

let loaded: Promise<Fetch> | undefined;

/** The fetch over Node's own HTTP, which is loaded by the first request: most commands make none. */
export const lazyFetch: Fetch = async (input, init) => {
  loaded ??= import('./http-fetch.ts').then(({ httpFetch }) => httpFetch);
  return (await loaded)(input, init);
};
