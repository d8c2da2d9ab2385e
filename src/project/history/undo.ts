import { type ChangeSet, type Entry, inForce, type SourceWrite } from '../../bibles/index.ts';
import { ScriptGenError } from '../../core/index.ts';
import { commit } from '../bible/commit.ts';
import type { Desk } from '../bible/desk.ts';
import type { ChangeOptions } from '../bible/script-bible.ts';
import { entryBack } from './entry-back.ts';
import { recordBack } from './record-back.ts';
import { refuseLocks } from './refuse-locks.ts';
import { touchedEntries, touchedRecords } from './touched.ts';
import { changeWords, loadNames } from './words.ts';

/** What was taken back. */
export interface Undone {
  readonly undone: ChangeSet;
  /** What it was, in words. */
  readonly what: readonly string[];
  /** The change that took it back, which can be taken back itself; absent when nothing of it was left. */
  readonly changeSet?: string;
  /** The entries that it touched, as they are now. */
  readonly entries: readonly Entry[];
}

/** How many change sets are looked through for one to undo. */
const FAR_BACK = 1000;

/**
 * Take a whole set of changes back: entries, cards and records together, or nothing of it.
 *
 * @param asked the change set's id; when absent the last one that `counts`.
 * @throws ScriptGenError `bible/not-found` for no such change, `bible/conflict` or `markup/conflict` for what was changed
 * again since, `markup/locked` for what is locked, `bible/locked` for an agent at what a person changed.
 */
export async function undo(
  desk: Desk,
  asked: string | undefined,
  how: ChangeOptions,
  counts: (set: ChangeSet) => boolean = () => true,
): Promise<Undone> {
  const undone = asked === undefined ? await lastChange(desk, counts) : await changeSetNamed(desk, asked);
  if (how.isAgent === true && undone.author.type === 'person') throw byPerson(undone);
  const names = await loadNames(desk);
  const writes: SourceWrite[] = [];
  for (const touched of touchedEntries(undone)) writes.push(await entryBack(desk, touched));
  // The last first: a card goes back to its place when whoever was put there is gone.
  for (const touched of touchedRecords(undone).toReversed()) {
    const write = await recordBack(desk, touched, names);
    if (write !== undefined) writes.push(write);
  }
  await refuseLocks(desk, writes);
  const reason = `undo: ${undone.reason}`;
  const { entries, changeSet } = await commit(desk, writes, { reason, ...how, undoes: undone.id });
  return { undone, what: changeWords(undone, names), entries, ...(changeSet === undefined ? {} : { changeSet }) };
}

/** The newest change that stands, is no undo, and is not the making of the script itself. */
async function lastChange({ store, script }: Desk, counts: (set: ChangeSet) => boolean): Promise<ChangeSet> {
  const sets = await store.listChangeSets(script.id, { limit: FAR_BACK });
  const standing = inForce(sets);
  // That a branch was merged elsewhere is no change of it.
  const isOwn = ({ versions, records }: ChangeSet): boolean =>
    versions.length > 0 || records.some(({ kind }) => kind !== 'branch');
  const last = sets.find(
    (set) => set.undoes === undefined && set.reason !== 'created' && standing.has(set.id) && isOwn(set) && counts(set),
  );
  if (last !== undefined) return last;
  throw new ScriptGenError({
    code: 'bible/not-found',
    message: `There is no change to undo in ${script.title}.`,
    hint: 'scriptgen log lists what was changed.',
  });
}

async function changeSetNamed({ store, script }: Desk, id: string): Promise<ChangeSet> {
  const found = await store.getChangeSet(id);
  if (found !== undefined && found.script === script.id) return found;
  throw new ScriptGenError({
    code: 'bible/not-found',
    message: `There is no change ${JSON.stringify(id)} in ${script.title}.`,
    hint: 'scriptgen log lists what was changed.',
  });
}

function byPerson({ id, author, reason }: ChangeSet): ScriptGenError {
  return new ScriptGenError({
    code: 'bible/locked',
    message: `${author.name} changed that (${reason}), and no agent takes back what a person did.`,
    hint: `A person can: scriptgen undo ${id}`,
  });
}
