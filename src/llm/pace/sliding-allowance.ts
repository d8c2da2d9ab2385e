import type { Clock } from '../clock.ts';
import type { Allowance, Charge } from './allowance.ts';

interface Slice {
  readonly at: number;
  amount: number;
}

const MINUTE_MS = 60_000;
/** What is spent within so many milliseconds is kept as one. */
const SLICE_MS = 100;

/**
 * At most so much within any minute: safe for a server that counts in windows, whenever they begin, and for one that
 * refills all the time. For limits that somebody configured.
 */
export function createSlidingAllowance(limit: number, clock: Pick<Clock, 'elapsed'>): Allowance {
  const slices: Slice[] = [];
  const bySlice = new WeakMap<Charge, Slice>();
  let spent = 0;
  const roll = (): number => {
    const now = clock.elapsed();
    for (let first = slices[0]; first !== undefined && now >= first.at + MINUTE_MS + SLICE_MS; first = slices[0]) {
      spent -= first.amount;
      slices.shift();
    }
    return now;
  };
  const currentSlice = (now: number): Slice => {
    const last = slices.at(-1);
    if (last !== undefined && now - last.at < SLICE_MS) return last;
    const next = { at: now, amount: 0 };
    slices.push(next);
    return next;
  };
  return {
    msUntil({ expected }, ahead = { expected: 0, most: 0 }) {
      const now = roll();
      const short = spent + ahead.expected + Math.min(expected, limit) - limit;
      if (short <= 0) return 0;
      let freed = 0;
      const enough = slices.find((slice) => {
        freed += slice.amount;
        return freed >= short;
      });
      const waves = Math.floor(Math.max(0, short - freed) / limit);
      const at = (enough ?? slices.at(-1))?.at ?? now;
      return Math.ceil(at + MINUTE_MS + SLICE_MS - now + waves * MINUTE_MS);
    },
    take({ expected: amount, most }) {
      const slice = currentSlice(roll());
      slice.amount += amount;
      spent += amount;
      const charge: Charge = { amount, most, at: slice.at, taken: 0, counted: 0, answered: 0, settled: false };
      bySlice.set(charge, slice);
      return charge;
    },
    settle(charge, amount) {
      const slice = bySlice.get(charge);
      if (charge.settled || slice === undefined) return;
      charge.settled = true;
      roll();
      slice.amount += amount - charge.amount;
      if (slices.includes(slice)) spent += amount - charge.amount;
      charge.amount = amount;
    },
  };
}
