import type { Json } from '../core/index.ts';

/** The artifact that says where a script's files were last put, relative to the project. */
export const FOLDER = 'folder';

/** Where a script's files were last put, relative to the project; `undefined` when they never were. */
export function folderIn(artifacts: ReadonlyMap<string, Json>): string | undefined {
  const folder = artifacts.get(FOLDER);
  return typeof folder === 'string' ? folder : undefined;
}
