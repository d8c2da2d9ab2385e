import { type CardAnswer, type CardsInput, chooseCards } from '../../generators/index.ts';
import type { Run } from '../../steps/index.ts';
import { expectedWords } from '../../structures/index.ts';
import { type CardsBySequence, type CardWork, faultsOf } from './draft-outline.ts';
import { weigh } from './weigh.ts';

/**
 * Choose the best of several plans of every sequence, side by side: the one with the fewest faults, each held against the
 * first plans of the other sequences; among equals the one that keeps best to its mix; and what is left goes to a judge,
 * two at a time and in both orders. One that does not win in both orders does not take the place of an earlier one.
 */
export function chooseTakes(
  run: Run,
  work: CardWork,
  takes: readonly (readonly (readonly CardAnswer[])[])[],
): Promise<CardsBySequence> {
  const firsts = takes.map(([first = []]) => first);
  return Promise.all(
    takes.map(async (candidates, sequence) => {
      const ask = work.asks[sequence];
      const [only = []] = candidates;
      if (ask === undefined || candidates.length < 2) return only;
      const ranked = candidates.map((cards, take) => {
        const whole = firsts.map((own, at) => (at === sequence ? cards : own));
        return { cards, take, faults: weigh(faultsOf(work, whole)), off: offMix(cards, ask) };
      });
      const fewest = Math.min(...ranked.map(({ faults }) => faults));
      const sound = ranked.filter(({ faults }) => faults === fewest);
      const nearest = Math.min(...sound.map(({ off }) => off));
      const equals = sound.filter(({ off }) => off === nearest);
      let [best] = equals;
      for (const next of equals.slice(1)) {
        if (best !== undefined && (await isBetter(run, ask, next, best))) best = next;
      }
      return best?.cards ?? only;
    }),
  );
}

interface Take {
  readonly cards: readonly CardAnswer[];
  readonly take: number;
}

/** Whether a judge prefers one plan to another in both orders. */
async function isBetter(run: Run, ask: CardsInput, one: Take, other: Take): Promise<boolean> {
  const about = ask.beats.sequences[ask.sequence];
  const input = {
    ...{ title: ask.title, logline: ask.logline, spine: ask.spine },
    ...{ purpose: about?.purpose ?? '', ends: about?.ends ?? '' },
  };
  const pair = (a: Take, b: Take): string => `${ask.sequence + 1}/${a.take + 1}-${b.take + 1}`;
  const [there, back] = await Promise.all([
    chooseCards(run, pair(other, one), { ...input, a: other.cards, b: one.cards }),
    chooseCards(run, pair(one, other), { ...input, a: one.cards, b: other.cards }),
  ]);
  return there.better === 'B' && back.better === 'A';
}

/** How far cards are from the mix they were asked for: scenes of another length, of wrong silence, and turns of one kind running. */
function offMix(cards: readonly CardAnswer[], { quota }: CardsInput): number {
  const lengths = (['flash', 'short', 'standard', 'setPiece'] as const).map((length) =>
    Math.abs(quota[length] - cards.filter((card) => card.length === length).length),
  );
  const silent = cards.filter(({ speakers }) => speakers.length === 0).length;
  const running = cards.filter(
    ({ change }, at) => at > 1 && cards[at - 1]?.change === change && cards[at - 2]?.change === change,
  );
  const even = variation(cards.map((card) => expectedWords(card))) < EVEN ? 1 : 0;
  return (
    lengths.reduce((sum, off) => sum + off, 0) / 2 +
    (quota.silent === undefined ? 0 : Math.abs(quota.silent - silent)) +
    running.length +
    even
  );
}

/** Scenes that vary less in length than those of any of 77 produced films (10th percentile: .83) are of one length. */
const EVEN = 0.5;

function variation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  return mean === 0 ? 0 : Math.sqrt(spread) / mean;
}
