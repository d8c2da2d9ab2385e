import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Install packages to compare with in a folder of their own, once, and give the folder. They are no dependencies.
 *
 * @param name - of the folder, in the system's place for temporary files.
 */
export function installPeers(name: string, packages: readonly string[]): string {
  const folder = join(tmpdir(), name);
  mkdirSync(folder, { recursive: true });
  const missing = packages.some(
    (spec) => !existsSync(join(folder, 'node_modules', spec.replace(/(?<=.)@[^@/]*$/, ''))),
  );
  if (missing) {
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], { cwd: folder });
  }
  return folder;
}
