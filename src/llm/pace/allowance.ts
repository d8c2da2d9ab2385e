import type { Clock } from '../clock.ts';
import { createLimitGuess } from './limit-guess.ts';
import { createRefillGuess } from './refill-guess.ts';
import type { SeenLimit } from './seen-limits.ts';

/** How much something takes: as expected, and at most. */
export interface Amount {
  readonly expected: number;
  readonly most: number;
}

/** What one request takes from an allowance. */
export interface Charge {
  /** What it takes, as far as known. */
  amount: number;
  readonly most: number;
  /** When it was sent, on the clock's `elapsed`. */
  readonly at: number;
  /** All that had been taken up to it, itself included. */
  readonly taken: number;
  /** What had certainly been counted when it was sent; and what had been answered for, at most. */
  readonly counted: number;
  readonly answered: number;
  settled: boolean;
}

/** An amount that may be spent, and that comes back with time. */
export interface Allowance {
  /**
   * Milliseconds until so much may be spent after what is `ahead`: 0 when it may be now. More than there ever is waits
   * for all there is.
   */
  readonly msUntil: (amount: Amount, ahead?: Amount) => number;
  readonly take: (amount: Amount) => Charge;
  /** Say what it really took. */
  readonly settle: (charge: Charge, amount: number) => void;
}

/** An allowance of a server, known by what its responses say. */
export interface SeenAllowance extends Allowance {
  /** Learn from the response to the request of this charge. */
  readonly see: (charge: Charge, seen: SeenLimit) => void;
}

/** A limit without a time is one for a minute. */
const MINUTE_MS = 60_000;
/** The part of a limit that is left unspent where it refills all the time: its level is known only so well. */
const SLACK = 0.01;
/** How long after its end a window is believed to have ended: what is sent at that moment would come too early. */
const GRACE_MS = 50;

/**
 * Follow a limit of a server through what its responses say of it. Until the first one it is boundless.
 *
 * Servers count in two ways: in windows, at whose end all is there again, and in buckets that fill all the time and tell
 * when they will be full. Both are full at the moment they name, so a limit is taken for one of windows until its
 * responses show that it is a bucket ({@link createRefillGuess}).
 *
 * There are two counts of what is left, and the smaller holds. `level` is ours, of what requests really took, kept
 * within what responses can mean: requests under way may have been counted in them, or not. `cap` is the server's: what
 * it said last, less what was sent since. `isWhole`: a request counts as a whole when it comes; tokens up to its end.
 */
export function createSeenAllowance(
  clock: Pick<Clock, 'elapsed'>,
  { isWhole }: { readonly isWhole: boolean },
): SeenAllowance {
  const buckets = createRefillGuess();
  let limit = Number.POSITIVE_INFINITY;
  let level = Number.POSITIVE_INFINITY;
  let cap = Number.POSITIVE_INFINITY;
  let at = clock.elapsed();
  /** When a window ends; `undefined` when the next one has not begun. */
  let resetAt: number | undefined;
  let isResetSeen = false;
  let windowMs = MINUTE_MS;
  /** All that was ever taken, the part of it that was settled, and the part up to the last request whose response is in `cap`. */
  let taken = 0;
  let counted = 0;
  let capped = 0;

  const refill = (ms: number): number => (ms * limit) / (buckets.periodMs() ?? Number.POSITIVE_INFINITY);
  const limits = createLimitGuess(refill);
  const begin = (): void => {
    resetAt = at + windowMs;
    isResetSeen = false;
  };
  const roll = (): void => {
    const passed = clock.elapsed() - at;
    at += passed;
    if (buckets.periodMs() !== undefined) {
      level = Math.min(limit, level + refill(passed));
      cap = Math.min(limit, cap + refill(passed));
    } else if (resetAt !== undefined && at >= resetAt) {
      // What is under way may count in the new window; what is said to it may be of the old one.
      level = limit - (taken - counted);
      cap = limit;
      capped = taken;
      resetAt = undefined;
      limits.reset();
      if (taken > counted) begin();
    }
  };
  /** Of what is said of one window's end, the earliest is the nearest to the truth. Whether it is a new window. */
  const seeReset = (resetMs: number): boolean => {
    const end = at + resetMs + GRACE_MS;
    windowMs = Math.max(windowMs, resetMs);
    const known = isResetSeen ? resetAt : undefined;
    const isSame = known !== undefined && end - known < windowMs / 2;
    resetAt = isSame ? Math.min(known, end) : end;
    isResetSeen = true;
    return known !== undefined && !isSame;
  };
  const own = ({ expected, most }: Amount): number =>
    limits.countsMost() && most < Number.POSITIVE_INFINITY ? most : expected;
  return {
    msUntil(amount, ahead = { expected: 0, most: 0 }) {
      if (limit === Number.POSITIVE_INFINITY) return 0;
      roll();
      const period = buckets.periodMs();
      const need = Math.min(own(amount) + (period === undefined ? 0 : limit * SLACK), limit);
      const short = own(ahead) + need - Math.min(level, cap);
      if (short <= 0) return 0;
      if (period !== undefined) return Math.ceil((short * period) / limit);
      return Math.ceil((resetAt ?? at + windowMs) - at + (Math.ceil(short / limit) - 1) * windowMs);
    },
    take(amount) {
      roll();
      const taking = own(amount);
      level -= taking;
      cap -= taking;
      taken += taking;
      if (resetAt === undefined) begin();
      const answered = limits.onSend(amount.most);
      return { amount: taking, most: amount.most, at, taken, counted, answered, settled: false };
    },
    settle(charge, real) {
      if (charge.settled) return;
      roll();
      charge.settled = true;
      // Who counts the most does not give the rest back.
      const amount = limits.countsMost() ? charge.amount : real;
      level += charge.amount - amount;
      taken += amount - charge.amount;
      counted += amount;
      charge.amount = amount;
    },
    see(charge, { limit: most, remaining, resetMs }) {
      roll();
      const isFirst = limit === Number.POSITIVE_INFINITY;
      limit = most;
      if (resetMs !== undefined) buckets.see({ limit, remaining, resetMs, at });
      const isNew = resetMs !== undefined && buckets.periodMs() === undefined && seeReset(resetMs);
      if (isNew) limits.reset();
      const least = remaining - (taken - charge.counted - (isWhole ? charge.amount : 0));
      const highest = remaining + refill(at - charge.at);
      level = isFirst || isNew ? least : Math.max(least, Math.min(level, highest));
      if (charge.taken >= capped || isNew) {
        capped = charge.taken;
        cap = highest - (taken - charge.taken);
      }
      if (!isWhole) limits.see({ limit, remaining, at, most: charge.most, answered: charge.answered });
    },
  };
}
