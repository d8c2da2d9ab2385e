import type { ProviderSpec } from './make.ts';

/** A server in messages: its name, host and port, without user, password and path. */
export function whoIs(name: string, baseURL: string): string {
  if (!URL.canParse(baseURL)) return name;
  const { hostname, port, protocol } = new URL(baseURL);
  return `${name} at ${hostname}:${port || (protocol === 'http:' ? '80' : '443')}`;
}

/** A value that is shorter is a word rather than a secret. */
const SHORTEST = 8;

/** All that is sent to be let in: the key, header values long enough to be one and their words, and what the address holds. */
export function secretsOf({ apiKey = '', headers = {}, baseURL = '' }: ProviderSpec): readonly string[] {
  const values = Object.values(headers).flatMap((value) => [value, ...value.split(/\s+/)]);
  const { password, others } = inAddress(baseURL);
  return [apiKey, password, ...[...values, ...others].filter((value) => value.length >= SHORTEST)].filter(
    (secret) => secret !== '',
  );
}

function inAddress(address: string): { readonly password: string; readonly others: readonly string[] } {
  if (!URL.canParse(address)) return { password: '', others: [] };
  const { username, password, searchParams } = new URL(address);
  const [user, word] = [decoded(username), decoded(password)];
  return { password: word, others: [user, `${user}:${word}`, ...searchParams.values()] };
}

/** A percent sign that begins no code stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
