import type { Wiring } from '../wiring.ts';
import type { SyncOptions, SyncReport } from './report.ts';
import { syncFile } from './sync-file.ts';
import { type WatchOptions, watchScript } from './watch.ts';

/** The part of a project that reads files back that people edited. */
export interface ProjectSync {
  /**
   * Read an exported file back: what a person changed in it becomes edits of the script, in one change set. Scenes that
   * are locked are left out, and told. A file that nobody changed writes nothing.
   *
   * @throws ScriptGenError `input/invalid` for a file that cannot be read, `sync/refused` for one that cannot be meant so
   * (`force` takes it, unless it is no text or an unfinished merge), `script/not-found`.
   */
  sync(options?: SyncOptions): Promise<SyncReport>;
  /**
   * Watch the file of a script and its project until stopped: what a person saves is taken in, what else changes is told,
   * with what a build would do; with `build` it is done. A file that cannot be taken in is told, and watched on.
   */
  watch(options: WatchOptions): Promise<void>;
}

/** Open that part of a project. */
export function openSync(wiring: Wiring): ProjectSync {
  return { sync: (options = {}) => syncFile(wiring, options), watch: (options) => watchScript(wiring, options) };
}
