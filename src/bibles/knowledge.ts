import { tellFact } from './at-scene.ts';
import type { Outline } from './card.ts';
import type { Bible, Entry } from './entry.ts';
import type { Fact, Holder } from './fact.ts';
import type { Scene } from './stage.ts';
import { holdsAt, isReached, type Timeline, timelineOf } from './timeline.ts';

/** One thing that a character knows, or takes for true. */
export interface Knowledge {
  readonly text: string;
  /** The fact it is, or that a belief stands in place of; absent for what only a card says. */
  readonly fact?: string;
  /** The scene in which it was learnt; absent for what was known from the beginning. */
  readonly since?: string;
  readonly isBelief: boolean;
}

/** A fact, and the entry it is about. */
export interface FactAbout {
  readonly entry: Entry;
  readonly fact: Fact;
}

/**
 * What a character knows in a scene beyond what anybody can see: facts it holds, and what it has learnt in scenes that
 * came before in story time. A fold over bible and cards; no draft is read for it, so a rewritten scene never changes
 * who knows what. Facts that do not hold in the scene are not told. In the order of the bible, then of story time; each
 * thing once, as it was first learnt.
 */
export function knows(bible: Bible, outline: Outline, character: string, scene: string): readonly Knowledge[] {
  const timeline = timelineOf(outline);
  const learnt = learntBefore(timeline, character, scene);
  const facts = factsById(bible);
  const held = [...facts.values()].flatMap((about): readonly Knowledge[] => {
    const { fact } = about;
    if (!holdsAt(timeline, fact, scene) || learnt.some((lesson) => teaches(lesson, fact))) return [];
    const holder = holderAt(timeline, fact, character, scene);
    if (holder === undefined) return [];
    const isBelief = holder.believes !== undefined && !isOpen(timeline, fact, scene);
    const text = isBelief && holder.believes !== undefined ? holder.believes : tellFact(about.entry, fact);
    return [{ text, fact: fact.id, ...(holder.since === undefined ? {} : { since: holder.since }), isBelief }];
  });
  const told = learnt.flatMap(({ fact, since }): readonly Knowledge[] => {
    const known = facts.get(fact);
    if (known === undefined) return [{ text: fact, since, isBelief: false }];
    if (!holdsAt(timeline, known.fact, scene)) return [];
    return [{ text: tellFact(known.entry, known.fact), fact, since, isBelief: false }];
  });
  const texts = new Set<string>();
  return [...held, ...told].filter(({ text }) => !texts.has(text) && texts.add(text));
}

/** Whether a character knows that a fact is so, in a scene: it holds or has learnt it, or nobody keeps it. */
export function isKnown(fact: Fact, { outline, card }: Scene, character: string): boolean {
  const timeline = timelineOf(outline);
  if (learntBefore(timeline, character, card.id).some((lesson) => teaches(lesson, fact))) return true;
  if (isOpen(timeline, fact, card.id)) return true;
  const { holders = [], secretUntil } = fact;
  if (holders.some((one) => one.character === character)) {
    const holder = holderAt(timeline, fact, character, card.id);
    return holder !== undefined && holder.believes === undefined;
  }
  return secretUntil === undefined && holders.length === 0;
}

/** The facts of a bible by their ids. */
export function factsById(bible: Bible): ReadonlyMap<string, FactAbout> {
  return new Map(bible.entries.flatMap((entry) => entry.facts.map((fact) => [fact.id, { entry, fact }] as const)));
}

interface Lesson {
  readonly fact: string;
  readonly since: string;
}

/** What a character learnt before a scene, in story time. Dreams teach nothing. */
function learntBefore(timeline: Timeline, character: string, scene: string): readonly Lesson[] {
  const here = timeline.rank(scene) ?? 0;
  const before = timeline.cards.slice(0, here).filter(({ mode }) => mode !== 'dream');
  return before.flatMap(({ id, learns }) =>
    learns.filter((lesson) => lesson.character === character).map(({ fact }) => ({ fact, since: id })),
  );
}

/** Whether a lesson is about a fact: it names its id, or says it word for word. */
function teaches({ fact: told }: Pick<Lesson, 'fact'>, { id, value }: Fact): boolean {
  return told === id || told === value;
}

/** Whether the scene up to which a fact was kept has come. */
function isOpen(timeline: Timeline, { secretUntil }: Fact, scene: string): boolean {
  return secretUntil !== undefined && isReached(timeline, secretUntil, scene);
}

/** How a character stands to a fact in a scene: of what is said of it, that which began last; who knows it keeps no belief. */
function holderAt(timeline: Timeline, { holders = [] }: Fact, character: string, scene: string): Holder | undefined {
  const own = holders.filter(
    (one) => one.character === character && (one.since === undefined || isReached(timeline, one.since, scene)),
  );
  const knowing = own.find(({ believes }) => believes === undefined);
  return knowing ?? own.reduce<Holder | undefined>((last, one) => later(timeline, last, one), undefined);
}

function later(timeline: Timeline, last: Holder | undefined, one: Holder): Holder {
  if (last?.since === undefined) return one;
  return one.since !== undefined && isReached(timeline, last.since, one.since) ? one : last;
}
