import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Json } from '../../core/index.ts';
import type { JsonSchema } from '../kinds/kind.ts';
import type { FileFault, ReadResult } from './file.ts';

/** More than any entry needs: no field may have more than 1 MB. */
const MOST_CHARACTERS = 16_000_000;

/** A YAML text that can be read: a group of fields, and where each of them stands. */
export interface YamlText {
  /** The value as a schema wants it: under `type: string` every plain value is the text that stands there. */
  readonly valueBy: (schema: JsonSchema) => { readonly [key: string]: Json };
  /** A text at the top, without a schema. */
  readonly textAt: (key: string) => string | undefined;
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

/** A place in a file, from 1 on. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Read a YAML text. Anchors, aliases, tags and keys that stand twice are faults: an entry needs none of them. */
export function readYaml(
  text: string,
  { path, line = 1 }: { readonly path: string; readonly line?: number },
): ReadResult<YamlText> {
  if (text.length > MOST_CHARACTERS) return failed([{ path, message: 'The file is too long: 16 MB is the most.' }]);
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const at = lines.linePos(offset);
    return { line: at.line + line - 1, column: at.col };
  };
  const options = { version: '1.2', schema: 'core', strict: true, uniqueKeys: true, prettyErrors: false } as const;
  const document = parseDocument(text, { ...options, merge: false, logLevel: 'error', lineCounter: lines });
  const broken = [...document.errors, ...document.warnings].map(
    ({ message, pos }): FileFault => ({ path, ...placeAt(pos[0]), message: `Not YAML: ${message}` }),
  );
  const refused = refusedNodes(document).map(
    ({ message, at }): FileFault => ({ path, ...placeAt(at), message, fix: 'Write the value itself.' }),
  );
  const faults = [...broken, ...refused];
  if (faults.length > 0) return failed(faults);
  const root = document.contents;
  if (!isMap(root)) return failed([{ path, line, message: 'An entry is a group of fields, such as `name: Maya`.' }]);
  return {
    ok: true,
    value: {
      valueBy: (schema) => groupOf(root, schema),
      textAt: (key) => {
        const node = root.get(key, true);
        return isScalar(node) ? textOf(node) : undefined;
      },
      placeOf: (place) => placeAt(offsetOf(root, place)),
    },
  };
}

function failed(faults: readonly FileFault[]): { readonly ok: false; readonly faults: readonly FileFault[] } {
  return { ok: false, faults };
}

function refusedNodes(document: Document.Parsed): readonly { readonly message: string; readonly at: number }[] {
  const refused: { message: string; at: number }[] = [];
  const refuse = (node: Node, message: string): void => {
    refused.push({ message, at: node.range?.[0] ?? 0 });
  };
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) refuse(node, `An alias (*${node.source}) cannot stand in an entry.`);
      else if (node.anchor !== undefined) refuse(node, `An anchor (&${node.anchor}) cannot stand in an entry.`);
      else if (node.tag !== undefined) refuse(node, `A tag (${node.tag}) cannot stand in an entry.`);
    },
    Pair: (_, { key }) => {
      if (!isScalar(key)) refuse(key as Node, 'The name of a field is a word.');
    },
  });
  return refused;
}

/** Where a value stands, or the nearest thing around it that is there. */
function offsetOf(root: Node, path: readonly (string | number)[]): number {
  let [node, offset]: [unknown, number] = [root, root.range?.[0] ?? 0];
  for (const part of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && textOf(key) === String(part)) : undefined;
    if (pair !== undefined && isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
    node = pair === undefined ? (isSeq(node) ? node.items[Number(part)] : undefined) : pair.value;
    if (pair === undefined && (isMap(node) || isScalar(node) || isSeq(node))) offset = node.range?.[0] ?? offset;
  }
  return offset;
}

function groupOf(node: unknown, schema: JsonSchema): { readonly [key: string]: Json } {
  const { properties = {} } = schema;
  const pairs = isMap(node) ? node.items : [];
  const parts = pairs.map(({ key, value }): [string, Json] => {
    const name = isScalar(key) ? textOf(key) : '';
    return [name, jsonOf(value, Object.hasOwn(properties, name) ? (properties[name] ?? {}) : {})];
  });
  return Object.fromEntries(parts);
}

function jsonOf(node: unknown, schema: JsonSchema): Json {
  if (isMap(node)) return groupOf(node, schema);
  if (isSeq(node)) {
    const { items = {} } = schema as { readonly items?: JsonSchema };
    return node.items.map((item) => jsonOf(item, items));
  }
  if (!isScalar(node) || node.value === null || node.value === undefined) return emptyOf(schema);
  const { value } = node;
  if (schema.type === 'string' || (typeof value === 'number' && !Number.isFinite(value))) return textOf(node);
  return typeof value === 'boolean' || typeof value === 'number' ? value : String(value);
}

/** What nothing after a name means. */
function emptyOf({ type }: JsonSchema): Json {
  if (type === 'string') return '';
  return type === 'array' ? [] : null;
}

function textOf({ value, source }: { readonly value: unknown; readonly source?: string }): string {
  return typeof value === 'string' ? value : (source ?? String(value));
}
