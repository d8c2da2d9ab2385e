import { resolve } from 'node:path';
import type { ModelsDesk } from '../../project.ts';
import type { Cli, CommonFlags } from '../cli.ts';

/** The models of the project that the flags name. */
export function modelsFor({ io }: Cli, { project: dir }: CommonFlags): Promise<ModelsDesk> {
  return io.openModels({ dir: resolve(io.cwd, dir ?? '.'), env: io.env });
}
