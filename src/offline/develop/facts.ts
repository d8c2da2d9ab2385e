import type { Random } from '../random.ts';
import { fillClause, known, placeSlots } from './grammar.ts';
import type { Story } from './story.ts';

/** What can come out in any story: `{A}` is not the one who learns it, `{B}` is a third. */
const COMMON: readonly string[] = [
  '{A} asked for {token} a week before anyone else had heard of it',
  '{B} kept a copy of {token}',
  '{theprop} was taken {at} and should never have left',
  '{A} was {at} on the night {token} was moved',
  '{B} has been paid to say nothing',
  '{A} owes {B} more than money',
  'somebody has been sleeping {at}',
  '{B} saw {A} leave {place} with {theprop}',
  '{A} once made {B} the same promise and broke it',
  '{theprop} belonged to {B} first',
  '{A} has a second way into {place}',
  '{B} told {A} everything on the very first day',
  '{A} has never opened {token}',
  'the date on {token} is wrong by a day',
  '{A} has already packed',
  'it was {B} who made the first call',
  '{A} stayed behind because of {B}',
  '{theprop} has been mended, and not by its owner',
  '{A} has turned down {B}’s offer twice',
  '{B} and {A} were {at} together and both deny it',
  '{A} meant {obj} to go to {B}',
  'the lock of {place} was changed by {A}',
  '{B} burnt a letter that had {A}’s name on it',
  '{A} has known {B} since long before any of this',
  '{theprop} is one of a pair, and {B} has the other',
  '{A} was told to lose {token}, and could not do it',
];

/** What choosing a fact reads. */
export interface FactAsk {
  readonly story: Story;
  readonly learner: string;
  /** The other one on stage. */
  readonly teller: string;
  readonly random: Random;
  /** Facts already out. */
  readonly used: ReadonlySet<string>;
  /** How far into the script, from 0 to 1: the shape’s own facts come out in order along it. */
  readonly at: number;
}

/** A fact nobody has learned yet, as a clause: the story’s own when one is due, else a common one. */
export function chooseFact({ story, learner, teller, random, used, at }: FactAsk): string {
  const own = story.shape.facts.filter((fact) => fact !== '{secret}').map((fact) => fillClause(fact, story.slots));
  const due = own
    .slice(0, 1 + Math.floor(at * own.length))
    .find((fact) => !used.has(fact) && !fact.startsWith(learner) && !fact.endsWith(learner));
  if (due) return due;
  const names = story.people.map(({ name }) => name);
  const third = random.shuffle(names.filter((name) => name !== learner && name !== teller))[0];
  const props = random.shuffle(story.reading.domain.props);
  const places = random.shuffle(story.places);
  for (const [index, fact] of random.shuffle(COMMON).entries()) {
    if (!third && fact.includes('{B}')) continue;
    const where = placeSlots(places[index % places.length] ?? 'ROOM', names);
    const filled = fillClause(fact, {
      ...story.slots,
      ...where,
      A: teller,
      B: third ?? '',
      theprop: known(props[index % props.length] ?? 'key'),
    });
    if (!used.has(filled)) return filled;
  }
  return `${teller} is afraid of the same thing as ${learner}`;
}
