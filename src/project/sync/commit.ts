import type { Story } from '../../agents/index.ts';
import type { Author, BibleStore, SourceWrite } from '../../bibles/index.ts';
import { foldName } from '../../bibles/index.ts';
import { toJson } from '../../core/index.ts';
import type { BibleProposal, SyncWrite } from '../../markup/index.ts';
import { allEntries, type Desk } from '../bible/desk.ts';

/** Write what a file makes of a script, in one change set; its id, or nothing when there is nothing to write. */
export async function commitSync(
  store: BibleStore,
  {
    story,
    writes,
    author,
    reason,
  }: {
    /** The story that the file was compared with. */
    readonly story: Story;
    readonly writes: readonly SyncWrite[];
    readonly author: Author;
    readonly reason: string;
  },
): Promise<string | undefined> {
  if (writes.length === 0) return undefined;
  const script = story.script.id;
  const cards = new Map(story.outline.cards.map(({ id, version }) => [id, version]));
  const versioned = await Promise.all(
    writes.map(async (write): Promise<SourceWrite> => {
      const kind = write.type === 'card' ? 'card' : write.kind;
      const read = write.type === 'card' ? cards.get(write.id) : undefined;
      if (read !== undefined) return { ...write, expected: read };
      const [head] = await store.listRecordVersions(script, { kind, id: write.id });
      return { ...write, expected: head?.version ?? 0 };
    }),
  );
  return (await store.write({ script, writes: versioned, author, reason })).changeSet;
}

/** Proposals and notes as they are written down. */
export function recordWrites(kind: 'proposal' | 'note', documents: ReadonlyMap<string, object>): readonly SyncWrite[] {
  return [...documents].map(([id, document]) => ({ type: 'record', kind, id, document: toJson(document) }));
}

/** Those that were never made before. */
export async function newRecords<T>(
  { store, script }: Pick<Desk, 'store' | 'script'>,
  kind: 'proposal' | 'note',
  documents: ReadonlyMap<string, T>,
): Promise<ReadonlyMap<string, T>> {
  const fresh = await Promise.all(
    [...documents].map(async (one) => {
      const before = await store.listRecordVersions(script.id, { kind, id: one[0] });
      return before.length > 0 ? [] : [one];
    }),
  );
  return new Map(fresh.flat());
}

/** The proposals that were never made before, without entries that somebody has begun. */
export async function newProposals(
  desk: Desk,
  proposals: ReadonlyMap<string, BibleProposal>,
): Promise<ReadonlyMap<string, BibleProposal>> {
  const names = new Set((await allEntries(desk)).flatMap(({ name, aliases }) => [name, ...aliases].map(foldName)));
  const open = [...proposals].filter(
    ([, { change }]) => change.type !== 'create' || !names.has(foldName(change.entry.name)),
  );
  return newRecords(desk, 'proposal', new Map(open));
}
