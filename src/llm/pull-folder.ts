import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Environment } from './placeholder.ts';

/** Where pulled models are: `$XDG_DATA_HOME/scriptgen/models`, or `~/.local/share/scriptgen/models`. */
export function modelsFolder(env: Environment): string {
  const asked = env['XDG_DATA_HOME'];
  // A relative one does not count (https://specifications.freedesktop.org/basedir-spec/latest/).
  const data = asked !== undefined && isAbsolute(asked) ? asked : join(homeOf(env), '.local', 'share');
  return join(data, 'scriptgen', 'models');
}

function homeOf(env: Environment): string {
  const home = env['HOME'];
  return home !== undefined && isAbsolute(home) ? home : homedir();
}
