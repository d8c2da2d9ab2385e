import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One temporary folder for a whole test run, taken away at its end: tests make theirs in it and need not tidy up.
 *
 * Others may enter it, because Postgres runs as a user of its own.
 */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'scriptgen-'));
  chmodSync(folder, 0o755);
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
