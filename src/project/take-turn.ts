import { setTimeout } from 'node:timers/promises';
import { isScriptGenError } from '../core/index.ts';
import { aborted, type Busy, type Run } from '../steps/index.ts';

/** How often it is looked whether the other run has ended, in milliseconds. */
const LOOK_MS = 250;

/**
 * Begin a run, after the one that works on the script now; who that is, is told once.
 *
 * @returns whether it waited: then what was read before may have been changed.
 * @throws ScriptGenError `run/busy` when it is not to wait, `run/aborted` as soon as the run is stopped.
 */
export async function takeTurn(run: Run, wait: boolean): Promise<boolean> {
  let told = false;
  while (!run.stop.aborted) {
    const other = await beginOrSee(run, wait);
    if (other === undefined) return told;
    if (!told) run.emit({ type: 'run-wait', ...other });
    told = true;
    await setTimeout(LOOK_MS, undefined, { signal: run.stop }).catch(() => undefined);
  }
  throw aborted();
}

async function beginOrSee({ store, script, id }: Run, wait: boolean): Promise<Busy | undefined> {
  try {
    await store.beginRun(script, id);
    return undefined;
  } catch (error) {
    if (!wait || !isScriptGenError(error) || error.code !== 'run/busy') throw error;
    return error.details as unknown as Busy; // see RunStore.beginRun
  }
}
