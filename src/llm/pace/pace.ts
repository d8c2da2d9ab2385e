import type { Clock } from '../clock.ts';
import type { Usage } from '../model.ts';
import type { RateLimits } from '../settings.ts';
import { type Allowance, type Amount, type Charge, createSeenAllowance, type SeenAllowance } from './allowance.ts';
import { createConcurrency } from './concurrency.ts';
import { createExpectation, type RequestSize } from './expectation.ts';
import { type LimitKind, seenLimits } from './seen-limits.ts';
import { createSlidingAllowance } from './sliding-allowance.ts';

/** The right to send one request. Must be ended. */
export interface Permit {
  /** When it was given, on the clock's `elapsed`. */
  readonly start: number;
  readonly onResponse: (response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
  }) => void;
  /** End it. `usage`: what it took, where known; `pauseMs`: the server asked for less, and to wait so long. */
  readonly end: (how: { readonly usage?: Usage | undefined; readonly pauseMs?: number | undefined }) => void;
}

/** What keeps the requests to one deployment within its limits. */
export interface Pace {
  /**
   * Milliseconds until a request of this size may be sent, behind all that wait, as far as known; 0 for now.
   */
  readonly msUntil: (size: RequestSize) => number;
  /** Milliseconds for which the server asked to be left alone. */
  readonly pauseMs: () => number;
  /** Wait for the turn of a request. Those of a smaller `order` go first; dropped by the signal. */
  readonly acquire: (size: RequestSize, order: number, signal: AbortSignal) => Promise<Permit>;
  /** The turn of a request, when it is now. */
  readonly tryAcquire: (size: RequestSize) => Permit | undefined;
  readonly isIdle: () => boolean;
}

interface Waiting {
  readonly size: RequestSize;
  readonly order: number;
  readonly grant: (permit: Permit) => void;
}

/** What requests take, by what limits count. */
interface Amounts {
  readonly requests: number;
  readonly input: number;
  readonly output: number;
  /** Without a margin: what is at most, is. */
  readonly most: { readonly input: number; readonly output: number };
}

interface Meter {
  readonly kind: LimitKind;
  readonly allowance: Allowance;
  readonly see?: SeenAllowance['see'];
}

/** A limit may come back earlier than it said, so it is looked at this often. */
const LONGEST_NAP_MS = 60_000;

/** Keep the requests to one deployment within what is configured, and within what its responses say. */
export function createPace(limits: RateLimits, clock: Clock): Pace {
  const concurrency = createConcurrency(limits.maxParallel);
  const expectation = createExpectation();
  const meters = metersOf(limits, clock);
  const queue: Waiting[] = [];
  let underWay = 0;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let timer: AbortController | undefined;

  const amountsOf = ({ input, mostOutput }: RequestSize): Amounts => {
    const margin = expectation.margin();
    return {
      requests: 1,
      input: input() * margin,
      output: expectation.output(mostOutput) * margin,
      most: { input: input(), output: mostOutput },
    };
  };
  const pauseMs = (): number => Math.max(0, pausedUntil - clock.elapsed());
  const msUntil = (size: RequestSize, ahead?: Amounts): number => {
    const amounts = amountsOf(size);
    return meters.reduce(
      (most, { kind, allowance }) =>
        Math.max(most, allowance.msUntil(amountOf(kind, amounts), ahead && amountOf(kind, ahead))),
      pauseMs(),
    );
  };
  /** What waits takes about as much for each as the next one: exact sums would cost a walk of the queue for each. */
  const aheadOf = ({ input, mostOutput }: RequestSize): Amounts => ({
    requests: queue.length,
    input: queue.length * input(),
    output: queue.length * expectation.output(mostOutput),
    most: { input: queue.length * input(), output: queue.length === 0 ? 0 : queue.length * mostOutput },
  });
  const isFree = (): boolean => underWay < concurrency.most();

  const give = (size: RequestSize): Permit => {
    underWay += 1;
    const start = clock.elapsed();
    const amounts = amountsOf(size);
    const charges = meters.map((meter) => ({ meter, charge: meter.allowance.take(amountOf(meter.kind, amounts)) }));
    let isOver = false;
    return {
      start,
      onResponse({ headers }) {
        const seen = isOver ? [] : seenLimits(headers, clock.now());
        if (seen.length === 0) return;
        for (const limit of seen) seeLimit(charges, limit);
        concurrency.onLimits();
        drain();
      },
      end({ usage, pauseMs: pause }) {
        if (isOver) return;
        isOver = true;
        const { inputTokens: input, outputTokens: output } = usage ?? {
          inputTokens: size.input(),
          outputTokens: expectation.output(size.mostOutput),
        };
        const real = { requests: 1, input, output, most: { input, output } };
        for (const { meter, charge } of charges) meter.allowance.settle(charge, amountOf(meter.kind, real).expected);
        if (usage !== undefined) expectation.learn(size, usage);
        if (pause !== undefined) {
          concurrency.onTooMany(start, clock.elapsed(), underWay);
          pausedUntil = Math.max(pausedUntil, clock.elapsed() + pause);
        } else if (usage !== undefined) concurrency.onAnswer();
        underWay -= 1;
        drain();
      },
    };
  };
  const drain = (): void => {
    timer?.abort();
    timer = undefined;
    for (let first = queue[0]; first !== undefined && isFree(); first = queue[0]) {
      const ms = msUntil(first.size);
      if (ms > 0) {
        timer = new AbortController();
        clock.sleep(Math.min(ms, LONGEST_NAP_MS), timer.signal).then(drain, () => undefined);
        return;
      }
      queue.shift();
      first.grant(give(first.size));
    }
  };
  return {
    pauseMs,
    msUntil: (size) => msUntil(size, aheadOf(size)),
    tryAcquire: (size) => (queue.length === 0 && isFree() && msUntil(size) === 0 ? give(size) : undefined),
    acquire: (size, order, signal) =>
      new Promise((resolve, reject) => {
        const drop = (): void => {
          queue.splice(queue.indexOf(waiting), 1);
          reject(new Error('dropped'));
          drain();
        };
        const waiting: Waiting = {
          size,
          order,
          grant: (permit) => {
            signal.removeEventListener('abort', drop);
            resolve(permit);
          },
        };
        queue.splice(queue.findLastIndex((other) => other.order <= order) + 1, 0, waiting);
        signal.addEventListener('abort', drop, { once: true });
        drain();
      }),
    isIdle: () => underWay === 0 && queue.length === 0,
  };
}

function metersOf({ rpm, tpm }: RateLimits, clock: Clock): readonly Meter[] {
  const configured: Meter[] = [];
  if (rpm !== undefined) configured.push({ kind: 'requests', allowance: createSlidingAllowance(rpm, clock) });
  if (tpm !== undefined) configured.push({ kind: 'tokens', allowance: createSlidingAllowance(tpm, clock) });
  const seen = (['requests', 'tokens', 'input', 'output'] as const).map((kind): Meter => {
    const allowance = createSeenAllowance(clock, { isWhole: kind === 'requests' });
    return { kind, allowance, see: allowance.see };
  });
  return [...configured, ...seen];
}

function seeLimit(
  charges: readonly { readonly meter: Meter; readonly charge: Charge }[],
  limit: ReturnType<typeof seenLimits>[number],
): void {
  for (const { meter, charge } of charges) {
    if (meter.kind !== limit.kind || meter.see === undefined) continue;
    meter.see(charge, limit);
    if (meter.kind === 'requests') meter.allowance.settle(charge, charge.amount);
  }
}

function amountOf(kind: LimitKind, { requests, input, output, most }: Amounts): Amount {
  switch (kind) {
    case 'requests':
      return { expected: requests, most: requests };
    case 'tokens':
      return { expected: input + output, most: most.input + most.output };
    case 'input':
      return { expected: input, most: most.input };
    case 'output':
      return { expected: output, most: most.output };
  }
}
