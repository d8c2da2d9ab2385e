import { setTimeout as sleep } from 'node:timers/promises';
import { isScriptGenError, type Json } from '../core/index.ts';
import type { ModelRequest } from '../llm/index.ts';
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
  /** Called when a model is really asked. */
  readonly onAsk: () => void;
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
  for (let waited = false; ; waited = true) {
    const outcome = await run.limit(() => claimAndAsk(run, question), run.priority);
    if (outcome !== 'pending')
      return { row: outcome.row, source: outcome.source === 'journal' && waited ? 'shared' : outcome.source };
    await sleep(LOOK_AGAIN);
  }
}

async function claimAndAsk(run: Run, { key, canonical, request, onAsk }: Question): Promise<Obtained | 'pending'> {
  if (run.stop.aborted) throw aborted();
  const claim = await run.journal.claim(key);
  if (claim.state === 'answered') return { row: claim.row, source: 'journal' };
  if (claim.state === 'pending') return 'pending';
  let row: JournalRow;
  try {
    onAsk();
    const answer = await run.client.ask(request, run.kill, { stop: run.stop });
    row = {
      key,
      task: request.task.name,
      model: request.model,
      request: canonical,
      answer,
      time: new Date().toISOString(),
    };
  } catch (error) {
    await run.journal.release(key);
    throw run.kill.aborted ? aborted() : error;
  }
  await run.journal.settle(row);
  return { row, source: 'asked' };
}

function flightsOf(journal: Journal): Map<string, Promise<Obtained>> {
  const known = flights.get(journal);
  if (known) return known;
  const fresh = new Map<string, Promise<Obtained>>();
  flights.set(journal, fresh);
  return fresh;
}
