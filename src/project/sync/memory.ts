import { relative } from 'node:path';
import { type Json, toJson } from '../../core/index.ts';
import type { ExportedText } from '../../markup/index.ts';
import type { RunStore } from '../../steps/index.ts';

/** A file that a script was written to. */
export interface ScriptFile {
  /** The script's id. */
  readonly script: string;
  /** The project's folder, absolute. */
  readonly home: string;
  /** Absolute. */
  readonly path: string;
}

/** Keep what was written to a file, scene by scene, so that what a person makes of it is compared with that. */
export async function rememberFile(
  store: RunStore,
  { script, home, path }: ScriptFile,
  text: ExportedText | undefined,
): Promise<void> {
  if (text !== undefined) await store.saveArtifacts(script, [{ name: nameOf(home, path), value: toJson(text) }]);
}

/** What was written to a file; `undefined` when nothing is known of it. */
export function recallFile(
  artifacts: ReadonlyMap<string, Json>,
  { home, path }: Pick<ScriptFile, 'home' | 'path'>,
): ExportedText | undefined {
  // Written by this package, in this shape, and only read back.
  return artifacts.get(nameOf(home, path)) as unknown as ExportedText | undefined;
}

function nameOf(home: string, path: string): string {
  return `file:${relative(home, path)}`;
}
