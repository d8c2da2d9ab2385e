import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { ScriptGenError } from '../core/index.ts';
import { ModelsConfig } from './config.ts';
import { printPath } from './issues.ts';
import { findSyntaxFault, type Place, placeOf } from './json-places.ts';

/** A configuration as read, with remarks about what was left out of account. */
export interface ReadConfig {
  readonly config: ModelsConfig;
  /** One line each: unknown fields, with their place. */
  readonly notes: readonly string[];
}

/**
 * Read a models.json; `undefined` when there is none.
 *
 * @throws ScriptGenError `config/invalid`, naming file, line, column and field.
 */
export function readModelsFile(file: string): ReadConfig | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new ScriptGenError({
      code: 'config/invalid',
      message: `${file} cannot be read (${code}).`,
      hint: 'Give yourself the right to read it, or move it away.',
      cause,
    });
  }
  return parseModels(text, file);
}

/** Read the text of a models.json. Unknown fields are left out and remarked upon: they may be a newer version's. */
export function parseModels(text: string, file: string): ReadConfig {
  const value = parseJson(text, file);
  const first = ModelsConfig.safeParse(value);
  if (first.success) return { config: first.data, notes: [] };
  const unknown = first.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [],
  );
  for (const path of unknown) drop(value, path);
  const second = ModelsConfig.safeParse(value);
  if (!second.success) throw invalid(second.error, { text, file });
  const notes = unknown.map(
    (path) => `${at(file, placeOf(text, path))}: ${printPath(path)} is not known and has no effect.`,
  );
  return { config: second.data, notes };
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const fault = findSyntaxFault(text);
    if (fault === undefined)
      throw new ScriptGenError({ code: 'config/invalid', message: `${file} is not JSON.`, cause });
    throw new ScriptGenError({
      code: 'config/invalid',
      message: `${at(file, fault)}: not JSON: expected ${fault.expected}.`,
      hint: 'JSON has no comments and no comma after the last item.',
    });
  }
}

function invalid(error: z.ZodError, { text, file }: { readonly text: string; readonly file: string }): ScriptGenError {
  const lines = error.issues.map(
    ({ path, message }) => `${at(file, placeOf(text, path))}: ${printPath(path, 'the file')}: ${message}`,
  );
  const isKey = error.issues.some(({ path }) => path.at(-1) === 'apiKey');
  return new ScriptGenError({
    code: 'config/invalid',
    message: lines.join('\n'),
    hint: isKey
      ? 'Put the key into an environment variable and write "{env:NAME}" in models.json.'
      : 'models.schema.json describes every field; editors show it as you type when "$schema" names it.',
  });
}

/** `models.json:12:9`, which editors and terminals open at that place. */
function at(file: string, { line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function drop(value: unknown, path: readonly PropertyKey[]): void {
  const [key, ...rest] = path;
  if (key === undefined || value === null || typeof value !== 'object') return;
  if (rest.length === 0) Reflect.deleteProperty(value, key);
  else drop(Reflect.get(value, key), rest);
}
