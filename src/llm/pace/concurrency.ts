/** How many requests may be under way at a time, where nobody says. */
export interface Concurrency {
  readonly most: () => number;
  /** A request was answered. */
  readonly onAnswer: () => void;
  /** The server said what its limits are: they bound what is under way from here on. */
  readonly onLimits: () => void;
  /** The server asked for less, of a request that was sent at `start`; `now` and so many under way. */
  readonly onTooMany: (start: number, now: number, underWay: number) => void;
}

/** A few at first, to hear of the limits before many are sent. */
const PROBES = 4;

/**
 * Find out how much a server takes side by side, as TCP finds out about a network (RFC 5681): a few at first, one more with
 * every answer, half of them after a 429, and from then on one more with every round of answers.
 */
export function createConcurrency(maxParallel = Number.POSITIVE_INFINITY): Concurrency {
  let most = Math.min(PROBES, maxParallel);
  let reducedAt = Number.NEGATIVE_INFINITY;
  return {
    most: () => Math.floor(most),
    onAnswer: () => {
      const isCareful = reducedAt > Number.NEGATIVE_INFINITY;
      most = Math.min(maxParallel, most + (isCareful ? 1 / most : 1));
    },
    onLimits: () => {
      if (reducedAt === Number.NEGATIVE_INFINITY) most = maxParallel;
    },
    onTooMany: (start, now, underWay) => {
      // Those that were sent together are told together.
      if (start < reducedAt) return;
      reducedAt = now;
      most = Math.max(1, Math.min(most, underWay) / 2);
    },
  };
}
