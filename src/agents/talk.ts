import type { HeardTurn } from '../generators/index.ts';
import type { Run } from '../steps/index.ts';
import type { Agents, Offer, Offered, PlayedTurn, Stage } from './stage.ts';
import type { View } from './view.ts';
import { whoseTurn } from './whose-turn.ts';

/** Let the people of a scene play it turn by turn, each hearing the others; {@link whoseTurn} says who is next. */
export async function talk(
  run: Run,
  stage: Stage,
  { views, player }: { readonly views: readonly View[]; readonly player: NonNullable<Agents['player']> },
): Promise<Offered> {
  const { beats, length } = stage.card;
  const speakers = views.map(({ name }) => name);
  const lead = views.find(({ id }) => id === stage.card.lead)?.name ?? '';
  const turns: PlayedTurn[] = [];
  for (;;) {
    const name = whoseTurn({ speakers, lead, beats: beats.length, length, turns });
    const view = views.find((one) => one.name === name);
    if (view === undefined) break;
    const call = { character: view.id, turn: turns.length + 1, heard: turns.map(heardOf) };
    turns.push(await player(run, { ...stage, ...call }));
  }
  return { offers: speakers.flatMap((name) => offerOf(name, turns)), turns: turns.map(heardOf) };
}

/** What of a turn reaches the others: nothing of what was meant by it. */
function heardOf({ character, does, lines }: PlayedTurn): HeardTurn {
  return { character, does, lines: lines.map(({ text, parenthetical }) => ({ text, parenthetical })) };
}

/** All that one character offered over its turns. */
function offerOf(name: string, turns: readonly PlayedTurn[]): readonly Offer[] {
  const own = turns.filter(({ character }) => character === name);
  const last = own.at(-1);
  if (last === undefined) return [];
  const lines = own.flatMap((turn) => turn.lines.map((line) => ({ beat: turn.beat, ...line })));
  return [{ character: name, offer: { intent: last.intent, withheld: last.withheld, refusal: '', lines } }];
}
