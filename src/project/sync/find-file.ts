import { join, resolve } from 'node:path';
import { fileName, type Script } from '../../bibles/index.ts';
import type { Json } from '../../core/index.ts';
import { folderIn } from '../export-folder.ts';
import type { Wiring } from '../wiring.ts';
import { recallFile } from './memory.ts';
import type { SyncOptions } from './report.ts';

/** A script, its artifacts, and the file that it was written to. */
export interface FoundFile {
  readonly script: Script;
  readonly artifacts: ReadonlyMap<string, Json>;
  /** Absolute. */
  readonly path: string;
}

/** Find which file of which script is meant. @throws ScriptGenError `script/not-found`. */
export async function findFile(
  { dir, storage, getScript }: Pick<Wiring, 'dir' | 'storage' | 'getScript'>,
  { script: name, file }: Pick<SyncOptions, 'script' | 'file'>,
): Promise<FoundFile> {
  const newest = await getScript(name);
  const { bibles, runs } = await storage();
  if (name === undefined && file !== undefined) {
    const path = resolve(dir, file);
    for (const script of (await bibles.listScripts()).toReversed()) {
      const artifacts = await runs.loadArtifacts(script.id);
      if (recallFile(artifacts, { home: dir, path }) !== undefined) return { script, artifacts, path };
    }
  }
  const artifacts = await runs.loadArtifacts(newest.id);
  const last = join(folderIn(artifacts) ?? '.', `${fileName(newest)}.fountain`);
  return { script: newest, artifacts, path: resolve(dir, file ?? last) };
}
