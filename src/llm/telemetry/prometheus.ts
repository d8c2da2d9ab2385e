import type { ModelAnswer } from '../model.ts';
import type { Observer } from './observer.ts';

/** Counts what is asked in this process, for Prometheus to fetch. */
export interface Meters extends Observer {
  /** Count an answer that came from a batch: all but its time, which is that of the batch. */
  readonly countBatched: (model: string, answer: ModelAnswer) => void;
  /** Count an answer that was not asked for now: `journal`, `shared`. */
  readonly countSaved: (source: string) => void;
  /** All counters in Prometheus' text format, version 0.0.4. */
  readonly print: () => string;
}

/** Upper bounds of the buckets for the time of an ask, in seconds. */
const SECONDS = [0.1, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160];

interface Counts {
  readonly answered: number;
  readonly seconds: readonly number[];
  readonly sum: number;
}

/** Start counting. Holds one set of counters for each model and outcome, so it stays small. */
export function createMeters(): Meters {
  const counters = new Map<string, number>();
  const times = new Map<string, Counts>();
  const add = (name: string, labels: Readonly<Record<string, string>>, amount: number): void => {
    const series = `${name}${printLabels(labels)}`;
    counters.set(series, (counters.get(series) ?? 0) + amount);
  };
  const time = (model: string, ms: number): void => {
    const { answered, seconds, sum } = times.get(model) ?? { answered: 0, seconds: SECONDS.map(() => 0), sum: 0 };
    const took = ms / 1000;
    times.set(model, {
      answered: answered + 1,
      seconds: seconds.map((count, index) => count + (took <= (SECONDS[index] ?? 0) ? 1 : 0)),
      sum: sum + took,
    });
  };
  const answer = (model: string, { usage, cost, attempts }: ModelAnswer): void => {
    add('scriptgen_calls_total', { model, outcome: 'answered' }, 1);
    add('scriptgen_requests_total', { model }, attempts);
    add('scriptgen_tokens_total', { model, type: 'input' }, usage.inputTokens);
    add('scriptgen_tokens_total', { model, type: 'cached' }, usage.cachedTokens);
    add('scriptgen_tokens_total', { model, type: 'output' }, usage.outputTokens);
    if (cost === null) add('scriptgen_unpriced_calls_total', { model }, 1);
    else add('scriptgen_cost_dollars_total', { model }, cost);
  };
  return {
    begin: ({ model }) => ({
      end: (given) => {
        answer(model, given);
        time(model, given.ms);
      },
      fail: (code) => add('scriptgen_calls_total', { model, outcome: code }, 1),
    }),
    countBatched: answer,
    countSaved: (source) => add('scriptgen_saved_calls_total', { source }, 1),
    print: () => [...printCounters(counters), ...printTimes(times), ''].join('\n'),
  };
}

const HELP: Readonly<Record<string, string>> = {
  scriptgen_calls_total: 'Answers asked of a model, by outcome',
  scriptgen_requests_total: 'Upstream requests of answered calls, retries included',
  scriptgen_tokens_total: 'Tokens as providers counted them; cached ones are part of the input',
  scriptgen_cost_dollars_total: 'US dollars spent',
  scriptgen_unpriced_calls_total: 'Answers whose price is not known',
  scriptgen_saved_calls_total: 'Answers that were not asked for again',
};

function printCounters(counters: ReadonlyMap<string, number>): readonly string[] {
  return Object.entries(HELP).flatMap(([name, help]) => {
    const series = [...counters].filter(([key]) => key.startsWith(`${name}{`));
    if (series.length === 0) return [];
    return [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} counter`,
      ...series.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `${key} ${value}`),
    ];
  });
}

function printTimes(times: ReadonlyMap<string, Counts>): readonly string[] {
  if (times.size === 0) return [];
  const name = 'scriptgen_call_seconds';
  return [
    `# HELP ${name} Time until an answer was there, retries included`,
    `# TYPE ${name} histogram`,
    ...[...times].flatMap(([model, { answered, seconds, sum }]) => [
      ...seconds.map((count, at) => `${name}_bucket${printLabels({ model, le: String(SECONDS[at]) })} ${count}`),
      `${name}_bucket${printLabels({ model, le: '+Inf' })} ${answered}`,
      `${name}_sum${printLabels({ model })} ${sum}`,
      `${name}_count${printLabels({ model })} ${answered}`,
    ]),
  ];
}

function printLabels(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return `{${pairs.join(',')}}`;
}

/** Backslash, quote and line feed, as the text format wants them. */
function escapeLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
