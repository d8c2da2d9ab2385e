import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import command from '../rolldown.config.ts';

/**
 * One temporary folder for a whole test run, taken away at its end: tests make theirs in it and need not tidy up.
 * And the command as it is shipped, in few files, since tests start it hundreds of times.
 *
 * Others may enter the folder, because Postgres runs as a user of its own.
 */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'scriptgen-'));
  chmodSync(folder, 0o755);
  process.env['TMPDIR'] = folder;
  // In this folder, where its packages, prompts and configuration are found.
  const bundle = mkdtempSync(resolve(import.meta.dirname, '..', '.command-'));
  process.env['SCRIPTGEN_TEST_COMMAND'] = join(bundle, 'bin.js');
  await bundleCommand(bundle);
  return () => {
    for (const made of [folder, bundle]) rmSync(made, { recursive: true, force: true });
  };
}

async function bundleCommand(dir: string): Promise<void> {
  if (Array.isArray(command) || typeof command === 'function') throw new Error('the command is bundled in one way');
  const { output, ...input } = command;
  const bundle = await rolldown(input);
  await bundle.write({ ...(Array.isArray(output) ? output[0] : output), dir });
  await bundle.close();
}
