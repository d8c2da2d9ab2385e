import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What a value in models.json may point at instead of holding it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** `{env:NAME}`, `{env:NAME:-default}` or `{file:path}`, and nothing around it. */
const PLACEHOLDER = /^\{(?<kind>env|file):(?<name>[^{}]*?)(?::-(?<fallback>[^{}]*))?\}$/;

/** Whether a value is a pointer to a secret, `{env:X}` or `{file:X}`, and not the secret itself. */
export function isPointer(value: string): boolean {
  const groups = PLACEHOLDER.exec(value)?.groups;
  return groups?.['name'] !== undefined && groups['name'] !== '' && groups['fallback'] === undefined;
}

/** What a pointer points at, in words for a message: `OPENAI_API_KEY`, `the file keys/openai`. */
export function sourceOf(value: string): string {
  const groups = PLACEHOLDER.exec(value)?.groups;
  return groups?.['kind'] === 'file' ? `the file ${groups['name']}` : (groups?.['name'] ?? value);
}

/**
 * A configured value with its pointer followed; other values as they are.
 *
 * An unset or empty variable, and a file that cannot be read, give the default, or `undefined`.
 * Paths are taken from `folder`, the one that models.json is in.
 */
export function resolveValue(
  value: string,
  { env, folder }: { readonly env: Environment; readonly folder: string },
): string | undefined {
  const groups = PLACEHOLDER.exec(value)?.groups;
  const name = groups?.['name'];
  if (groups === undefined || name === undefined) return value;
  const found = groups['kind'] === 'env' ? env[name] : readText(resolve(folder, name));
  return found?.trim() || groups['fallback'];
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
