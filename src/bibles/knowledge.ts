import type { Json } from '../core/index.ts';
import { looseFactsAt, tellFact, valueAt } from './at-scene.ts';
import type { Outline } from './card.ts';
import { type Bible, type Entry, entryById, kindOf } from './entry.ts';
import type { Fact } from './fact.ts';
import type { Field } from './kinds/kind.ts';
import { onStage, type Scene } from './stage.ts';
import { isReached, type Timeline, timelineOf } from './timeline.ts';

/** One thing that a character knows, or takes for true. */
export interface Knowledge {
  readonly text: string;
  /** The fact it is, or that a belief stands in place of; absent for what only a card says. */
  readonly fact?: string;
  /** The scene in which it was learnt; absent for what was known from the beginning. */
  readonly since?: string;
  readonly isBelief: boolean;
}

/**
 * What a character knows in a scene beyond what anybody can see: facts it holds, and what it has learnt in scenes that
 * came before in story time. A fold over bible and cards; no draft is read for it, so a rewritten scene never changes
 * who knows what. In the order of the bible, then of story time; each thing once.
 */
export function knows(bible: Bible, outline: Outline, character: string, scene: string): readonly Knowledge[] {
  const timeline = timelineOf(outline);
  const learnt = learntBefore(timeline, character, scene);
  const facts = factsById(bible);
  const held = [...facts.values()].flatMap(({ entry, fact }): Knowledge[] => {
    const holder = fact.holders?.find((one) => one.character === character);
    if (holder === undefined || learnt.some(({ fact: told }) => told === fact.id || told === fact.value)) return [];
    const { since, believes } = holder;
    if (![since, fact.from].every((mark) => mark === undefined || isReached(timeline, mark, scene))) return [];
    const text = believes ?? tellFact(entry, fact);
    return [{ text, fact: fact.id, ...(since === undefined ? {} : { since }), isBelief: believes !== undefined }];
  });
  const told = learnt.map(({ fact, since }): Knowledge => {
    const known = facts.get(fact);
    const text = known === undefined ? fact : tellFact(known.entry, known.fact);
    return { text, since, isBelief: false, ...(known === undefined ? {} : { fact }) };
  });
  return [...new Map([...told, ...held].map((one) => [one.text, one])).values()].sort(byBeginning(held));
}

/**
 * What comes out in a scene, in words: all of it, or for one character what it learns itself and what is not kept from
 * it. A lesson that is no fact of the bible is kept from nobody.
 */
export function lessonsFor(
  bible: Bible,
  scene: Scene,
  character?: string,
): readonly { readonly character: string; readonly fact: string }[] {
  const facts = factsById(bible);
  return scene.card.learns.flatMap((lesson) => {
    const known = facts.get(lesson.fact);
    if (known === undefined) return [lesson];
    const isKept = character !== undefined && lesson.character !== character && !isKnown(known.fact, scene, character);
    return isKept ? [] : [{ ...lesson, fact: tellFact(known.entry, known.fact) }];
  });
}

/** Whether a character knows that a fact is so, in a scene: it holds or has learnt it, or nobody keeps it. */
export function isKnown(fact: Fact, { outline, card }: Scene, character: string): boolean {
  const timeline = timelineOf(outline);
  const learnt = learntBefore(timeline, character, card.id);
  if (learnt.some(({ fact: told }) => told === fact.id || told === fact.value)) return true;
  const isOpen = fact.secretUntil !== undefined && isReached(timeline, fact.secretUntil, card.id);
  if (isOpen) return true;
  const holder = fact.holders?.find((one) => one.character === character);
  if (holder !== undefined)
    return holder.believes === undefined && (holder.since === undefined || isReached(timeline, holder.since, card.id));
  return fact.secretUntil === undefined && (fact.holders ?? []).length === 0;
}

declare const known: unique symbol;

/**
 * What one character knows in one scene. Only {@link knownTo} makes such a value, and a character's context is made of
 * nothing else: what somebody does not know cannot be shown to them by a slip of code.
 */
export interface KnownStory {
  readonly [known]: true;
  /** Whose knowledge it is. */
  readonly self: About;
  readonly entries: readonly KnownEntry[];
  readonly knows: readonly Knowledge[];
}

/** An entry's name and versions, without anything that it says. */
type About = Pick<Entry, 'id' | 'kind' | 'name' | 'fieldVersions' | 'version'>;

/** As much of an entry as a character knows. */
export interface KnownEntry {
  readonly entry: About;
  readonly fields: readonly { readonly field: Field; readonly value: Json | undefined; readonly fact?: Fact }[];
  readonly facts: readonly Fact[];
  /** What there is and is kept from them: names of fields and ids of facts, never their values. */
  readonly kept: readonly string[];
}

/** Take from a bible what one character knows in a scene: all of itself that is no secret to it, and the outside of others. */
export function knownTo(bible: Bible, scene: Scene, character: string): KnownStory {
  const counts = (fact: Fact): boolean => isKnown(fact, scene, character);
  const knowledge = knows(bible, scene.outline, character, scene.card.id);
  const listed = new Set(knowledge.map(({ fact }) => fact));
  const entries = onStage(bible, scene).map((entry): KnownEntry => {
    const reader = entry.id === character ? 'self' : 'present';
    const fields = (kindOf(bible, entry)?.fields ?? []).filter(({ readers }) => readers.includes(reader));
    const loose = looseFactsAt(entry, scene);
    return {
      entry: aboutOf(entry),
      fields: fields
        .filter(({ secret }) => !secret || reader === 'self')
        .map((field) => ({ field, ...valueAt(entry, field.name, scene, counts) })),
      facts: loose.filter((fact) => counts(fact) && !listed.has(fact.id)),
      kept: keptFrom(bible, entry, reader, (fact) => !counts(fact)),
    };
  });
  const self = entryById(bible, character);
  if (self === undefined) throw new TypeError(`nobody in the bible has the id ${character}`);
  return { self: aboutOf(self), entries, knows: knowledge } as unknown as KnownStory;
}

function aboutOf({ id, kind, name, fieldVersions, version }: Entry): About {
  return { id, kind, name, fieldVersions, version };
}

function keptFrom(
  bible: Bible,
  entry: Entry,
  reader: 'self' | 'present',
  isHidden: (fact: Fact) => boolean,
): readonly string[] {
  const fields = kindOf(bible, entry)?.fields ?? [];
  const secrets = fields.filter(
    ({ name, secret }) => secret && reader !== 'self' && (entry.document[name] ?? '') !== '',
  );
  return [...secrets.map(({ name }) => name), ...entry.facts.filter(isHidden).map(({ id }) => `facts.${id}`)];
}

/** What a character learnt before a scene, in story time. Dreams teach nothing. */
function learntBefore(
  timeline: Timeline,
  character: string,
  scene: string,
): readonly { readonly fact: string; readonly since: string }[] {
  const here = timeline.rank(scene) ?? 0;
  return timeline.cards
    .slice(0, here)
    .flatMap(({ id, mode, learns }) =>
      mode === 'dream'
        ? []
        : learns.filter((lesson) => lesson.character === character).map(({ fact }) => ({ fact, since: id })),
    );
}

function factsById(bible: Bible): ReadonlyMap<string, { readonly entry: Entry; readonly fact: Fact }> {
  return new Map(bible.entries.flatMap((entry) => entry.facts.map((fact) => [fact.id, { entry, fact }] as const)));
}

/** What is held comes before what was learnt. */
function byBeginning(held: readonly Knowledge[]): (a: Knowledge, b: Knowledge) => number {
  return (a, b) => Number(held.includes(b)) - Number(held.includes(a));
}
