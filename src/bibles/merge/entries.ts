import type { Json } from '../../core/index.ts';
import { applyChanges, diffContents, type FieldChange, mergeContents } from '../diff.ts';
import { type Content, contentOf, type Entry } from '../entry.ts';
import { conflictOf, type Decide, type MergeConflict, type Sides } from './merge-value.ts';

/** What an entry is to say after a merge. */
export interface MergedEntry {
  /** As it is on our side; as on theirs, where only they have it. */
  readonly entry: Entry;
  readonly content: Content;
  /** Only they have it. */
  readonly isNew: boolean;
}

/** The entries that a merge changes, and what both sides changed and not alike. */
export interface MergedEntries {
  readonly changed: readonly MergedEntry[];
  readonly conflicts: readonly MergeConflict[];
}

/** An entry that differs between two bibles. */
export interface EntryDiff {
  /** As it is in the second; in the first, where the second has none. */
  readonly entry: Entry;
  /** All its fields, where only one of them has it. */
  readonly changes: readonly FieldChange[];
  readonly only?: 'before' | 'after';
}

/** What differs between two bibles, entry by entry and field by field, in the order of the second. */
export function diffEntries(before: readonly Entry[], after: readonly Entry[]): readonly EntryDiff[] {
  const [old, now] = [byId(before), byId(after)];
  const both = after.flatMap((entry): readonly EntryDiff[] => {
    const was = old.get(entry.id);
    const changes = diffContents(was === undefined ? NOTHING : contentOf(was), contentOf(entry));
    if (was === undefined) return [{ entry, changes, only: 'after' }];
    return changes.length === 0 ? [] : [{ entry, changes }];
  });
  const gone = before
    .filter(({ id }) => !now.has(id))
    .map((entry): EntryDiff => ({ entry, changes: diffContents(contentOf(entry), NOTHING), only: 'before' }));
  return [...both, ...gone];
}

/** Put together what two sides made of a bible, field by field. Entries are those that count, in every state. */
export function mergeEntries(
  { base, ours, theirs }: Sides<readonly Entry[]>,
  decide: Decide = () => undefined,
): MergedEntries {
  const [was, mine] = [byId(base), byId(ours)];
  const merged = theirs.flatMap((other): readonly MergedEntries[] => {
    const own = mine.get(other.id);
    const old = was.get(other.id);
    if (own !== undefined) return [mergeEntry(own, { base: old ?? shared(own, other), theirs: other }, decide)];
    if (old !== undefined || other.state === 'removed') return [];
    return [{ changed: [{ entry: other, content: contentOf(other), isNew: true }], conflicts: [] }];
  });
  return {
    changed: merged.flatMap(({ changed }) => changed),
    conflicts: merged.flatMap(({ conflicts }) => conflicts),
  };
}

function mergeEntry(
  entry: Entry,
  sides: { readonly base: Content; readonly theirs: Content },
  decide: Decide,
): MergedEntries {
  const [base, ours, theirs] = [contentOf(sides.base), contentOf(entry), contentOf(sides.theirs)];
  const { content, overlap } = mergeContents(base, theirs, ours);
  const values = (side: Content): ReadonlyMap<string, Json | undefined> =>
    new Map(diffContents(NOTHING, side).map(({ field, to }) => [field, to]));
  const [was, mine, others] = [values(base), values(ours), values(theirs)];
  const conflicts = overlap.flatMap((field): readonly MergeConflict[] => {
    const at = `${entry.name.toUpperCase()}.${field}`;
    if (decide(at) !== undefined) return [];
    return [conflictOf(at, { base: was.get(field), ours: mine.get(field), theirs: others.get(field) })];
  });
  const taken = diffContents(base, theirs).filter(
    ({ field }) => overlap.includes(field) && decide(`${entry.name.toUpperCase()}.${field}`) === 'theirs',
  );
  const decided = applyChanges(content, taken);
  const isSame = diffContents(ours, decided).length === 0;
  return { changed: isSame ? [] : [{ entry, content: decided, isNew: false }], conflicts };
}

/** What two entries say that were made alike on both sides, to be a base for what differs. */
function shared(ours: Entry, theirs: Entry): Content {
  const different = diffContents(contentOf(ours), contentOf(theirs));
  return applyChanges(
    contentOf(ours),
    different.map(({ field }) => ({ field, ...UNSAID[field] })),
  );
}

/** What neither side has said yet, of what every content has. */
const UNSAID: Readonly<Record<string, { readonly to: Json }>> = { name: { to: '' }, state: { to: 'removed' } };

const NOTHING: Content = { name: '', aliases: [], document: {}, facts: [], locked: [], state: 'accepted' };

function byId(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
