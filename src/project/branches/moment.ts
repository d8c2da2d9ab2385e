import {
  BRANCH,
  type BranchDocument,
  branchName,
  type Entry,
  type EntryState,
  inForce,
  inheritEntries,
  type Moment,
  type PlacedCard,
  type RecordKind,
  type SceneCard,
} from '../../bibles/index.ts';
import type { RecordText } from '../../markup/index.ts';
import { allEntries, type Desk, loadLayers } from '../bible/desk.ts';
import { atVersions } from './above.ts';

/** A script as it is compared: at one moment. */
export interface StoryAt {
  /** Those that count, in every state. */
  readonly entries: readonly Entry[];
  readonly cards: readonly SceneCard[];
  readonly records: readonly RecordText[];
}

const ANY: readonly EntryState[] = ['accepted', 'draft', 'removed'];

/** A script as it is now. */
export async function storyNow(desk: Desk): Promise<StoryAt> {
  const { store, script } = desk;
  const [entries, { cards }, records] = await Promise.all([
    allEntries(desk),
    store.loadOutline(script.id),
    store.loadRecords(script.id),
  ]);
  return { entries, cards, records: records.filter(({ kind }) => kind !== 'branch') };
}

/** The versions that a script is in now. */
export async function momentOf({ store, script: { id: script } }: Desk): Promise<Moment> {
  const [entries, { cards }, records] = await Promise.all([
    store.listEntries(script, ANY),
    store.loadOutline(script),
    store.loadRecords(script),
  ]);
  const kept = records.filter(({ kind }) => kind !== 'branch');
  return {
    script,
    entries: Object.fromEntries(entries.map(({ id, version }) => [id, version])),
    cards: cards.map(({ id, version }) => ({ id, version })),
    records: Object.fromEntries(kept.map(({ kind, id, version }) => [`${kind}/${id}`, version])),
  };
}

/** A script as it was at a moment, under a series as a branch has it. */
export async function storyAt(desk: Desk, moment: Moment, above: BranchDocument['above']): Promise<StoryAt> {
  const layers = await loadLayers(desk);
  const [own] = await atVersions(desk.store, layers.slice(-1), moment.entries);
  const higher = await atVersions(desk.store, layers.slice(0, -1), above);
  const [cards, records] = await Promise.all([cardsAt(desk, moment), recordsAt(desk, moment)]);
  return { entries: inheritEntries([...higher, own ?? []]), cards, records };
}

async function cardsAt({ store, script }: Desk, moment: Moment): Promise<readonly SceneCard[]> {
  const now = new Map((await store.loadOutline(script.id)).cards.map((card) => [card.id, card]));
  const cards = await Promise.all(
    moment.cards.map(async ({ id, version }): Promise<readonly SceneCard[]> => {
      const card = now.get(id);
      if (card?.version === version) return [card];
      const versions = await store.listRecordVersions(script.id, { kind: 'card', id });
      const placed = versions.find((one) => one.version === version)?.document as PlacedCard | null | undefined;
      // A card of the store, which only this package writes.
      return placed ? [placed.card as unknown as SceneCard] : [];
    }),
  );
  return cards.flat();
}

async function recordsAt({ store, script }: Desk, moment: Moment): Promise<readonly RecordText[]> {
  const now = new Map((await store.loadRecords(script.id)).map((one) => [`${one.kind}/${one.id}`, one]));
  const records = await Promise.all(
    Object.entries(moment.records).map(async ([key, version]): Promise<readonly RecordText[]> => {
      const record = now.get(key);
      if (record?.version === version) return [record];
      const cut = key.indexOf('/');
      const [kind, id] = [key.slice(0, cut) as RecordKind, key.slice(cut + 1)];
      const versions = await store.listRecordVersions(script.id, { kind, id });
      const document = versions.find((one) => one.version === version)?.document ?? null;
      return document === null ? [] : [{ kind, id, document }];
    }),
  );
  return records.flat();
}

/** What makes a script a branch, in the version whose base counts. */
export interface KnownBase extends BranchDocument {
  readonly version: number;
}

/**
 * What a branch and what it was made from were last the same as. A merge that was taken back since does not count, and
 * neither does one that was made from it.
 */
export async function baseOf({ store, script }: Desk): Promise<KnownBase | undefined> {
  if (branchName(script) === undefined) return undefined;
  const versions = new Map(
    (await store.listRecordVersions(script.id, { kind: 'branch', id: BRANCH })).flatMap(({ version, document }) => {
      // Written by this package, in this shape, and only read back.
      const branch = document as unknown as BranchDocument | null;
      return branch === null ? [] : [[version, { ...branch, version }] as const];
    }),
  );
  const stands = async ({ merged }: BranchDocument): Promise<boolean> => {
    if (merged === undefined) return true;
    const { script: into, changeSet, from } = merged;
    if (changeSet !== undefined && !inForce(await store.listChangeSets(into)).has(changeSet)) return false;
    const before = versions.get(from);
    return before === undefined || stands(before);
  };
  for (const branch of versions.values()) if (await stands(branch)) return branch;
  return undefined;
}
