import {
  type Bible,
  type BibleStore,
  branchName,
  type Content,
  checkContent,
  type Entry,
  type EntryState,
  type EntryWrite,
  findCard,
  foldName,
  inheritEntries,
  type Kind,
  type Kinds,
  type Outline,
  overrideOf,
  type Script,
} from '../../bibles/index.ts';
import { nearest, ScriptGenError } from '../../core/index.ts';
import type { Journal, RunStore } from '../../steps/index.ts';
import { asBranched, seriesOf } from '../branches/above.ts';
import { findEntry } from './find-entry.ts';
import type { ChangeOptions } from './script-bible.ts';

/** What the bible of one script is worked on with. */
export interface Desk {
  readonly script: Script;
  readonly kinds: Kinds;
  readonly store: BibleStore;
  readonly journal: Journal;
  readonly runs: RunStore;
}

/** An entry as it counts in this script, and what is written when it changes: itself, or what overrides it here. */
export interface Place {
  readonly entry: Entry;
  /** The script's own entry; absent for one of the series above that nothing overrides yet. */
  readonly own?: Entry;
  /** The entry above that the own one overrides. */
  readonly above?: Entry;
}

/**
 * The script's bible with those of its series, outermost first, each in every state. A branch has all that its trunk had
 * of its own; what stands above counts in it as it was when it was made.
 */
export async function loadLayers(desk: Pick<Desk, 'store' | 'script'>): Promise<readonly (readonly Entry[])[]> {
  const { store, script } = desk;
  const own = await store.listEntries(script.id, ANY);
  const layers = [own];
  for (let at = await seriesOf(desk); at !== undefined; at = await seriesOf({ store, script: at }))
    layers.unshift(await store.listEntries(at.id, ANY));
  return branchName(script) === undefined ? layers : [...(await asBranched(desk, layers.slice(0, -1))), own];
}

const ANY: readonly EntryState[] = ['accepted', 'draft', 'removed'];

/** Every entry that counts in a script, in any state. */
export async function allEntries(desk: Pick<Desk, 'store' | 'script'>): Promise<readonly Entry[]> {
  return inheritEntries(await loadLayers(desk));
}

/** What is true in a script. */
export async function loadBible(desk: Pick<Desk, 'store' | 'script' | 'kinds'>): Promise<Bible> {
  const entries = (await allEntries(desk)).filter(({ state }) => state === 'accepted');
  return { entries, kinds: desk.kinds };
}

/** Find an entry by id, name or alias, with what is written when it changes. */
export async function placeOf(desk: Desk, asked: string): Promise<Place> {
  const layers = await loadLayers(desk);
  const entry = findEntry(inheritEntries(layers), asked);
  const below = layers.at(-1) ?? [];
  const above = inheritEntries(layers.slice(0, -1)).find(({ id }) => id === entry.id);
  const own = below.find(({ id, overrides }) => id === entry.id || overrides === entry.id);
  return { entry, ...(own === undefined ? {} : { own }), ...(above === undefined ? {} : { above }) };
}

/** The kind of a name. @throws ScriptGenError `bible/invalid` for one that the project does not have. */
export function kindNamed(kinds: Kinds, name: string): Kind {
  const kind = kinds.get(name);
  if (kind !== undefined) return kind;
  const near = nearest(name, [...kinds.keys()]);
  throw new ScriptGenError({
    code: 'bible/invalid',
    message: `There is no kind ${JSON.stringify(name)}.`,
    hint: near === undefined ? `The kinds are: ${[...kinds.keys()].join(', ')}.` : `Did you mean ${near}?`,
  });
}

/** The write that makes an entry say this, once it is checked. */
export async function writeFor(desk: Desk, place: Place, content: Content, how: ChangeOptions): Promise<EntryWrite> {
  const { entry, own, above } = place;
  if (content.state !== 'removed') {
    checkContent(desk.kinds, entry.kind, content);
    await checkName(desk, content.name, entry.id);
  }
  const written = above === undefined ? content : overrideOf(above, content);
  if (own !== undefined) return { type: 'update', id: own.id, expected: how.expected ?? own.version, content: written };
  const id = newId(desk.kinds, entry.kind);
  return { type: 'create', entry: { id, kind: entry.kind, overrides: entry.id, ...written } };
}

/** @throws ScriptGenError `bible/invalid` for a name that is empty or another entry's. */
export async function checkName(desk: Desk, name: string, id?: string): Promise<void> {
  const wanted = foldName(name);
  if (wanted === '') throw refusedName(name, 'a name must not be empty');
  const others = (await allEntries(desk)).filter((other) => other.id !== id && other.state !== 'removed');
  if (others.some((other) => foldName(other.name) === wanted))
    throw refusedName(name, `${name} is taken by another entry`);
}

function refusedName(name: string, message: string): ScriptGenError {
  return new ScriptGenError({
    code: 'bible/invalid',
    message: `${name === '' ? 'entry' : name}.name: ${message}`,
    hint: 'People, places and threads are told apart by name.',
  });
}

/** An id that no entry has. */
export function newId(kinds: Kinds, kind: string): string {
  return `${kindNamed(kinds, kind).prefix}_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
}

/** The outline of a script, and one of its scenes by number or id. @throws ScriptGenError `scene/not-found`. */
export async function sceneNamed(
  desk: Desk,
  asked: string,
): Promise<{ readonly outline: Outline; readonly card: Outline['cards'][number] }> {
  const outline = await desk.store.loadOutline(desk.script.id);
  return { outline, card: cardNamed(outline, asked, desk.script.title) };
}

/** `1 to 12`; in a locked draft the numbers that they go by. */
function numbersOf({ cards, labels }: Outline): string {
  return labels === undefined ? `1 to ${cards.length}` : cards.map(({ id }) => labels[id]).join(', ');
}

/** A card by number or id. @throws ScriptGenError `scene/not-found`. */
export function cardNamed(outline: Outline, asked: string, title: string): Outline['cards'][number] {
  const card = findCard(outline, asked);
  if (card !== undefined) return card;
  const { cards } = outline;
  throw new ScriptGenError({
    code: 'scene/not-found',
    message: `${title} has no scene ${JSON.stringify(asked)}.`,
    hint: cards.length === 0 ? 'It has no scenes yet.' : `Its scenes are ${numbersOf(outline)}.`,
  });
}
