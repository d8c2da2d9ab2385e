import { everyOne, type Story } from '../../agents/index.ts';
import type { SceneCard } from '../../bibles/index.ts';
import { isScriptGenError, ScriptGenError } from '../../core/index.ts';
import type { ChoiceDocument } from '../../markup/index.ts';
import { FATAL, placeOf, type Tally, writeTake } from '../../orchestrator/index.ts';
import type { Run, RunEvent } from '../../steps/index.ts';
import type { RunHow } from '../abilities.ts';
import { takeTurn } from '../take-turn.ts';
import { createTally } from '../tally.ts';
import type { Wiring } from '../wiring.ts';
import { freeNumbers, type Take, takeArtifact, takeOf, takesIn } from './take.ts';

/** How takes are written. */
export interface TakeOptions extends Omit<RunHow, 'batch'> {
  /** How many, side by side: 3 unless given. */
  readonly count?: number;
  /** What the director is told beside the card. */
  readonly instruction?: string;
}

/** What writing takes came to. */
export interface TakesReport {
  /** Those that were written, and those that failed and will not be tried again under their number. */
  readonly takes: readonly Take[];
  /** What ended it before all were there: the budget, a stop, a key that does not hold. What had come is kept. */
  readonly stopped?: ScriptGenError;
  readonly tally: Tally;
}

/** The most takes to be written at once. */
export const MOST_TAKES = 20;

/** Write takes of a scene side by side, each kept as soon as it is there. */
export async function writeTakes(
  { runFor, agents }: Wiring,
  { story, card }: { readonly story: Story; readonly card: SceneCard },
  { count = 3, instruction, ...how }: TakeOptions,
): Promise<TakesReport> {
  refuse(count, instruction);
  const tally = createTally();
  const onEvent = (event: RunEvent): void => {
    tally.count(event);
    how.onEvent?.(event);
  };
  const { run: base, left, begin, finish } = await runFor(story.script.id, 'build', { ...how, onEvent });
  const run = (await takeTurn(base, true)) ? { ...base, ...(await left()) } : base;
  let status: 'done' | 'incomplete' | 'failed' = 'failed';
  try {
    await begin();
    const artifacts = await run.store.loadArtifacts(run.script);
    const numbers = freeNumbers(takesIn(artifacts, card.id), story.markup?.choices.get(card.id), count);
    const outcomes = await everyOne(
      numbers.map((take, at) => {
        const choice = { take, ...(instruction === undefined ? {} : { instruction }) };
        return writeOne({ ...run, priority: at }, { story, card, choice, agents });
      }),
    );
    const takes = outcomes.flatMap((one) => (one instanceof ScriptGenError ? [] : [one]));
    const stopped = outcomes.find((one) => one instanceof ScriptGenError);
    status = stopped === undefined && takes.every(({ error }) => error === undefined) ? 'done' : 'incomplete';
    return { takes, ...(stopped === undefined ? {} : { stopped }), tally: tally.total() };
  } finally {
    await run.store.endRun(run.id, status);
    await finish();
  }
}

/** One take; an error where it was not ended by what it asked, so that the same number goes on with it. */
async function writeOne(
  run: Run,
  { story, card, choice, agents }: { story: Story; card: SceneCard; choice: ChoiceDocument; agents: Wiring['agents'] },
): Promise<Take | ScriptGenError> {
  const own = createTally();
  const emit = (event: RunEvent): void => {
    own.count(event);
    run.emit(event);
  };
  const { take: number, instruction } = choice;
  const keep = async (take: Take): Promise<Take> => {
    await run.store.saveArtifacts(run.script, [takeArtifact(take)]);
    return take;
  };
  const about = () => ({
    ...{ number, time: new Date().toISOString(), cost: own.total().cost },
    ...(instruction === undefined ? {} : { instruction }),
  });
  const place = placeOf(story, card, story.outline.cards.indexOf(card));
  try {
    const draft = await writeTake({ ...run, emit }, story, card, { choice, agents });
    run.emit({ type: 'scene-end', ...place, state: 'written' });
    return await keep(takeOf(draft, about()));
  } catch (error) {
    if (!isScriptGenError(error)) throw error;
    const { code, message } = error;
    run.emit({ type: 'scene-end', ...place, state: 'failed', error: { code, message } });
    if (FATAL.test(code) || code.startsWith('run/')) return error;
    return keep({
      scene: card.id,
      ...about(),
      model: run.models('director').model,
      keys: [],
      error: { code, message },
    });
  }
}

function refuse(count: number, instruction: string | undefined): void {
  if (Number.isInteger(count) && count >= 1 && count <= MOST_TAKES && instruction?.trim() !== '') return;
  throw new ScriptGenError({
    code: 'input/invalid',
    message: instruction?.trim() === '' ? 'The instruction is empty.' : `${count} takes cannot be written at once.`,
    hint:
      instruction?.trim() === ''
        ? 'Leave it away, or say what is to be otherwise.'
        : `From 1 to ${MOST_TAKES}; 3 unless you say.`,
  });
}
