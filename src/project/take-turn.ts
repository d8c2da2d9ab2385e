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
  const other = await beginOrSee(run, wait);
  if (other === undefined) return false;
  run.emit({ type: 'run-wait', ...other });
  do await setTimeout(LOOK_MS, undefined, { signal: run.stop }).catch(() => undefined);
  while ((await beginOrSee(run, wait)) !== undefined);
  return true;
}

async function beginOrSee({ store, script, id, stop }: Run, wait: boolean): Promise<Busy | undefined> {
  if (stop.aborted) throw aborted();
  try {
    await store.beginRun(script, id);
    return undefined;
  } catch (error) {
    if (!wait || !isScriptGenError(error) || error.code !== 'run/busy') throw error;
    return error.details as unknown as Busy; // see RunStore.beginRun
  }
}
