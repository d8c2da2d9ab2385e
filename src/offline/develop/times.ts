import type { Random } from '../random.ts';
import type { Planned } from './script-plan.ts';

const DAY = ['MORNING', 'DAY', 'EVENING', 'NIGHT'] as const;
/** No more scenes than this stand at one time of day. */
const LONGEST = 2;

/** The times of a script's scenes. Days go by in order; a scene in the place of the one before is LATER, a pursuit is CONTINUOUS, and the last is at DAWN. */
export function timesOf(plan: readonly Planned[], random: Random): readonly string[] {
  let hour = random.int(2);
  let held = 0;
  return plan.map(({ setting, pattern, station }, at) => {
    if (station === 'final') return 'DAWN';
    if (at > 0 && plan[at - 1]?.setting === setting) return 'LATER';
    if (at > 0 && pattern.name === 'pursuit') return 'CONTINUOUS';
    const night = pattern.name === 'vigil';
    if (night) hour = 3;
    else if (at > 0 && (held >= LONGEST || random.int(3) > 0)) {
      hour = (hour + 1) % DAY.length;
      held = 0;
    }
    held += 1;
    return DAY[hour] ?? 'DAY';
  });
}
