import type { ProviderSpec } from './make.ts';

/** A server in messages: its name, host and port, without user, password and path. */
export function whoIs(name: string, baseURL: string): string {
  if (!URL.canParse(baseURL)) return name;
  const { hostname, port, protocol } = new URL(baseURL);
  return `${name} at ${hostname}:${port || (protocol === 'http:' ? '80' : '443')}`;
}

/** All that is sent to be let in: the key, header values long enough to be one, and a password in the address. */
export function secretsOf({ apiKey, headers = {}, baseURL = '' }: ProviderSpec): readonly string[] {
  const password = URL.canParse(baseURL) ? decodeURIComponent(new URL(baseURL).password) : '';
  const values = Object.values(headers).filter((value) => value.length >= 8);
  return [apiKey ?? '', ...values, password].filter((secret) => secret !== '');
}
