import { ERRORS, ScriptGenError } from '../../core/error.ts';
import type { RunEvent, Take } from '../../project.ts';
import { type Cli, colored, dataWidth, noteLines, print, printJson, withProject } from '../cli.ts';
import { errorBlock } from '../failure.ts';
import { banner } from '../follow-run.ts';
import { counted, formatMoney } from '../format.ts';
import { trapSignals } from '../signals.ts';
import { oneLine } from '../text.ts';
import type { WriteFlags } from './flags.ts';
import { takeTable } from './take-lines.ts';

/** Write takes, with a line on standard error for each that is there. What had come when it was stopped is told too. */
export async function writeTakes(cli: Cli, scene: string, flags: WriteFlags): Promise<void> {
  const { io } = cli;
  const { count, instruction, maxCost, script, quiet, json } = flags;
  const tell = (line: string): void => void (quiet || io.stderr.write(`${line}\n`));
  await withProject(cli, flags, async (project) => {
    for (const line of noteLines(project.notes, colored(io, io.stderr, flags))) tell(line);
    tell(banner(project.model));
    const signals = trapSignals(io.signals, {
      onStop: () => tell('Stopping: waiting for what is paid for; press Ctrl-C again to drop it.'),
      onKill: () => undefined,
    });
    const onEvent = (event: RunEvent): void => {
      if (event.type === 'step-error') tell(`${event.task}: ${oneLine(event.message)}`);
      if (event.type === 'scene-end' && event.error === undefined) tell('a take written');
    };
    try {
      const takes = await project.takes(script);
      const report = await takes.write(scene, {
        ...{ stop: signals.stop, kill: signals.kill, onEvent },
        ...(count === undefined ? {} : { count }),
        ...(instruction === undefined ? {} : { instruction }),
        ...(maxCost === undefined ? {} : { maxCost }),
      });
      const { asked, journal, cost } = report.tally;
      tell(`${counted(asked, 'call')} asked, ${journal} from the journal; ${formatMoney(cost)}`);
      if (json) printJson(cli, 'take', report.takes);
      else if (report.takes.length > 0)
        print(cli, takeTable(report.takes, { chosen: undefined, width: dataWidth(io) }));
      const failed = report.stopped ?? failureOf(report.takes);
      if (failed === undefined) return;
      const { exit } = ERRORS[failed.code];
      const { code, message, hint } = failed;
      io.stderr.write(errorBlock({ code, message, hint, exit }, colored(io, io.stderr, flags)));
      cli.exit(exit);
    } finally {
      signals.release();
    }
  });
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
