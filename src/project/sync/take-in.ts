import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type ErrorCode, isScriptGenError } from '../../core/index.ts';
import type { TakenFile } from '../../orchestrator/index.ts';
import type { BuildOptions } from '../run-options.ts';
import type { Wiring } from '../wiring.ts';
import { findFile } from './find-file.ts';
import type { SyncReport } from './report.ts';
import { syncFile } from './sync-file.ts';

/** What may be wrong with an edited file, and keeps nobody from building. */
const REFUSALS: readonly ErrorCode[] = ['sync/refused', 'input/invalid', 'markup/conflict'];

/**
 * Take in the Fountain file of a script before it is written anew, where a person changed it: all of it, or nothing.
 *
 * @returns what was taken or why nothing was; `undefined` when there is nothing to take.
 */
export async function takeIn(
  wiring: Wiring,
  { script: name, out, sync = true }: Pick<BuildOptions, 'script' | 'out' | 'sync'>,
): Promise<TakenFile | undefined> {
  if (!sync) return undefined;
  const script = await wiring.getScript(name);
  const where = out === undefined ? {} : { file: join(out, `${script.slug}.fountain`) };
  const asked = { script: script.id, ...where };
  const { path } = await findFile(wiring, asked);
  const { runs } = await wiring.storage();
  if ((await runs.lastExport(path)) === undefined || !(await isThere(path))) return undefined;
  try {
    const planned = await syncFile(wiring, { ...asked, dryRun: true });
    if (planned.counts.refused > 0) return { file: path, scenes: 0, refused: whyRefused(planned) };
    const { state, scenes, changeSet } = await syncFile(wiring, asked);
    if (state === 'unchanged') return undefined;
    return { file: path, scenes: scenes.length, ...(changeSet === undefined ? {} : { changeSet }) };
  } catch (error) {
    if (!isScriptGenError(error) || !REFUSALS.includes(error.code)) throw error;
    return { file: path, scenes: 0, refused: error.message };
  }
}

function whyRefused({ scenes, file }: SyncReport): string {
  const why = scenes.flatMap(({ refused, number }) =>
    refused === undefined ? [] : [`scene ${number}: ${refused.why}`],
  );
  return `Not all of ${basename(file)} can be taken in: ${why.join('; ')}.`;
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
