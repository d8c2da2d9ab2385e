import {
  type Content,
  checkContent,
  contentOf,
  type Entry,
  type EntryWrite,
  emptyDocument,
  firstVersion,
} from '../../bibles/index.ts';
import { type BibleProposal, bibleHunks, canDecide, withBibleMarks } from '../../markup/index.ts';
import { checkName, kindNamed, placeOf, writeFor } from '../bible/desk.ts';
import type { Decided } from './decided.ts';
import type { Standing } from './standing.ts';

/** Decisions about the bible, one proposal after the other. */
export interface BibleDecisions {
  readonly decide: (proposal: Decided['proposal'] & BibleProposal) => Decided;
  /** One write for each entry. @throws ScriptGenError `bible/invalid` for what its kind does not allow. */
  readonly writes: () => Promise<readonly EntryWrite[]>;
  /** The entries that change, by name. */
  readonly changed: () => readonly string[];
}

/** Begin with the entries as they stand. */
export function createBibleDecisions({ entries, markup: { marks }, desk }: Standing): BibleDecisions {
  const changed = new Map<string, Content>();
  const created: Entry[] = [];
  const known = (): readonly Entry[] => [
    ...entries.map((entry) => ({ ...entry, ...changed.get(entry.id) })),
    ...created,
  ];
  return {
    decide: (proposal) => {
      const hunks = bibleHunks(proposal, { entries: known(), marks });
      const decided = hunks.flatMap((hunk) => {
        const mark = marks.find(({ id }) => id === hunk.id);
        return mark === undefined || hunk.state === 'applied' ? [] : [{ hunk, mark }];
      });
      const settled = decided.filter(({ hunk, mark }) => canDecide(hunk, mark.decision));
      const { change } = proposal;
      const taken = settled.filter(({ hunk, mark }) => mark.decision !== 'reject' && hunk.state !== 'done');
      if (change.type === 'create' && taken.length > 0)
        created.push(firstVersion({ ...change.entry, state: 'accepted' }));
      const entry = change.type === 'update' ? known().find(({ id }) => id === change.entry) : undefined;
      if (entry !== undefined && taken.length > 0) changed.set(entry.id, withBibleMarks(entry, taken));
      const over = new Set([...settled.map(({ hunk }) => hunk.id)]);
      return {
        ...{ proposal, settled },
        refused: decided.flatMap(({ hunk }) => (over.has(hunk.id) ? [] : [hunk])),
        left: hunks.filter(({ id, state }) => !over.has(id) && state !== 'done' && state !== 'applied'),
      };
    },
    writes: async () => {
      const writes: EntryWrite[] = [];
      for (const { id, kind, ...said } of created) {
        const entry = { ...said, document: { ...emptyDocument(kindNamed(desk.kinds, kind)), ...said.document } };
        checkContent(desk.kinds, kind, entry);
        await checkName(desk, entry.name);
        writes.push({ type: 'create', entry: { id, kind, ...contentOf(entry) } });
      }
      for (const [id, content] of changed) writes.push(await writeFor(desk, await placeOf(desk, id), content, {}));
      return writes;
    },
    changed: () => [
      ...created.map(({ name }) => name),
      ...entries.flatMap(({ id, name }) => (changed.has(id) ? [name] : [])),
    ],
  };
}
