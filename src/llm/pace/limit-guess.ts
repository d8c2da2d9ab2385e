/** Whether a server counts what requests may take at most, instead of what they take. */
export interface LimitGuess {
  readonly countsMost: () => boolean;
  /** A request was sent that takes so much at most. Gives how much had been answered for. */
  readonly onSend: (most: number) => number;
  readonly see: (sight: Sight) => void;
  /** All was given back: what remained before says nothing any more. */
  readonly reset: () => void;
}

/** What a response said. */
interface Sight {
  readonly limit: number;
  readonly remaining: number;
  readonly at: number;
  /** What its request takes at most, and how much had been answered for when that was sent. */
  readonly most: number;
  readonly answered: number;
}

interface Stretch {
  /** The most and the least that remained, less what came back since its beginning. */
  highest: number;
  lowest: number;
  readonly at: number;
  /** What had been answered for when its first request was sent, and had been sent when its first response came. */
  readonly answered: number;
  readonly sent: number;
}

/** What remains goes down by more than this part of the limits of the requests: then these are counted. */
const PART = 0.7;
/** A stretch that has seen so many responses begins anew. */
const LONGEST = 32;

/**
 * Find out by how fast what remains goes down whether a server counts the output limit of a request, as OpenAI does
 * (https://platform.openai.com/docs/guides/rate-limits), or its output.
 *
 * Which of the requests under way were counted in a response is not known, so there is a least and a most for each.
 */
export function createLimitGuess(refill: (ms: number) => number): LimitGuess {
  let countsMost = false;
  let sent = 0;
  let answered = 0;
  let responses = 0;
  let stretch: Stretch | undefined;
  return {
    countsMost: () => countsMost,
    onSend(most) {
      sent += most;
      return answered;
    },
    see({ limit, remaining, at, most, answered: before }) {
      answered += most;
      responses += 1;
      const back = stretch === undefined ? 0 : refill(at - stretch.at);
      if (stretch === undefined || responses > LONGEST || stretch.highest + back >= limit + 1) {
        stretch = { highest: remaining, lowest: remaining, at, answered: before, sent };
        responses = 0;
        return;
      }
      const left = remaining - back;
      stretch.highest = Math.max(stretch.highest, left);
      stretch.lowest = Math.min(stretch.lowest, left);
      const surely = before - stretch.sent;
      if (stretch.highest - stretch.lowest > PART * (sent - stretch.answered)) countsMost = true;
      else if (surely > 0 && stretch.highest - left < PART * surely) countsMost = false;
    },
    reset: () => {
      stretch = undefined;
    },
  };
}
