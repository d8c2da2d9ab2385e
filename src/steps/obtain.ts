import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isScriptGenError, type Json } from '../core/index.ts';
import { type AskOptions, isModelError, type ModelAnswer, type ModelRequest } from '../llm/index.ts';
import { answeredCall, type Begun, failedCall } from './bill.ts';
import type { Call, CallPlace } from './call.ts';
import type { Journal, JournalRow } from './journal.ts';
import type { StepKey } from './key.ts';
import { aborted, type Run } from './run.ts';

/** An answer, and whether it was paid for now. */
export interface Obtained {
  readonly row: JournalRow;
  readonly source: 'asked' | 'journal' | 'shared';
}

/** What is asked, under which key. */
export interface Question {
  readonly key: StepKey;
  readonly canonical: Json;
  readonly request: ModelRequest;
  readonly place: CallPlace;
  /** Called when a model is really asked. */
  readonly onAsk: () => void;
  /** Told of what happens while it is asked. */
  readonly hooks?: Pick<AskOptions, 'onDelta' | 'onRetry' | 'onFallback'>;
}

/** How long to wait before looking again whether another process has its answer, in ms. */
const LOOK_AGAIN = 40;

/** The asks under way in this process, by journal and key. */
const flights = new WeakMap<Journal, Map<string, Promise<Obtained>>>();

/**
 * Get the answer to a question from the journal, or ask it once.
 *
 * However many callers want one key at the same time, in this process or in others on the same
 * journal, one of them asks; the others wait for its answer. The answer is durable before anyone sees it.
 */
export async function obtain(run: Run, question: Question): Promise<Obtained> {
  const underWay = flightsOf(run.journal);
  const joined = underWay.get(question.key);
  if (joined) {
    try {
      return { row: (await joined).row, source: 'shared' };
    } catch (error) {
      // The one who asked was stopped; a caller that was not goes on and asks itself.
      if (isScriptGenError(error) && error.code === 'run/aborted' && !run.stop.aborted) return obtain(run, question);
      throw error;
    }
  }
  const flight = fly(run, question).finally(() => underWay.delete(question.key));
  underWay.set(question.key, flight);
  return flight;
}

async function fly(run: Run, question: Question): Promise<Obtained> {
  const ask = (): Promise<Obtained | 'pending'> => claimAndAsk(run, question);
  for (let waited = false; ; waited = true) {
    // Who waits for a batch must not keep others from joining it.
    const outcome = await (run.lane === undefined ? run.limit(ask, run.priority) : ask());
    if (outcome !== 'pending')
      return { row: outcome.row, source: outcome.source === 'journal' && waited ? 'shared' : outcome.source };
    await sleep(LOOK_AGAIN);
  }
}

async function claimAndAsk(run: Run, question: Question): Promise<Obtained | 'pending'> {
  if (run.stop.aborted) throw aborted();
  const { key, request, place } = question;
  const claim = await run.journal.claim(key);
  if (claim.state === 'answered') return { row: claim.row, source: 'journal' };
  if (claim.state === 'pending') return 'pending';
  const begun: Begun = { id: randomUUID(), key, place, request };
  const row = await askOnce(run, question, begun).catch(async (error: unknown) => {
    await run.journal.release(key);
    throw run.kill.aborted ? aborted() : error;
  });
  return { row, source: 'asked' };
}

/** Ask by a batch, where the run and the model have them; by itself where that brings no answer. */
async function askOnce(run: Run, question: Question, begun: Begun): Promise<JournalRow> {
  if (run.lane === undefined) return askAlone(run, question, begun);
  const batched = run.lane.takes(question.request.model) ? await askInBatch(run, question, begun) : undefined;
  return batched ?? run.limit(() => askAlone(run, question, begun), run.priority);
}

/** Set money aside and wait for a batch, which writes down what it cost. */
async function askInBatch(run: Run, question: Question, begun: Begun): Promise<JournalRow | undefined> {
  await reserve(run, begun, 'batch');
  try {
    question.onAsk();
    return await run.lane?.ask(question, run);
  } finally {
    await run.budget?.release(begun.id);
  }
}

/** Set money aside, ask, and write the answer down. What a failure cost is written down too. */
async function askAlone(run: Run, question: Question, begun: Begun): Promise<JournalRow> {
  const { request, canonical, onAsk, hooks } = question;
  if (run.stop.aborted) throw aborted();
  await reserve(run, begun, 'interactive');
  let answer: ModelAnswer;
  try {
    onAsk();
    answer = await run.client.ask(request, run.kill, { stop: run.stop, ...hooks });
  } catch (error) {
    const call = failedCall(begun, error, new Date().toISOString());
    if (call === undefined || run.ledger === undefined) await run.budget?.release(begun.id);
    else await run.ledger.fail(call, keptOf(error, canonical));
    throw error;
  }
  return settle(run, question, { begun, answer });
}

async function reserve(run: Run, { id, request }: Begun, lane: Call['lane']): Promise<void> {
  try {
    await run.budget?.reserve({ id, run: run.id, request, lane }, AbortSignal.any([run.stop, run.kill]));
  } catch (error) {
    throw run.stop.aborted || run.kill.aborted ? aborted() : error;
  }
}

/**
 * Write an answer down. When that fails (the disk is full) the answer is paid all the same: it is given to the one who
 * asked, and the run is told to stop.
 */
async function settle(
  run: Run,
  { key, canonical, request }: Question,
  { begun, answer }: { readonly begun: Begun; readonly answer: ModelAnswer },
): Promise<JournalRow> {
  const time = new Date().toISOString();
  const row: JournalRow = { key, task: request.task.name, model: request.model, request: canonical, answer, time };
  try {
    await run.journal.settle(row, answeredCall(begun, answer, time));
  } catch (error) {
    if (run.halt === undefined || !isScriptGenError(error)) throw error;
    run.halt(error);
    // Whoever asks this next, in this process too, is to ask it.
    await run.journal.release(key).catch(() => {});
  }
  return row;
}

/** What was asked, and what had come of an answer before it failed. */
function keptOf(error: unknown, request: Json): { readonly request: Json; readonly text: string } {
  return { request, text: (isModelError(error) ? error.partial : undefined) ?? '' };
}

function flightsOf(journal: Journal): Map<string, Promise<Obtained>> {
  const known = flights.get(journal);
  if (known) return known;
  const fresh = new Map<string, Promise<Obtained>>();
  flights.set(journal, fresh);
  return fresh;
}
