import { type Json, toJson } from '../../core/index.ts';
import { contentOf } from '../entry.ts';
import { inSchemaOrder } from '../kinds/in-order.ts';
import type { Kind, Kinds } from '../kinds/kind.ts';
import type { BibleFile, FileEntry, FileForm } from './file.ts';
import { FACT, fileSchema } from './file-schema.ts';
import { headingOf, isProse, joinMarkdown } from './markdown.ts';
import { folderIn, kindOfFolder, pathOf } from './path.ts';
import { printYaml } from './print-yaml.ts';

/** What is to be said of a file beside its entry. */
export interface PrintOptions {
  /** Where it stands; its folder and name are those of kind and entry unless given. */
  readonly path?: string;
  /** Whether the kind is said, as the folder does not. */
  readonly withKind?: boolean;
}

/** Write an entry as a file: what is short first, fields in the order of the kind, then facts. */
export function printEntry(entry: FileEntry, kind: Kind, form: FileForm, options: PrintOptions = {}): BibleFile {
  const { path = pathOf(entry, { kind, form }), withKind = false } = options;
  const values = { ...headOf(entry, withKind), ...fieldsOf(entry, kind), ...factsOf(entry) };
  if (form === 'yaml') return { path, text: printYaml(values) };
  const prose = Object.entries(values).flatMap(([field, value]) =>
    isText(kind, field) && isProse(value) ? [{ field, heading: headingOf(kind, field), text: value }] : [],
  );
  const inSections = new Set(prose.map(({ field }) => field));
  const front = Object.fromEntries(Object.entries(values).filter(([field]) => !inSections.has(field)));
  return { path, text: joinMarkdown(printYaml(front), prose) };
}

/**
 * Write a bible as files, each entry its own, or as one `bible.json`. Paths are the same as long as names are: of two
 * entries with one name the younger gets a number.
 */
export function printBible(entries: readonly FileEntry[], kinds: Kinds, form: FileForm | 'json'): readonly BibleFile[] {
  if (form === 'json') return [{ path: 'bible.json', text: printJson(entries) }];
  const taken = new Set<string>();
  return entries.flatMap((entry): readonly BibleFile[] => {
    const kind = kinds.get(entry.kind);
    if (kind === undefined) return []; // nobody could read it: the kind is not registered any more
    const path = pathOf(entry, { kind, form, taken });
    taken.add(path);
    return [printEntry(entry, kind, form, { path, withKind: kindOfFolder(kinds, folderIn(path)) !== kind })];
  });
}

/** The form of a bible as JSON. Raised when it changes in a way that older readers cannot read. */
export const JSON_VERSION = 1;

/** What `bible.json` says it is. */
export const JSON_FORMAT = 'scriptgen/bible';

function printJson(entries: readonly FileEntry[]): string {
  const plain = entries.map((entry) => {
    const { id, kind, version, overrides } = entry;
    const { name, aliases, document, facts, locked, state } = contentOf(entry);
    return { id, kind, version, overrides, name, aliases, locked, state, document, facts };
  });
  return `${JSON.stringify({ format: JSON_FORMAT, version: JSON_VERSION, entries: plain }, null, 2)}\n`;
}

function headOf(entry: FileEntry, withKind: boolean): { readonly [key: string]: Json } {
  const { id, kind, name, aliases, version, overrides, locked, state } = entry;
  const head: readonly (readonly [string, Json | undefined])[] = [
    ['id', id],
    ['kind', withKind ? kind : undefined],
    ['name', name],
    ['aliases', aliases.length === 0 ? undefined : aliases],
    ['version', version],
    ['overrides', overrides],
    ['locked', locked.length === 0 ? undefined : locked],
    ['state', state === 'accepted' ? undefined : state],
  ];
  return Object.fromEntries(head.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

function fieldsOf({ document }: FileEntry, kind: Kind): { readonly [key: string]: Json } {
  return inSchemaOrder(document as Json, kind.jsonSchema) as { readonly [key: string]: Json };
}

function factsOf({ facts }: FileEntry): { readonly [key: string]: Json } {
  if (facts.length === 0) return {};
  return { facts: facts.map((fact) => inSchemaOrder(toJson(fact), FACT)) };
}

function isText(kind: Kind, field: string): boolean {
  const schema = fileSchema(kind).properties?.[field];
  return kind.fields.some(({ name }) => name === field) && schema?.type === 'string' && schema['enum'] === undefined;
}
