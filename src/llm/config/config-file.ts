import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { ScriptGenError } from '../../core/index.ts';
import { nearest } from '../../core/nearest.ts';
import { printPath } from '../read/issues.ts';
import { ModelsConfig, modelsJsonSchema } from './config.ts';
import { findSyntaxFault, type Place, placeOf } from './json-places.ts';

/** A configuration as read, with remarks about what was left out of account. */
export interface ReadConfig {
  readonly file: string;
  /** The folder that relative paths in it are relative to. */
  readonly folder: string;
  readonly config: ModelsConfig;
  /** One line each: unknown fields, with their place. */
  readonly notes: readonly string[];
  /** `models.json:12:9` of a field, which editors and terminals open there; of the nearest one around it when it is not there. */
  readonly at: (path: readonly PropertyKey[]) => string;
}

/**
 * Read a models.json; `undefined` when there is none.
 *
 * @throws ScriptGenError `config/invalid`, naming file, line, column and field.
 */
export function readModelsFile(file: string): ReadConfig | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
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
  const at = (path: readonly PropertyKey[]): string => placeIn(file, placeOf(text, path));
  const read = { file, folder: dirname(file), at };
  const first = ModelsConfig.safeParse(value);
  if (first.success) return { ...read, config: first.data, notes: [] };
  const unknown = first.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [],
  );
  for (const path of unknown) drop(value, path);
  const second = ModelsConfig.safeParse(value);
  if (!second.success) throw invalid(second.error, at);
  return { ...read, config: second.data, notes: unknown.map((path) => `${at(path)}: ${unknownField(path)}`) };
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
      message: `${placeIn(file, fault)}: not JSON: expected ${fault.expected}.`,
      hint: 'JSON has no comments and no comma after the last item.',
    });
  }
}

function invalid(error: z.ZodError, at: ReadConfig['at']): ScriptGenError {
  const lines = error.issues.map(
    ({ path, message }) => `${at(path)}: ${printPath(path, 'the file')}: ${plain(message)}`,
  );
  const isSecret = error.issues.some(({ path }) => path.includes('apiKey') || path.includes('headers'));
  return new ScriptGenError({
    code: 'config/invalid',
    message: lines.join('\n'),
    hint: isSecret
      ? 'Put the key into an environment variable and write "{env:NAME}" in models.json.'
      : 'models.schema.json describes every field; editors show it as you type when "$schema" names it.',
  });
}

function unknownField(path: readonly PropertyKey[]): string {
  const known = fieldsAt(path.slice(0, -1));
  const near = nearest(String(path.at(-1)), known);
  const meant = near === undefined ? '' : `; did you mean ${near}?`;
  return `${printPath(path)} is not known and has no effect${meant}${meant === '' ? '.' : ''}`;
}

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
}

/** The fields that an object at this path may have. */
function fieldsAt(path: readonly PropertyKey[]): readonly string[] {
  let node: SchemaNode | undefined = modelsJsonSchema() as SchemaNode;
  for (const key of path) {
    const free: SchemaNode | undefined =
      typeof node?.additionalProperties === 'object' ? node.additionalProperties : node?.items;
    node = node?.properties?.[String(key)] ?? free;
  }
  return Object.keys(node?.properties ?? {});
}

function plain(message: string): string {
  return message.replace(/^Invalid input: /, '');
}

function placeIn(file: string, { line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function drop(value: unknown, path: readonly PropertyKey[]): void {
  const [key, ...rest] = path;
  if (key === undefined || value === null || typeof value !== 'object') return;
  if (rest.length === 0) Reflect.deleteProperty(value, key);
  else drop(Reflect.get(value, key), rest);
}
