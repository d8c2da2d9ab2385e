import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** A file that is watched. */
export interface WatchedFile {
  /** Waits until the file may have changed, or a second is over; whether it changed. */
  readonly next: () => Promise<boolean>;
  readonly close: () => void;
}

/** Milliseconds between two looks at the file and at the project. */
const LOOK = 1000;
/** A file that stays as it is for so many milliseconds is saved. */
const SETTLED = 150;

/**
 * Watch a file, also when an editor puts another in its place. What the system does not tell is seen by looking once a
 * second, so a share on a network will do.
 */
export function watchFile(path: string, stop: AbortSignal): WatchedFile {
  let wake: () => void = () => undefined;
  const watcher = watchFolder(path, () => wake());
  const onStop = (): void => wake();
  stop.addEventListener('abort', onStop);
  const rest = (ms: number): Promise<void> =>
    new Promise((done) => {
      const timer = setTimeout(done, ms);
      wake = () => {
        clearTimeout(timer);
        done();
      };
      if (stop.aborted) wake();
    });
  let last = stampOf(path);
  return {
    next: async () => {
      await rest(LOOK);
      const before = await last;
      let now = await stampOf(path);
      while (now !== before && !stop.aborted) {
        await rest(SETTLED);
        const later = await stampOf(path);
        if (later === now) break;
        now = later;
      }
      last = Promise.resolve(now);
      return now !== before && now !== '';
    },
    close: () => {
      stop.removeEventListener('abort', onStop);
      watcher?.close();
      wake();
    },
  };
}

/** Watch the folder, not the file: that one is another after an editor replaced it. */
function watchFolder(path: string, onChange: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(dirname(path), (_, name) => {
      if (name === null || name === basename(path)) onChange();
    });
    watcher.on('error', () => undefined);
    return watcher;
  } catch {
    return undefined;
  }
}

/** What tells one state of a file from another; empty when there is none. */
async function stampOf(path: string): Promise<string> {
  return stat(path).then(
    ({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`,
    () => '',
  );
}
