import {
  type Author,
  BRANCH,
  type BranchDocument,
  type CardWrite,
  cardWrites,
  type Decide,
  type EntryWrite,
  isSame,
  type MergedEntry,
  mergeEntries,
  mergeOutlines,
  type RecordWrite,
  type Sides,
  sceneLabel,
} from '../../bibles/index.ts';
import { toJson } from '../../core/index.ts';
import { markupFrom, mergeRecords, type RecordChange, refuseLocked } from '../../markup/index.ts';
import { type Desk, placeOf, writeFor } from '../bible/desk.ts';
import { refuseFaults } from '../bible/refuse-faults.ts';
import type { BranchMerge } from './branches.ts';
import { diffStories } from './diff.ts';
import { baseOf, momentOf, type StoryAt, storyAt, storyNow } from './moment.ts';

/** Two scripts of which one was made from the other. */
export interface Merging {
  /** What is merged. */
  readonly theirs: Desk;
  /** What it is merged into. */
  readonly ours: Desk;
  /** The one of both that was made from the other. */
  readonly branch: Desk;
}

/** Two stories put together: what is there then, and what both changed. */
export type Merged = Pick<BranchMerge, 'conflicts'> & {
  readonly before: StoryAt;
  readonly after: StoryAt;
  readonly entries: readonly MergedEntry[];
  readonly records: readonly RecordChange[];
};

/** Put two scripts together, as values. */
export async function mergeStories({ theirs, ours, branch }: Merging, decide: Decide): Promise<Merged> {
  const known = await baseOf(branch);
  const [before, other] = await Promise.all([storyNow(ours), storyNow(theirs)]);
  // The one whose versions were kept: what was branched from, or what was merged last.
  const of = known?.base.script === theirs.script.id ? theirs : ours;
  const base = known === undefined ? before : await storyAt(of, known.base, known.above);
  const sides: Sides<StoryAt> = { base, ours: before, theirs: other };
  const label = (id: string): string =>
    sceneLabel(before.cards.some((card) => card.id === id) ? before.cards : other.cards, id);
  const entries = mergeEntries(each(sides, 'entries'), decide);
  const outline = mergeOutlines(each(sides, 'cards'), decide);
  const records = mergeRecords(each(sides, 'records'), label, decide);
  return {
    before,
    after: {
      entries: withEntries(before.entries, entries.changed),
      cards: outline.cards,
      records: withRecords(before.records, records.changed),
    },
    entries: entries.changed,
    records: records.changed,
    conflicts: [...entries.conflicts, ...outline.conflicts, ...records.conflicts],
  };
}

/**
 * Write what two scripts came to together, as one change set, and note in the branch where both were the same last.
 *
 * @returns the change set; `undefined` when there was nothing to write.
 * @throws ScriptGenError `markup/locked`, and as writes of entries do.
 */
export async function writeMerge(
  { theirs, ours, branch }: Merging,
  merged: Merged,
  { author, reason }: { readonly author: string; readonly reason: string },
): Promise<string | undefined> {
  const by = { type: 'person', name: author } as const;
  const { script, store } = ours;
  const entries: EntryWrite[] = [];
  for (const one of merged.entries) entries.push(await entryWrite(ours, one));
  await refuseFaults(ours, entries);
  await refuseLocks(ours, merged);
  const cards = await Promise.all(
    cardWrites({ cards: merged.before.cards }, { cards: merged.after.cards }).map((write) => knownWrite(ours, write)),
  );
  const records = await Promise.all(merged.records.map((change) => recordWrite(ours, change)));
  const writes = [...entries, ...cards, ...records];
  const { changeSet } = writes.length === 0 ? {} : await store.write({ script: script.id, writes, author: by, reason });
  await noteBase({ theirs, ours, branch }, changeSet, { author: by, reason });
  return changeSet;
}

/** Note in a branch what both are the same as from now on: how what was merged stands. */
async function noteBase(
  { theirs, ours, branch }: Merging,
  changeSet: string | undefined,
  how: { readonly author: Author; readonly reason: string },
): Promise<void> {
  const [known, base] = await Promise.all([baseOf(branch), momentOf(theirs)]);
  const [last] = await branch.store.listRecordVersions(branch.script.id, { kind: 'branch', id: BRANCH });
  if (known === undefined || last === undefined || isSame(toJson(known.base), toJson(base))) return;
  const { version: from, ...kept } = known;
  const merged = { script: ours.script.id, from, ...(changeSet === undefined ? {} : { changeSet }) };
  const document = toJson({ ...kept, base, merged } satisfies BranchDocument);
  await branch.store.write({
    script: branch.script.id,
    writes: [{ type: 'record', kind: 'branch', id: BRANCH, expected: last.version, document }],
    ...how,
  });
}

/** What a merge changes in the script that is merged into. */
export function changesOf({ before, after }: Merged): Pick<BranchMerge, 'entries' | 'cards' | 'records'> {
  return diffStories(before, after);
}

async function entryWrite(desk: Desk, { entry, content, isNew }: MergedEntry): Promise<EntryWrite> {
  const { id, kind } = entry;
  if (isNew) return { type: 'create', entry: { id, kind, ...content } };
  return writeFor(desk, await placeOf(desk, id), content, {});
}

/** A new card may have been there once: its versions go on. */
async function knownWrite({ store, script }: Desk, write: CardWrite): Promise<CardWrite> {
  if (write.expected > 0) return write;
  const [last] = await store.listRecordVersions(script.id, { kind: 'card', id: write.id });
  return { ...write, expected: last?.version ?? 0 };
}

async function recordWrite({ store, script }: Desk, change: RecordChange): Promise<RecordWrite> {
  const [last] = await store.listRecordVersions(script.id, change);
  return { type: 'record', ...change, expected: last?.version ?? 0 };
}

/** @throws ScriptGenError `markup/locked` when a card or a scene's text that is locked would change. */
async function refuseLocks(desk: Desk, { before, after, records }: Merged): Promise<void> {
  const outline = { cards: before.cards };
  const markup = markupFrom(await desk.store.loadRecords(desk.script.id));
  const against = { markup, outline };
  const cards = cardWrites(outline, { cards: after.cards });
  for (const { id } of cards) refuseLocked(against, { type: 'card', scene: id });
  for (const { kind, id, document } of records) {
    if (kind === 'choice') refuseLocked(against, { type: 'scene', scene: id });
    if (kind !== 'edit') continue;
    const text = (one: typeof document | undefined): readonly never[] => ((one ?? {}) as { text?: never[] }).text ?? [];
    const was = before.records.find((record) => record.kind === kind && record.id === id)?.document;
    refuseLocked(against, { type: 'text', scene: id, before: text(was), after: text(document) });
  }
}

function each<Part extends keyof StoryAt>({ base, ours, theirs }: Sides<StoryAt>, part: Part): Sides<StoryAt[Part]> {
  return { base: base[part], ours: ours[part], theirs: theirs[part] };
}

function withEntries(entries: StoryAt['entries'], changed: readonly MergedEntry[]): StoryAt['entries'] {
  const now = new Map(entries.map((entry) => [entry.id, entry]));
  for (const { entry, content } of changed) now.set(entry.id, { ...entry, ...content });
  return [...now.values()];
}

function withRecords(records: StoryAt['records'], changed: readonly RecordChange[]): StoryAt['records'] {
  const now = new Map(records.map((record) => [`${record.kind}/${record.id}`, record]));
  for (const { kind, id, document } of changed)
    if (document === null) now.delete(`${kind}/${id}`);
    else now.set(`${kind}/${id}`, { kind, id, document });
  return [...now.values()];
}
