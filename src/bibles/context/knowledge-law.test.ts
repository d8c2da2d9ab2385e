import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aStory, PEOPLE, type RandomStory } from '../fixtures/random-story.ts';
import { contextFor, type Fact, isKnown, lessonsFor, printContext, type SceneCard } from '../index.ts';

/** By hand: `RUNS=10000 npx vitest run src/bibles`. */
const RUNS = Number(process.env['RUNS'] ?? 500);

test('a character never reads what it does not know, and always what it has learnt and still holds', () => {
  const met = { kept: 0, learnt: 0, before: 0 };
  fc.assert(
    fc.property(aStory, (story) => {
      for (const { card, character } of viewings(story)) {
        const scene = { outline: { cards: story.cards }, card };
        const context = contextFor(story.bible, scene, { role: 'character', character });
        const text = JSON.stringify(context) + printContext(context);
        for (const { fact, token } of story.facts) {
          const isShown = text.includes(token);
          const isTold = hasLearnt(story, fact, card, character) || isOpen(story, fact, card, character);
          expect(isKnown(fact, scene, character), `${character} knows ${fact.id} in ${card.id}`).toBe(isTold);
          if (!isTold) {
            met.kept += 1;
            expect(isShown, `${character} is shown ${fact.id} in ${card.id}`).toBe(false);
          }
          if (!hasLearnt(story, fact, card, character)) continue;
          met[holds(story, fact, card) ? 'learnt' : 'before'] += 1;
          if (holds(story, fact, card)) expect(isShown, `${character} misses ${fact.id} in ${card.id}`).toBe(true);
        }
      }
    }),
    { numRuns: RUNS },
  );
  for (const times of Object.values(met)) expect(times).toBeGreaterThan(RUNS);
});

test('a secret or private field of another is in no context, unless a fact tells it', () => {
  fc.assert(
    fc.property(aStory, (story) => {
      for (const { card, character } of viewings(story)) {
        const scene = { outline: { cards: story.cards }, card };
        const text = JSON.stringify(contextFor(story.bible, scene, { role: 'character', character }));
        expect(text).not.toContain('«violin use»');
        expect(text).not.toContain(' notes»');
        for (const other of ['Maya', 'Tom', 'Zoe'].filter((name) => `ch_${name.toLowerCase()}` !== character)) {
          expect(text).not.toContain(`«${other} secret»`);
          expect(text).not.toContain(`«${other} want»`);
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test('of the lessons of a scene a character reads its own, and others only of what it knows', () => {
  fc.assert(
    fc.property(aStory, (story) => {
      for (const { card, character } of viewings(story)) {
        const scene = { outline: { cards: story.cards }, card };
        const text = JSON.stringify(lessonsFor(story.bible, scene, character));
        for (const { fact, token } of story.facts) {
          const ways = card.learns.filter((lesson) => lesson.fact === fact.id || lesson.fact === fact.value);
          const isTold = ways.some((way) => way.character === character || way.fact === fact.value);
          if (!isTold && !isKnown(fact, scene, character)) expect(text).not.toContain(token);
        }
      }
    }),
    { numRuns: RUNS },
  );
});

function viewings({ cards }: RandomStory): readonly { readonly card: SceneCard; readonly character: string }[] {
  return cards.flatMap((card) => PEOPLE.map((character) => ({ card, character })));
}

/** Said again in other words than the code's: a scene comes before another when its moment does, then its place. */
function isBefore({ cards }: RandomStory, a: string, b: string): boolean {
  const [left, right] = [a, b].map((id) => cards.findIndex((card) => card.id === id));
  if (left === undefined || right === undefined || left < 0 || right < 0) return false;
  const [when, then] = [moment(cards, left), moment(cards, right)];
  return when < then || (when === then && left < right);
}

function moment(cards: readonly SceneCard[], place: number): number {
  const { mode = 'present', storyTime } = cards[place] ?? {};
  if (storyTime !== undefined) return storyTime;
  if (mode === 'flashback') return Number.NEGATIVE_INFINITY;
  if (mode === 'flash-forward') return Number.POSITIVE_INFINITY;
  const clock = cards.slice(0, place).findLast((card) => card.mode === 'present' && card.storyTime !== undefined);
  return clock?.storyTime ?? 0;
}

function hasCome(story: RandomStory, mark: string, here: string): boolean {
  return (mark === here && story.cards.some(({ id }) => id === mark)) || isBefore(story, mark, here);
}

function hasLearnt(story: RandomStory, fact: Fact, here: SceneCard, character: string): boolean {
  const isTaught = story.cards.some(
    ({ id, mode, learns }) =>
      mode !== 'dream' &&
      isBefore(story, id, here.id) &&
      learns.some((lesson) => lesson.character === character && [fact.id, fact.value].includes(lesson.fact)),
  );
  const isTold = (fact.holders ?? []).some(
    ({ character: who, since, believes }) =>
      who === character && believes === undefined && since !== undefined && hasCome(story, since, here.id),
  );
  return isTaught || isTold;
}

/** Whether nobody keeps a fact from a character any more. */
function isOpen(story: RandomStory, fact: Fact, here: SceneCard, character: string): boolean {
  const { holders = [], secretUntil } = fact;
  if (secretUntil !== undefined && hasCome(story, secretUntil, here.id)) return true;
  const isHeld = holders.some((one) => one.character === character && !one.since && !one.believes);
  return isHeld || (holders.length === 0 && secretUntil === undefined);
}

function holds(story: RandomStory, { from, to }: Fact, here: SceneCard): boolean {
  const isGone = to !== undefined && !story.cards.some(({ id }) => id === to);
  const isOver = to !== undefined && !isGone && to !== here.id && isBefore(story, to, here.id);
  return (from === undefined || hasCome(story, from, here.id)) && !isOver;
}
