import { ScriptGenError } from '../../core/index.ts';
import { type Outline, type SceneCard, sceneNumber } from '../card.ts';
import { cardIn, changedCard, withCards } from './change-card.ts';
import { lengthBy } from './lengths.ts';
import type { CardChange } from './shape.ts';

/** Where a card is split. */
export interface CardSplit {
  /** The beat that the second scene begins with, from 2. */
  readonly at: number;
  /** The second scene's id, which no card has had. */
  readonly id: string;
  /** What else is to be said of the second one. */
  readonly fields?: CardChange | undefined;
}

/**
 * An outline in which one scene is two: the first keeps the id, and with it what links to it, what it plants and what is
 * learnt in it; the second has the rest of the beats, plays in the same place with the same people, follows from the
 * first, and begins where that one's turn ends. Both are a length class shorter.
 *
 * @throws ScriptGenError `input/invalid` for a beat that leaves one of them without any.
 */
export function splitCard(outline: Outline, id: string, { at, id: second, fields = {} }: CardSplit): Outline {
  const card = cardIn(outline, id);
  if (!Number.isInteger(at) || at < 2 || at > card.beats.length) throw noBeat(outline, card, at);
  const length = lengthBy(card.length, -1);
  const [before, rest] = [card.beats.slice(0, at - 1), card.beats.slice(at - 1)];
  const first = changedCard(card, { beats: before, length });
  const after = changedCard(
    {
      ...card,
      ...{ id: second, version: 1, length, beats: rest, synopsis: rest.join(' '), learns: [], becauseOf: [id] },
      turn: { from: card.turn.to, to: card.turn.to },
    },
    { ...OWN, ...fields },
  );
  return withCards(
    outline,
    outline.cards.flatMap((one) => (one === card ? [first, after] : [one])),
  );
}

/** What is the first scene's alone. */
const OWN: CardChange = {
  storyTime: undefined,
  beat: undefined,
  setsUp: undefined,
  paysOff: undefined,
  uses: undefined,
  image: undefined,
};

function noBeat(outline: Outline, { id, beats }: SceneCard, at: number): ScriptGenError {
  const number = sceneNumber(outline, id);
  return new ScriptGenError({
    code: 'input/invalid',
    message: `Scene ${number} cannot be split at beat ${at}.`,
    hint:
      beats.length < 2
        ? `It has ${beats.length} beat: scriptgen card set ${number} beats="first | second"`
        : `The second scene begins with a beat from 2 to ${beats.length}.`,
  });
}
