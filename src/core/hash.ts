import { hash } from 'node:crypto';
import { canonicalJson } from './json.ts';

/** The SHA-256 of a text (as UTF-8), in 64 lower-case hexadecimal digits. */
export function sha256(text: string): string {
  return hash('sha256', text);
}

/**
 * An id that is the same for the same origin: `prefix_` and 12 hexadecimal digits of its hash.
 *
 * Derived instead of random, so that two runs of one job name things alike.
 */
export function deriveId(prefix: string, ...origin: readonly string[]): string {
  return `${prefix}_${sha256(origin.join('\u0000')).slice(0, 12)}`;
}

/** The first 8 hexadecimal digits of the SHA-256 of a value's canonical JSON: enough to see that something changed. */
export function fingerprint(value: unknown): string {
  return sha256(canonicalJson(value)).slice(0, 8);
}
