import { canonicalJson, deriveId } from '../../core/index.ts';
import { diffContents, mergeContents } from '../diff.ts';
import { type Content, contentOf, type Entry, type NewEntry } from '../entry.ts';
import { BUILT_IN } from '../kinds/built-in.ts';
import type { Kinds } from '../kinds/kind.ts';
import { foldName } from '../mentions.ts';
import type { EntryWrite } from '../store.ts';
import { completed } from './complete.ts';
import type { ParsedEntry } from './file.ts';

/** What becomes of one file, or of an entry that has none. */
export type ImportItem =
  | { readonly type: 'new'; readonly path: string; readonly id: string; readonly entry: NewEntry }
  /** The file says what the head says, or what it was exported from: the entry moved on and the file did not. */
  | { readonly type: 'unchanged'; readonly path: string; readonly id: string }
  | ImportUpdate
  | ImportConflict
  /** An entry without a file: left alone, or with `prune` to be removed. */
  | { readonly type: 'missing'; readonly id: string; readonly name: string; readonly removes?: EntryWrite };

/** A new version: the file's (`changed`), or both the file's and the head's changes (`merged`). */
export interface ImportUpdate {
  readonly type: 'changed' | 'merged';
  readonly path: string;
  readonly id: string;
  /** The head that it goes on. */
  readonly expected: number;
  readonly content: Content;
  /** What it changes in the head. */
  readonly fields: readonly string[];
}

/** The file and the head say different things about these fields, and both were changed; or the base is not known. */
export interface ImportConflict {
  readonly type: 'conflict';
  readonly path: string;
  readonly id: string;
  readonly head: number;
  readonly base?: Content;
  /** The file's. */
  readonly ours: Content;
  /** The head's. */
  readonly theirs: Content;
  readonly fields: readonly string[];
}

/** What an import would do: an item a file in their order, then entries without one. */
export interface ImportPlan {
  readonly items: readonly ImportItem[];
}

/** What an import goes by beside the files. */
export interface ImportOptions {
  /** The entries there are, whatever their state. */
  readonly heads: readonly Entry[];
  /** An older version of an entry; see {@link basesOf} for those that are asked for. */
  readonly baseOf: (entry: string, version: number) => Content | undefined;
  /** New ids are derived from it: the script's id. */
  readonly origin: string;
  readonly kinds?: Kinds;
  /** Remove entries that have no file. */
  readonly prune?: boolean;
}

/** The versions that {@link planImport} will ask for. */
export function basesOf(
  heads: readonly Entry[],
  parsed: readonly ParsedEntry[],
): readonly { readonly entry: string; readonly version: number }[] {
  const versions = new Map(heads.map(({ id, version }) => [id, version]));
  return parsed.flatMap(({ id, version }) => {
    const head = id === undefined ? undefined : versions.get(id);
    return id === undefined || version === undefined || head === undefined || version >= head
      ? []
      : [{ entry: id, version }];
  });
}

/**
 * Say for every file what it would change. A file that was exported from an older version is merged with what was
 * changed since, field by field; where both changed a field it is a conflict. Nothing is written.
 */
export function planImport(parsed: readonly ParsedEntry[], options: ImportOptions): ImportPlan {
  const { heads, origin, kinds = BUILT_IN, prune = false } = options;
  const byId = new Map(heads.map((head) => [head.id, head]));
  const claimed = new Set(parsed.flatMap(({ id }) => (id === undefined ? [] : [id])));
  const items = parsed.map((file): ImportItem => {
    const derived = deriveId(kinds.get(file.kind)?.prefix ?? file.kind, origin, 'file', file.path);
    const head = file.id === undefined ? (byId.get(derived) ?? namesake(file, heads, claimed)) : byId.get(file.id);
    const id = head?.id ?? file.id ?? derived;
    claimed.add(id);
    if (head !== undefined) return itemOf(file, head, { ...options, kinds });
    const content = completed(kinds, file);
    const { kind, overrides } = file;
    const entry = { id, kind, ...content, ...(overrides === undefined ? {} : { overrides }) };
    return { type: 'new', path: file.path, id, entry };
  });
  const left = heads.filter(({ id, state }) => !claimed.has(id) && state !== 'removed');
  const missing = left.map((head): ImportItem => {
    const { id, name, version: expected } = head;
    const content: Content = { ...contentOf(head), state: 'removed' };
    return { type: 'missing', id, name, ...(prune ? { removes: { type: 'update', id, expected, content } } : {}) };
  });
  return { items: [...items, ...missing] };
}

/** A file without an id is of the entry that has its name, when no other file is. */
function namesake(file: ParsedEntry, heads: readonly Entry[], claimed: ReadonlySet<string>): Entry | undefined {
  const name = foldName(file.name);
  return heads.find((head) => head.kind === file.kind && foldName(head.name) === name && !claimed.has(head.id));
}

function itemOf(
  file: ParsedEntry,
  head: Entry,
  { baseOf, kinds }: Pick<ImportOptions, 'baseOf'> & { readonly kinds: Kinds },
): ImportItem {
  const { path } = file;
  const { id, version } = head;
  const [ours, theirs] = [completed(kinds, file), completed(kinds, head)];
  if (file.kind !== head.kind) return { type: 'conflict', path, id, head: version, ours, theirs, fields: ['kind'] };
  const fields = diffContents(theirs, ours).map(({ field }) => field);
  if (fields.length === 0) return { type: 'unchanged', path, id };
  // The first version is the only one that a file without a version can have been written against.
  if ((file.version ?? 1) === version) return { type: 'changed', path, id, expected: version, content: ours, fields };
  const stored = file.version === undefined || file.version > version ? undefined : baseOf(id, file.version);
  if (stored === undefined) return { type: 'conflict', path, id, head: version, ours, theirs, fields };
  const { kind, overrides } = head;
  const base = completed(kinds, { ...stored, kind, ...(overrides === undefined ? {} : { overrides }) });
  const { content, overlap } = mergeContents(base, ours, theirs);
  if (overlap.length > 0) return { type: 'conflict', path, id, head: version, base, ours, theirs, fields: overlap };
  const merged = diffContents(theirs, content).map(({ field }) => field);
  if (merged.length === 0 || canonicalJson(base) === canonicalJson(ours)) return { type: 'unchanged', path, id };
  return { type: 'merged', path, id, expected: version, content, fields: merged };
}
