import type { IncomingHttpHeaders } from 'node:http';

const SECRET = /^(authorization|proxy-authorization|cookie|x-api-key|api-key|x-goog-api-key)$/;

/** Headers without those that carry secrets, and whether one of them did. */
export function withoutSecrets(
  headers: IncomingHttpHeaders,
  url: URL,
): { readonly headers: Readonly<Record<string, string>>; readonly path: string; readonly keyCame: boolean } {
  const entries = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  const kept = entries.filter(([name]) => !SECRET.test(name));
  const inPath = url.searchParams.has('key');
  return {
    headers: Object.fromEntries(kept),
    path: inPath ? withoutKey(url) : `${url.pathname}${url.search}`,
    keyCame: inPath || kept.length < entries.length,
  };
}

function withoutKey(url: URL): string {
  const clean = new URL(url);
  clean.searchParams.delete('key');
  return `${clean.pathname}${clean.search}`;
}
