import { GoOnAnswer } from '../../generators/index.ts';
import { answerCards } from '../develop/cards.ts';
import { readGoOnAsk } from './input.ts';

/** Answer `adapt.cards`: the last scenes of a plan of the whole script, with the people and places that are there. */
export function answerGoOn(input: unknown): GoOnAnswer {
  const { first, count, scenes, ...ask } = readGoOnAsk(input);
  const before = first - 1;
  const { cards } = answerCards({
    ...ask,
    scenes,
    sequences: [before, count, Math.max(0, scenes - before - count)],
    sequence: 1,
    structure: [],
    quota: { flash: 1, short: count, standard: count, setPiece: 1 },
    beats: { plants: [], reveals: [] },
    plots: [],
    settings: ask.settings.length === 0 ? ['ROOM'] : ask.settings,
  });
  return GoOnAnswer({ characters: ask.characters, count }).parse({ cards });
}
