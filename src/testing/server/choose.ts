import { nearest, ScriptGenError } from '../../core/index.ts';
import type { Fault } from '../fault.ts';
import { SCENARIOS, type Scenario, type ScenarioName } from '../scenarios.ts';
import type { FaultServerOptions, WireRequest } from './options.ts';

/** What is to happen to a request. */
export interface Chosen {
  readonly fault: Fault;
  readonly scenario?: Scenario;
}

/** Make the function that says what happens to each request, and counts `times`. */
export function createChoice({
  faults,
  scenario,
  times = Number.POSITIVE_INFINITY,
}: Pick<FaultServerOptions, 'faults' | 'scenario' | 'times'>): (request: WireRequest) => Chosen | undefined {
  const standing = scenario === undefined ? undefined : resolve(scenario);
  let left = times;
  return (request) => {
    const own = faults?.(request);
    if (own !== undefined) return resolve(own);
    if (standing === undefined || left <= 0 || request.operation !== 'generate') return undefined;
    left -= 1;
    return standing;
  };
}

function resolve(given: ScenarioName | Scenario | Fault): Chosen {
  if (typeof given !== 'string') return 'fault' in given ? { fault: given.fault, scenario: given } : { fault: given };
  const scenario: Scenario | undefined = SCENARIOS.find(({ name }) => name === given);
  if (scenario !== undefined) return { fault: scenario.fault, scenario };
  const close = nearest(
    given,
    SCENARIOS.map(({ name }) => name),
  );
  throw new ScriptGenError({
    code: 'input/invalid',
    message: `There is no scenario "${String(given)}".`,
    hint: close === undefined ? 'SCENARIOS lists them all.' : `Is "${close}" meant? SCENARIOS lists them all.`,
  });
}
