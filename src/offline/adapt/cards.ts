import { GoOnAnswer } from '../../generators/index.ts';
import { answerCards } from '../develop/cards.ts';
import { readGoOnAsk } from './input.ts';

/** Answer `adapt.cards`: the last scenes of a plan of the whole script, with the people and places that are there. */
export function answerGoOn(input: unknown): GoOnAnswer {
  const { first, count, scenes, ...ask } = readGoOnAsk(input);
  const before = first - 1;
  const sequences = [before, count, Math.max(0, scenes - before - count)].filter((part, at) => at === 1 || part > 0);
  const { cards } = answerCards({
    ...ask,
    scenes,
    sequences,
    sequence: before > 0 ? 1 : 0,
    plots: [],
    settings: ask.settings.length === 0 ? ['ROOM'] : ask.settings,
  });
  // The planner of scenes says more than is asked here.
  return GoOnAnswer({ characters: ask.characters, count }).parse({
    cards: cards.map((card) => ({ uses: [], ...card })),
  });
}
