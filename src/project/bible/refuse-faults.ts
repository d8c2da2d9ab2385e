import {
  type Content,
  contentOf,
  type Entry,
  type EntryWrite,
  firstVersion,
  foldName,
  inheritEntries,
  validateBible,
} from '../../bibles/index.ts';
import { type Note, ScriptGenError } from '../../core/index.ts';
import { type Desk, loadLayers } from './desk.ts';

/** Faults between entries that nobody can mean: they are refused when they are written, and not only told afterwards. */
const REFUSED: ReadonlySet<string> = new Set(['bible/inside-loop', 'bible/fact-bounds']);

/**
 * Refuse changes that would put a place inside itself, make a fact end before it begins, or give two entries one name. What was so before is no
 * reason to refuse another change.
 *
 * @throws ScriptGenError `bible/invalid`.
 */
export async function refuseFaults(desk: Desk, writes: readonly EntryWrite[]): Promise<void> {
  const layers = await loadLayers(desk);
  const outline = await desk.store.loadOutline(desk.script.id);
  const faultsIn = (own: readonly Entry[]): readonly Note[] => {
    const entries = inheritEntries([...layers.slice(0, -1), own]).filter(({ state }) => state !== 'removed');
    return validateBible({ entries, kinds: desk.kinds }, outline).filter(({ rule }) => REFUSED.has(rule));
  };
  const before = layers.at(-1) ?? [];
  const known = new Set(faultsIn(before).map(({ message }) => message));
  const after = withWrites(before, writes);
  const had = namesTwice(layers);
  const twice = namesTwice([...layers.slice(0, -1), after]).find((name) => !had.includes(name));
  if (twice !== undefined) throw takenName(twice);
  const [fault] = faultsIn(after).filter(({ message }) => !known.has(message));
  if (fault === undefined) return;
  throw new ScriptGenError({ code: 'bible/invalid', message: fault.message, hint: fault.fix });
}

/** Names that two entries have, as names are compared. */
function namesTwice(layers: readonly (readonly Entry[])[]): readonly string[] {
  const names = inheritEntries(layers)
    .filter(({ state }) => state !== 'removed')
    .map(({ name }) => foldName(name));
  return names.filter((name, place) => names.indexOf(name) !== place);
}

function takenName(name: string): ScriptGenError {
  return new ScriptGenError({
    code: 'bible/invalid',
    message: `Two entries would have the name ${JSON.stringify(name)}.`,
    hint: 'People, places and threads are told apart by name.',
  });
}

function withWrites(entries: readonly Entry[], writes: readonly EntryWrite[]): readonly Entry[] {
  const contents = new Map<string, Content>();
  const made: Entry[] = [];
  for (const write of writes) {
    if (write.type === 'create') made.push(firstVersion(write.entry));
    else contents.set(write.id, write.content);
  }
  return [...entries.map((entry) => ({ ...entry, ...contentOf(contents.get(entry.id) ?? entry) })), ...made];
}
