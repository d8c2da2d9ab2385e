import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The variables of a process, or what a program gives in their place. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a value in models.json is to be read from, instead of standing there. */
export interface Pointer {
  readonly kind: 'env' | 'file';
  /** Names of variables, of which the first that is set counts; or the path of a file. */
  readonly names: readonly string[];
  /** What holds when there is nothing to read. */
  readonly fallback?: string;
}

/** Where values are read: the environment, and the folder that relative paths are relative to. */
export interface Source {
  readonly env: Environment;
  readonly folder: string;
}

/** `{env:NAME}`, `{env:NAME|OTHER}`, `{env:NAME:-default}`, `{file:path}`; LiteLLM's `os.environ/NAME`. */
const POINTER = /\{(?<kind>env|file):(?<name>[^{}]*?)(?::-(?<fallback>[^{}]*))?\}|^os\.environ\/(?<litellm>\w+)$/g;

/** The pointers in a value, in order. */
export function pointersIn(value: string): readonly Pointer[] {
  return [...value.matchAll(POINTER)].map(({ groups = {} }) => pointerOf(groups));
}

/** Whether a value is a pointer to a secret, and nothing else: neither the secret itself nor a default for it. */
export function isPointer(value: string): boolean {
  const [pointer] = pointersIn(value);
  return pointer !== undefined && pointer.fallback === undefined && rest(value) === '' && pointer.names.every(Boolean);
}

/** What stands in a value beside its pointers. */
export function rest(value: string): string {
  return value.replace(POINTER, '').trim();
}

/** What a pointer points at, in words for a message: `OPENAI_API_KEY`, `the file keys/openai`. */
export function sourceOf({ kind, names }: Pointer): string {
  return kind === 'file' ? `the file ${names.join('')}` : names.join(' or ');
}

/**
 * A configured value with its pointers followed; other values as they are.
 *
 * `undefined` where one of them has neither a value nor a default: an unset or empty variable, a file that cannot be read.
 */
export function resolveValue(value: string, from: Source): string | undefined {
  let isWhole = true;
  const text = value.replace(POINTER, (...words: unknown[]) => {
    const read = readPointer(pointerOf(words.at(-1) as Groups), from);
    if (read === undefined) isWhole = false;
    return read ?? '';
  });
  return isWhole ? text : undefined;
}

/** A value whose files are named from the root, as they would be from this folder. `~/` is the home folder. */
export function anchorFiles(value: string, { env, folder }: Source): string {
  return value.replace(/\{file:([^{}]+)\}/g, (_, path: string) => `{file:${anchorPath(path, { env, folder })}}`);
}

/** A path from the root. */
export function anchorPath(path: string, { env, folder }: Source): string {
  const home = env['HOME'] ?? env['USERPROFILE'];
  return path.startsWith('~/') && home ? resolve(home, path.slice(2)) : resolve(folder, path);
}

type Groups = Readonly<Record<string, string | undefined>>;

function pointerOf({ kind, name = '', fallback, litellm }: Groups): Pointer {
  if (litellm !== undefined) return { kind: 'env', names: [litellm] };
  if (kind === 'file') return { kind, names: [name] };
  return { kind: 'env', names: name.split('|'), ...(fallback === undefined ? {} : { fallback }) };
}

function readPointer({ kind, names, fallback }: Pointer, { env, folder }: Source): string | undefined {
  const found = names.map((name) => (kind === 'env' ? env[name] : readText(resolve(folder, name)))?.trim());
  return found.find(Boolean) ?? fallback;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
