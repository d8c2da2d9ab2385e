/** How a server on this machine is asked what it is. */
export interface Asking {
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal;
}

/** A longer answer is none of those that are looked for. */
const MOST_BYTES = 4_000_000;

/** What a server answers to a GET, if it is JSON; `undefined` for everything else. Follows no redirect, so nothing leaves this machine. */
export async function getJson(url: string, { fetch, signal }: Asking): Promise<unknown> {
  try {
    const response = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } });
    if (!response.ok || Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) {
      await response.body?.cancel();
      return undefined;
    }
    return JSON.parse(await response.text());
  } catch {
    return undefined;
  }
}

/** A field of an answer; `undefined` where there is none. */
export function field(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner !== null && typeof inner === 'object' ? Reflect.get(inner, key) : undefined),
    value,
  );
}

/** The items of a list in an answer; `undefined` when it is no list. */
export function list(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** A text of an answer; `undefined` when it is none. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number above zero; `undefined` when it is none. */
export function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
}
