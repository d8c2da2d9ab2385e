import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of this package, where `package.json`, `config/` and `prompts/` are. It is looked for upwards, because code
 * that wants it stands at different depths: in `src/`, in `dist/`, and in what the command is bundled to.
 */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'config', 'prompts.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
