/** The response headers that say when to come back, and the time by the server, by lower-case name. */
const NAMES = /^(date|retry-after|retry-after-ms|x-ratelimit-.+|anthropic-ratelimit-.+)$/;

/**
 * Pick the headers that say when to come back.
 *
 * Google says it in the body of a 429 instead (`RetryInfo`, `"retryDelay": "34.07s"`): that becomes `retry-after-ms`.
 */
export function comeBackHeaders(
  headers: Readonly<Record<string, string | undefined>>,
  words = '',
): Readonly<Record<string, string>> {
  const picked = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value !== undefined && NAMES.test(name.toLowerCase()) ? [[name.toLowerCase(), value]] : [],
  );
  const [, seconds] = /"retryDelay":\s*"(\d+(?:\.\d+)?)s"/.exec(words) ?? [];
  const delay: [string, string][] =
    seconds === undefined ? [] : [['retry-after-ms', String(Math.ceil(Number(seconds) * 1000))]];
  return Object.fromEntries([...delay, ...picked]);
}
