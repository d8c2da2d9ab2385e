import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { stemOf } from '../../document/index.ts';
import type { CoverageOptions } from '../../project.ts';
import type { Cli, CommonFlags } from '../cli.ts';
import { readScript, tellNotes } from '../documents.ts';

/**
 * What an argument names: a file, where there is one or where it looks like one; otherwise a script of the project.
 *
 * @throws ScriptGenError `input/invalid` for a file that cannot be read.
 */
export async function coverageSource(
  cli: Cli,
  argument: string | undefined,
  flags: CommonFlags,
): Promise<Pick<CoverageOptions, 'script' | 'document'>> {
  if (argument === undefined) return {};
  if (!isFile(cli, argument)) return { script: argument };
  const { screenplay, notes } = await readScript(cli, argument);
  tellNotes(cli, notes, { name: argument, flags });
  return { document: { screenplay, name: argument === '-' ? 'script' : basename(stemOf(argument)) } };
}

function isFile({ io }: Cli, argument: string): boolean {
  if (argument === '-' || /[\\/]|\.(?:fountain|spmd|fdx|json|txt)$/i.test(argument)) return true;
  return statSync(resolve(io.cwd, argument), { throwIfNoEntry: false })?.isFile() ?? false;
}
