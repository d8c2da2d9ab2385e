import type { Random } from '../random.ts';
import type { CardsAsk } from './input.ts';
import type { Planned } from './script-plan.ts';

type Length = 'flash' | 'short' | 'standard' | 'setPiece';
const LONGEST_FIRST: readonly Length[] = ['setPiece', 'standard', 'short', 'flash'];

/** The length of every scene of a sequence, as many of each as are asked for: the longest for the greatest turns and for talk. */
export function lengthsFor(scenes: readonly Planned[], quota: CardsAsk['quota'], random: Random): readonly Length[] {
  const order = scenes
    .map((scene, at) => ({ at, weight: weightOf(scene) + random.fork(`scene ${at}`).int(100) / 50 }))
    .toSorted((a, b) => b.weight - a.weight);
  const given = LONGEST_FIRST.flatMap((length) => Array.from({ length: quota[length] }, () => length));
  const lengths: Length[] = scenes.map(() => 'short');
  for (const [place, { at }] of order.entries()) lengths[at] = given[place] ?? 'short';
  return apart(lengths, scenes);
}

/** How much room a scene wants. */
function weightOf({ station, pattern, speakers }: Planned): number {
  const turn = station === 'climax' ? 9 : station === 'committed' || station === 'setback' ? 6 : station ? 3 : 0;
  return turn + (pattern.silent ? 0 : 2) + Math.min(1, Math.max(0, speakers.length - 2));
}

/** The same lengths without three alike in a row, as far as scenes that are not turning points can change places. */
function apart(lengths: readonly Length[], scenes: readonly Planned[]): readonly Length[] {
  const order = [...lengths];
  for (let at = 2; at < order.length; at += 1) {
    if (!isRun(order, at) || scenes[at]?.station !== undefined) continue;
    const other = order.findIndex((length, place) => {
      const [here, there] = [scenes[at], scenes[place]];
      if (length === order[at] || there?.station !== undefined) return false;
      if ((here?.pattern.silent && length === 'setPiece') || (there?.pattern.silent && order[at] === 'setPiece'))
        return false;
      const next = [...order];
      next[place] = order[at] ?? length;
      next[at] = length;
      return runsIn(next) < runsIn(order);
    });
    const [here, there] = [order[at], order[other]];
    if (here !== undefined && there !== undefined) {
      order[at] = there;
      order[other] = here;
    }
  }
  return order;
}

function isRun(lengths: readonly Length[], at: number): boolean {
  return lengths[at] === lengths[at - 1] && lengths[at] === lengths[at - 2];
}

function runsIn(lengths: readonly Length[]): number {
  return lengths.filter((_, at) => at > 1 && isRun(lengths, at)).length;
}
