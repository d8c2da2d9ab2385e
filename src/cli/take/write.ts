import { ERRORS, ScriptGenError } from '../../core/error.ts';
import type { Take } from '../../project.ts';
import { type Cli, colored, dataWidth, print, printJson } from '../cli.ts';
import { errorBlock } from '../failure.ts';
import { counted } from '../format.ts';
import { withAsking } from '../with-asking.ts';
import type { WriteFlags } from './flags.ts';
import { takeTable } from './take-lines.ts';

/** Write takes, with a line on standard error for each that is there. What had come when it was stopped is told too. */
export async function writeTakes(cli: Cli, scene: string, flags: WriteFlags): Promise<void> {
  const { io } = cli;
  const { count, instruction, maxCost, script, json } = flags;
  const { takes, stopped } = await withAsking(cli, { ...flags, done: 'a take written' }, async (project, how) =>
    (await project.takes(script)).write(scene, {
      ...how,
      ...(count === undefined ? {} : { count }),
      ...(instruction === undefined ? {} : { instruction }),
      ...(maxCost === undefined ? {} : { maxCost }),
    }),
  );
  if (json) printJson(cli, 'take', takes);
  else if (takes.length > 0) print(cli, takeTable(takes, { chosen: undefined, width: dataWidth(io) }));
  const failed = stopped ?? failureOf(takes);
  if (failed === undefined) return;
  const { exit } = ERRORS[failed.code];
  const { code, message, hint } = failed;
  io.stderr.write(errorBlock({ code, message, hint, exit }, colored(io, io.stderr, flags)));
  cli.exit(exit);
}

function failureOf(takes: readonly Take[]): ScriptGenError | undefined {
  const failed = takes.filter(({ error }) => error !== undefined);
  const [first] = failed;
  if (first?.error === undefined) return undefined;
  return new ScriptGenError({
    code: 'run/incomplete',
    message: `${counted(failed.length, 'take')} of ${takes.length} failed: ${first.error.message}`,
    hint: 'The others are kept. The same command writes new ones, under new numbers.',
  });
}
