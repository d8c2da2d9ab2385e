import { ERRORS } from '../../core/error.ts';
import type { CritiqueScene } from '../../project.ts';
import { type Cli, type CommonFlags, colored } from '../cli.ts';
import { errorBlock } from '../failure.ts';
import { counted } from '../format.ts';

/** Tell of scenes that could not be read, and end with the code of what stopped them. Nothing where all could. */
export function tellFailed(cli: Cli, scenes: readonly Pick<CritiqueScene, 'error'>[], flags: CommonFlags): void {
  const errors = scenes.flatMap(({ error }) => (error === undefined ? [] : [error]));
  const [first] = errors;
  if (first === undefined) return;
  // What stops every scene alike (a spent budget) is told as what it is.
  const code = errors.find((error) => error.code.startsWith('run/'))?.code ?? 'run/incomplete';
  const { exit } = ERRORS[code];
  const message = `${counted(errors.length, 'scene')} of ${scenes.length} failed: ${first.message}`;
  const hint = first.hint ?? 'run the same command again: only what is missing is asked';
  cli.io.stderr.write(errorBlock({ code, message, hint, exit }, colored(cli.io, cli.io.stderr, flags)));
  cli.exit(exit);
}
