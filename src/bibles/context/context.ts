import type { Json, Reference } from '../../core/index.ts';
import { looseFactsAt, tellFact, valueAt } from '../at-scene.ts';
import { type Bible, type Entry, entryById, kindOf } from '../entry.ts';
import { type Fact, factText } from '../fact.ts';
import type { Field, Reader } from '../kinds/kind.ts';
import type { Knowledge } from '../knowledge.ts';
import { type KnownStory, knownTo } from '../known-story.ts';
import { onStage, type Scene } from '../stage.ts';
import { type FittedItem, fitItems, type LeftOut, type Limits } from './fit.ts';
import { factItem, fieldItems, type Item, isEmpty, knowledgeItem, labelOf, nameItem } from './item.ts';
import { inReadingOrder } from './order.ts';

/** Whose eyes a context is for. Each viewer sees only the fields its work needs: what is not read cannot make a scene stale. */
export type Viewer =
  | { readonly role: 'planner' }
  | { readonly role: 'character'; readonly character: string }
  | { readonly role: Overseer };

/** Who knows everything that is true in a scene. */
type Overseer = 'director' | 'dramaturge' | 'continuity';

/** One entry as a viewer sees it. */
export interface ContextEntry {
  readonly kind: string;
  readonly name: string;
  /** Only the fields the viewer reads and that are not empty, in the kind's order. */
  readonly fields: { readonly [field: string]: Json };
  /** What holds beside the fields; absent when there is nothing. */
  readonly facts?: readonly string[];
}

/** What a viewer may know: a value to put before a model, and the references that say where it came from. */
export interface Context {
  readonly entries: readonly ContextEntry[];
  /** What a viewing character knows beyond what is to be seen; empty for others. */
  readonly knows: readonly Knowledge[];
  readonly references: readonly Reference[];
  /** What there is and is not shown, and why. */
  readonly left: readonly LeftOut[];
  /** The tokens of each part that is shown, by its label, in order. */
  readonly parts: readonly { readonly label: string; readonly tokens: number }[];
}

/**
 * The exact part of a bible that one viewer may read: for the planner all of it but its private fields, for a scene
 * what {@link onStage} says, as it is true in that moment.
 *
 * Pure and in a fixed order, so that equal bibles give equal prompts, and like scenes prompts that begin alike
 * ({@link inReadingOrder}). A character is shown what it knows and nothing
 * else, as {@link knownTo} says; of people who do not speak, director and dramaturge see only the outside. Where the
 * whole is longer than `limits` allow, what weighs least is left out, as {@link fitItems} says.
 */
export function contextFor(bible: Bible, scene: Scene | undefined, viewer: Viewer, limits: Limits = {}): Context {
  if (viewer.role === 'planner') return makeContext(plannedItems(bible), { kept: [], limits });
  if (scene === undefined) throw new TypeError(`a ${viewer.role} sees a scene: give its outline and card`);
  if (viewer.role !== 'character') return makeContext(toldItems(bible, scene, viewer.role), { kept: [], limits });
  const known = knownTo(bible, scene, viewer.character);
  const order = { bible, scene, self: viewer.character };
  return characterContext(
    known,
    inReadingOrder(known.entries, ({ entry }) => entry, order),
    limits,
  );
}

/** A character's context, made of what it knows, in this order: there is no way to a bible from here. */
function characterContext({ self, knows }: KnownStory, entries: KnownStory['entries'], limits: Limits): Context {
  const kept = entries.flatMap(({ entry, kept: names }) =>
    names.map((name): LeftOut => ({ label: labelOf(entry, name), reason: 'unknown' })),
  );
  const items = entries.flatMap(({ entry, fields, facts }) =>
    named(nameItem(entry), [
      ...fields.flatMap(({ field, ...value }) => fieldItems(entry, field, value)),
      ...facts.map((fact) => factItem(entry, fact, factText(fact))),
    ]),
  );
  return makeContext([...items, ...knows.map((one) => knowledgeItem(self, one))], { kept, limits });
}

/** All that the planner reads: no scene is there yet, so facts come with their bounds. */
function plannedItems(bible: Bible): readonly Item[] {
  return bible.entries.flatMap((entry) =>
    named(nameItem(entry), [
      ...fieldsFor(bible, entry, 'planner').flatMap((field) =>
        fieldItems(entry, field, { value: entry.document[field.name] }),
      ),
      ...entry.facts.map((fact) =>
        factItem(entry, fact, [tellFact(entry, fact), ...boundsOf(fact), ...keepersOf(fact, bible)].join('; ')),
      ),
    ]),
  );
}

/** What somebody who knows everything reads in a scene, and who shares the knowledge. */
function toldItems(bible: Bible, scene: Scene, role: Overseer): readonly Item[] {
  return inReadingOrder(onStage(bible, scene), (entry) => entry, { bible, scene }).flatMap((entry) => {
    const isSilent = entry.kind === 'character' && !scene.card.speakers.includes(entry.id) && role !== 'continuity';
    const fields = fieldsFor(bible, entry, isSilent ? 'present' : role);
    return named(nameItem(entry), [
      ...fields.flatMap((field) => fieldItems(entry, field, valueAt(entry, field.name, scene))),
      ...looseFactsAt(entry, scene).map((fact) =>
        factItem(entry, fact, [factText(fact), ...keepersOf(fact, bible)].join('; ')),
      ),
    ]);
  });
}

/** An entry's items under its name; none where there is nothing but the name. */
function named(name: Item, items: readonly Item[]): readonly Item[] {
  return items.length === 0 ? [] : [name, ...items];
}

function fieldsFor(bible: Bible, entry: Entry, reader: Reader): readonly Field[] {
  return (kindOf(bible, entry)?.fields ?? []).filter(({ readers }) => readers.includes(reader));
}

/** Who knows a fact that not everybody knows. */
function keepersOf({ holders = [], secretUntil }: Fact, bible: Bible): readonly string[] {
  if (holders.length === 0 && secretUntil === undefined) return [];
  const nameOf = (id: string): string => entryById(bible, id)?.name ?? id;
  const known = holders.filter(({ believes }) => believes === undefined).map(({ character }) => nameOf(character));
  const beliefs = holders.flatMap(({ character, believes }) =>
    believes === undefined ? [] : [`${nameOf(character)} believes: ${believes}`],
  );
  return [`known to ${known.length === 0 ? 'nobody' : known.join(', ')}`, ...beliefs];
}

function boundsOf({ from, to, secretUntil }: Fact): readonly string[] {
  const bounds = { from, to, 'secret until': secretUntil };
  return Object.entries(bounds).flatMap(([word, scene]) => (scene === undefined ? [] : [`${word} ${scene}`]));
}

/** Bring items to the limits, and into entries. */
function makeContext(
  all: readonly Item[],
  { kept, limits }: { readonly kept: readonly LeftOut[]; readonly limits: Limits },
): Context {
  const { items, left } = fitItems(all, limits);
  const entries = new Map<string, { kind: string; name: string; fields: Record<string, Json>; facts: string[] }>();
  for (const { item } of items) {
    const { kind, name, id } = item.about;
    if (item.as === 'name') entries.set(id, { kind, name, fields: {}, facts: [] });
    const entry = entries.get(id);
    if (item.as === 'fact') entry?.facts.push(String(item.value));
    if (item.as === 'field' && entry !== undefined && !isEmpty(item)) entry.fields[item.field] = item.value;
  }
  return {
    entries: [...entries.values()].map(({ facts, ...entry }) => (facts.length === 0 ? entry : { ...entry, facts })),
    knows: items.flatMap(({ item }) => (item.knowledge === undefined ? [] : [item.knowledge])),
    references: items.map(({ item }) => item.reference),
    left: [...left, ...kept],
    parts: items.filter(({ tokens }) => tokens > 0).map(partOf),
  };
}

function partOf({ item, tokens }: FittedItem): Context['parts'][number] {
  return { label: item.reference.label, tokens };
}
