import { ScriptGenError } from '../core/index.ts';
import type { Clock, ModelRequest } from '../llm/index.ts';
import type { Call } from './call.ts';
import type { Caps, Ledger, Verdict } from './ledger.ts';

/** What a budget is made of. */
export interface BudgetOptions {
  readonly ledger: Pick<Ledger, 'reserve' | 'release'>;
  readonly caps: Caps;
  /** The part of a cap at which to warn: 0.8. */
  readonly warnAt: number;
  /** US dollars that a call will hardly exceed; `null` when the price is not known. */
  readonly costOf: (request: ModelRequest, lane: Call['lane']) => Promise<number | null>;
  /** A model that may be asked later and has no known price: looked for once, so that nothing is paid for in vain. */
  readonly unpriced?: () => Promise<string | undefined>;
  readonly clock: Pick<Clock, 'now' | 'sleep'>;
  /** Told once for each cap, when that part of it is spent. */
  readonly onWarning: (warning: { readonly cap: keyof Caps; readonly limit: number; readonly spent: number }) => void;
}

/** Money is set aside before a model is asked, and what was really spent takes its place. */
export interface Budget {
  /**
   * Set aside what a call may cost, under the id that the call will have. Waits while only calls under way stand
   * against it: when they end they will have cost less.
   *
   * @throws ScriptGenError `run/over-budget` when a cap is spent, `run/unpriced` when the price is not known;
   * whatever `signal` is aborted with while it waits.
   */
  reserve(
    call: {
      readonly id: string;
      readonly run: string;
      readonly request: ModelRequest;
      /** `interactive` when absent. */
      readonly lane?: Call['lane'];
    },
    signal: AbortSignal,
  ): Promise<void>;
  /** Give back what was set aside for a call that was not made. */
  release(id: string): Promise<void>;
}

/** How long to wait before asking again whether calls under way have ended, in ms: batches take their time. */
const LOOK_AGAIN = { interactive: 250, batch: 5000 };

/** Make a budget. Without a cap it sets nothing aside and refuses nothing. */
export function createBudget(options: BudgetOptions): Budget {
  const { ledger, caps, warnAt, costOf, unpriced, clock, onWarning } = options;
  const isFree = Object.values(caps).every((cap) => cap === undefined);
  const warned = new Set<keyof Caps>();
  let looked: Promise<string | undefined> | undefined;
  const warn = ({ cap, limit, spent }: Verdict): void => {
    if (warned.has(cap) || spent < warnAt * limit) return;
    warned.add(cap);
    onWarning({ cap, limit, spent });
  };
  return {
    reserve: async ({ id, run, request, lane = 'interactive' }, signal) => {
      if (isFree) return;
      looked ??= unpriced?.();
      const cost = await costOf(request, lane);
      const unknown = (await looked) ?? (cost === null ? request.model : undefined);
      if (unknown !== undefined || cost === null) throw noPrice(unknown ?? request.model);
      if (cost === 0) return;
      for (;;) {
        const verdict = await ledger.reserve({ id, run, dayStart: midnight(clock.now()), cost }, caps);
        warn(verdict);
        if (verdict.granted) return;
        if (verdict.spent + cost > verdict.limit) throw overBudget(verdict, cost);
        await clock.sleep(LOOK_AGAIN[lane], signal);
      }
    },
    release: (id) => (isFree ? Promise.resolve() : ledger.release(id)),
  };
}

/** The midnight with which a day began here, ISO 8601 in UTC. */
function midnight(now: number): string {
  return new Date(new Date(now).setHours(0, 0, 0, 0)).toISOString();
}

const WORDS: Readonly<Record<keyof Caps, { readonly name: string; readonly raise: string }>> = {
  run: { name: 'this run', raise: '--max-cost, or "budget.run_usd" in models.json,' },
  day: { name: 'today', raise: '"budget.day_usd" in models.json' },
  project: { name: 'this project', raise: '"budget.project_usd" in models.json' },
};

function overBudget({ cap, limit, spent }: Verdict, cost: number): ScriptGenError {
  const { name, raise } = WORDS[cap];
  return new ScriptGenError({
    code: 'run/over-budget',
    message: `The budget of ${name} is ${dollars(limit)}; ${dollars(spent)} are spent, and the next call may take ${dollars(cost)}.`,
    hint: `What is paid for is kept. Raise ${raise} and run the same command again: only what is missing is asked.`,
    details: { cap, limit, spent },
  });
}

function noPrice(model: string): ScriptGenError {
  return new ScriptGenError({
    code: 'run/unpriced',
    message: `The price of ${model} is not known, and there is a budget to keep.`,
    hint: 'Give the model a "cost" in models.json (US dollars for a million tokens), or remove the budget.',
  });
}

function dollars(amount: number): string {
  return `$${amount.toFixed(amount < 0.1 ? 4 : 2)}`;
}
