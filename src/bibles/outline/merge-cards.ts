import { ScriptGenError } from '../../core/index.ts';
import { type Outline, type SceneCard, sceneNumber } from '../card.ts';
import { contentOf, type Entry } from '../entry.ts';
import type { Fact } from '../fact.ts';
import type { EntryWrite } from '../store.ts';
import { cardIn, changedCard, withCards } from './change-card.ts';
import { lengthBy, longerOf } from './lengths.ts';

/**
 * An outline in which two neighbours are one scene: it keeps the first one's id, place, lead and goal, has the beats and
 * people of both, and turns from where the first begins to where the second ends. Cards that followed from the second
 * follow from it; facts are {@link factsMoved}.
 *
 * @throws ScriptGenError `input/invalid` when the second does not come right after the first.
 */
export function mergeCards(outline: Outline, first: string, second: string): Outline {
  const [one, other] = [cardIn(outline, first), cardIn(outline, second)];
  const place = outline.cards.indexOf(one);
  if (outline.cards[place + 1] !== other) throw noNeighbours(outline, first, second);
  const merged = changedCard(one, {
    ...joined(one, other),
    turn: { from: one.turn.from, to: other.turn.to },
    change: other.change ?? one.change,
    tension: Math.max(one.tension, other.tension),
    length: lengthBy(longerOf(one.length, other.length), 1),
    synopsis: [one.synopsis, other.synopsis].filter((text) => text !== '').join(' '),
    beat: one.beat ?? other.beat,
    image: one.image ?? other.image,
  });
  const relinked = (card: SceneCard): SceneCard =>
    card.becauseOf.includes(second)
      ? { ...card, becauseOf: union(card.becauseOf.map((id) => (id === second ? first : id))) }
      : card;
  return withCards(
    outline,
    outline.cards.flatMap((card) => (card === other ? [] : [card === one ? merged : relinked(card)])),
  );
}

/** The lists of two cards, each thing once. */
function joined(one: SceneCard, other: SceneCard): Partial<SceneCard> {
  const both = <T>(of: (card: SceneCard) => readonly T[] | undefined): readonly T[] | undefined =>
    of(one) === undefined && of(other) === undefined ? undefined : union([...(of(one) ?? []), ...(of(other) ?? [])]);
  const lists = {
    setsUp: both(({ setsUp }) => setsUp),
    paysOff: both(({ paysOff }) => paysOff),
    uses: both(({ uses }) => uses),
    extras: both(({ extras }) => extras),
  };
  return {
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined)),
    cast: union([...one.cast, ...other.cast]),
    speakers: union([...one.speakers, ...other.speakers]),
    beats: [...one.beats, ...other.beats],
    learns: union([...one.learns, ...other.learns]),
    threads: union([...one.threads, ...other.threads]),
    becauseOf: union([...one.becauseOf, ...other.becauseOf]).filter((id) => id !== one.id),
  };
}

/** Each thing once, things that say the same being the same. */
function union<T>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}

/** What is to be written of entries, so that facts which begin, end, come out or are known in one scene do so in another. */
export function factsMoved(entries: readonly Entry[], from: string, to: string): readonly EntryWrite[] {
  const at = <T extends string | undefined>(scene: T): T | string => (scene === from ? to : scene);
  return entries.flatMap((entry): readonly EntryWrite[] => {
    const facts = entry.facts.map((fact): Fact => {
      const moved = { from: at(fact.from), to: at(fact.to), secretUntil: at(fact.secretUntil) };
      const held = fact.holders?.map((holder) =>
        holder.since === undefined ? holder : { ...holder, since: at(holder.since) },
      );
      const said = Object.entries(moved).filter(([, scene]) => scene !== undefined);
      return { ...fact, ...Object.fromEntries(said), ...(held === undefined ? {} : { holders: held }) };
    });
    if (JSON.stringify(facts) === JSON.stringify(entry.facts)) return [];
    return [{ type: 'update', id: entry.id, expected: entry.version, content: { ...contentOf(entry), facts } }];
  });
}

function noNeighbours(outline: Outline, first: string, second: string): ScriptGenError {
  const [one, other] = [first, second].map((id) => sceneNumber(outline, id));
  return new ScriptGenError({
    code: 'input/invalid',
    message: `Scene ${other} does not come right after scene ${one}.`,
    hint: `Move it there first: scriptgen card move ${other} --after ${one}`,
  });
}
