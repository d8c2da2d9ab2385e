import { type ErrorCode, isScriptGenError } from '../../core/index.ts';
import type { Plan, RunReport } from '../../orchestrator/index.ts';
import { openBuilding } from '../building.ts';
import { openPlanning } from '../planning.ts';
import type { RunOptions } from '../run-options.ts';
import type { Wiring } from '../wiring.ts';
import { findFile } from './find-file.ts';
import type { SyncOptions, SyncReport } from './report.ts';
import { syncFile } from './sync-file.ts';
import { watchFile } from './watch-file.ts';

/** Something that happened while a script was watched. */
export type WatchEvent =
  | { readonly type: 'watch-start'; readonly file: string }
  /** A person's file was taken in, or nothing of it had to be. */
  | { readonly type: 'watch-sync'; readonly report: SyncReport }
  /** A person's file cannot be taken in as it is. */
  | { readonly type: 'watch-refused'; readonly code: ErrorCode; readonly message: string; readonly hint?: string }
  /** Somebody changed the script otherwise: its bible, its cards. */
  | { readonly type: 'watch-change'; readonly reason: string; readonly by: string }
  /** What a build would do now. */
  | { readonly type: 'watch-plan'; readonly plan: Plan }
  | { readonly type: 'watch-build'; readonly report: RunReport };

/** What to watch, and what to do then. */
export interface WatchOptions extends Pick<SyncOptions, 'script' | 'author'>, Pick<RunOptions, 'maxCost' | 'kill'> {
  /** Ends the watch; a build that is under way is stopped as `build` is. */
  readonly stop: AbortSignal;
  readonly onEvent: (event: WatchEvent) => void;
  /** Whether to build after every change; `maxCost` holds for all builds of this watch together. */
  readonly build?: boolean;
}

/** Watch a script, as `ProjectSync.watch` says. */
export async function watchScript(wiring: Wiring, options: WatchOptions): Promise<void> {
  const { stop, onEvent } = options;
  const script = await wiring.getScript(options.script);
  const { path } = await findFile(wiring, { script: script.id });
  const { bibles } = await wiring.storage();
  const head = async () => (await bibles.listChangeSets(script.id, { limit: 1 }))[0];
  const file = watchFile(path, stop);
  const { plan } = openPlanning(wiring);
  let seen = (await head())?.id;
  let spent: number | null = 0;
  onEvent({ type: 'watch-start', file: path });
  try {
    let isSaved: boolean | undefined;
    for (; !stop.aborted; isSaved = await file.next()) {
      let isChanged = isSaved !== false && (await takeFile(wiring, { script: script.id, path }, options));
      const last = await head();
      if (last !== undefined && last.id !== seen && !isChanged) {
        onEvent({ type: 'watch-change', reason: last.reason, by: last.author.name });
        isChanged = true;
      }
      seen = last?.id;
      if (!isChanged || stop.aborted) continue;
      const planned = await plan(script.id);
      onEvent({ type: 'watch-plan', plan: planned });
      if (options.build === true) spent = await buildWithin(wiring, { script: script.id, spent }, options);
    }
  } finally {
    file.close();
  }
}

/** Build within what is left of the money; what all builds came to, `null` when a price is not known. */
async function buildWithin(
  wiring: Wiring,
  { script, spent }: { readonly script: string; readonly spent: number | null },
  { stop, kill, maxCost, onEvent }: WatchOptions,
): Promise<number | null> {
  const left = maxCost === undefined || spent === null ? maxCost : Math.max(0, maxCost - spent);
  const how = { ...(left === undefined ? {} : { maxCost: left }), ...(kill === undefined ? {} : { kill }), stop };
  const report = await orTold(onEvent, () => openBuilding(wiring).build({ script, ...how }));
  if (report === undefined) return spent;
  onEvent({ type: 'watch-build', report });
  const { cost } = report.tally;
  return spent === null || cost === null ? null : spent + cost;
}

/** Take the file in; whether the script says something else now. */
async function takeFile(
  wiring: Wiring,
  { script, path }: { readonly script: string; readonly path: string },
  { author, onEvent }: WatchOptions,
): Promise<boolean> {
  const by = author === undefined ? {} : { author };
  const report = await orTold(onEvent, () => syncFile(wiring, { script, file: path, ...by }));
  if (report === undefined) return false;
  if (report.state !== 'unchanged' || report.counts.refused > 0) onEvent({ type: 'watch-sync', report });
  return report.state === 'synced';
}

/** Do something; an error that a person can do something about is told. */
async function orTold<T>(onEvent: WatchOptions['onEvent'], work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!isScriptGenError(error)) throw error;
    const { code, message, hint } = error;
    if (code !== 'run/aborted')
      onEvent({ type: 'watch-refused', code, message, ...(hint === undefined ? {} : { hint }) });
    return undefined;
  }
}
