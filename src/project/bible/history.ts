import {
  type ChangeSet,
  type Conflict,
  type Content,
  diffContents,
  type Entry,
  type EntryVersion,
  type EntryWrite,
  mergeContents,
} from '../../bibles/index.ts';
import { type Json, ScriptGenError } from '../../core/index.ts';
import { commit } from './commit.ts';
import { type Desk, placeOf } from './desk.ts';
import type { Blame, ScriptBible } from './script-bible.ts';

type History = Pick<ScriptBible, 'listVersions' | 'diff' | 'blame' | 'listChangeSets' | 'undo'>;

/** How many change sets are looked through for one to undo. */
const FAR_BACK = 1000;

/** Look into the history of one script's bible, and take changes back. */
export function history(desk: Desk): History {
  const { store, script } = desk;
  const versionsOf = async (asked: string): Promise<readonly EntryVersion[]> => {
    const { own, entry } = await placeOf(desk, asked);
    return store.listVersions(own?.id ?? entry.id);
  };
  return {
    listVersions: versionsOf,
    diff: async (asked, from, to) => {
      const { own, entry } = await placeOf(desk, asked);
      const { id, version: head } = own ?? entry;
      const [before, after] = await Promise.all([
        versionOf(desk, id, from, entry),
        versionOf(desk, id, to ?? head, entry),
      ]);
      return diffContents(before, after);
    },
    blame: async (asked) => {
      const { own, entry } = await placeOf(desk, asked);
      const versions = new Map((await versionsOf(asked)).map((version) => [version.version, version]));
      return Object.entries((own ?? entry).fieldVersions).flatMap(([field, version]): Blame[] => {
        const wrote = versions.get(version);
        if (wrote === undefined) return [];
        const { author, reason, time } = wrote;
        return [{ field, version, author, reason, time }];
      });
    },
    listChangeSets: (limit) => store.listChangeSets(script.id, limit === undefined ? {} : { limit }),
    undo: async (asked, how = {}) => {
      const undone = asked === undefined ? await lastChange(desk) : await changeSetNamed(desk, asked);
      const writes: EntryWrite[] = [];
      for (const wrote of undone.versions) writes.push(await takenBack(desk, wrote));
      const { entries } = await commit(desk, writes, { reason: `undo: ${undone.reason}`, ...how, undoes: undone.id });
      return { undone, entries };
    },
  };
}

async function versionOf(desk: Desk, id: string, version: number, { name }: Entry): Promise<EntryVersion> {
  const found = await desk.store.getVersion(id, version);
  if (found !== undefined) return found;
  const head = (await desk.store.getEntry(id))?.version ?? 0;
  throw new ScriptGenError({
    code: 'bible/not-found',
    message: `${name} has no version ${version}.`,
    hint: `Its versions are 1 to ${head}.`,
  });
}

/** The newest change that is no undo, was not undone, and is not the making of the script itself. */
async function lastChange({ store, script }: Desk): Promise<ChangeSet> {
  const sets = await store.listChangeSets(script.id, { limit: FAR_BACK });
  const undone = new Set(sets.map(({ undoes }) => undoes));
  const last = sets.find(({ id, undoes, reason }) => undoes === undefined && reason !== 'created' && !undone.has(id));
  if (last !== undefined) return last;
  throw new ScriptGenError({
    code: 'bible/not-found',
    message: `There is no change to undo in the bible of ${script.title}.`,
    hint: 'scriptgen bible log lists what was changed.',
  });
}

async function changeSetNamed({ store, script }: Desk, id: string): Promise<ChangeSet> {
  const found = await store.getChangeSet(id);
  if (found !== undefined && found.script === script.id) return found;
  throw new ScriptGenError({
    code: 'bible/not-found',
    message: `There is no change ${JSON.stringify(id)} in the bible of ${script.title}.`,
    hint: 'scriptgen bible log lists what was changed.',
  });
}

/** An entry that overrides another and changes nothing in it. */
const NO_OVERRIDE: Content = { name: '', aliases: [], document: {}, facts: [], locked: [], state: 'accepted' };

/** The write that takes one version back and leaves what came after it. */
async function takenBack(desk: Desk, { entry: id, version }: ChangeSet['versions'][number]): Promise<EntryWrite> {
  const [base, head] = await Promise.all([desk.store.getVersion(id, version), desk.store.getEntry(id)]);
  if (base === undefined || head === undefined)
    throw new ScriptGenError({
      code: 'storage/damaged',
      message: `Version ${version} of ${id} is not there any more.`,
      hint: 'Check the database: scriptgen db check',
    });
  const before = version === 1 ? undefined : await desk.store.getVersion(id, version - 1);
  const ours: Content = before ?? (head.overrides === undefined ? { ...base, state: 'removed' } : NO_OVERRIDE);
  const { content, overlap } = mergeContents(base, ours, head);
  if (overlap.length > 0) throw changedSince(head, { base, ours, overlap });
  return { type: 'update', id, expected: head.version, content };
}

function changedSince(
  head: Entry,
  { base, ours, overlap }: { readonly base: Content; readonly ours: Content; readonly overlap: readonly string[] },
): ScriptGenError {
  const conflict: Conflict = { entry: head.id, base, ours, theirs: head, head: head.version, overlap };
  return new ScriptGenError({
    code: 'bible/conflict',
    message: `${head.name} was changed again since in ${overlap.join(', ')}: taking the older change back would lose that.`,
    hint: `Undo the later change first, or set the field yourself: scriptgen bible log ${JSON.stringify(head.name)}`,
    details: JSON.parse(JSON.stringify(conflict)) as Json,
  });
}
