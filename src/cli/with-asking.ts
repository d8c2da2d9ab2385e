import type { RunEvent, RunOptions, Tally } from '../project.ts';
import { type Cli, colored, noteLines, type OpenFlags, withProject } from './cli.ts';
import { banner } from './follow-run.ts';
import { counted, formatMoney } from './format.ts';
import type { CliProject } from './io.ts';
import { sceneNumber } from './scene-number.ts';
import { trapSignals } from './signals.ts';
import { oneLine } from './text.ts';

/** What is told while models are asked. */
interface Telling extends OpenFlags {
  readonly quiet?: boolean;
  /** What to say when a scene is done; `sc 4 done` unless given. */
  readonly done?: string;
}

/**
 * Have models asked, with a line on standard error for each scene that is done, and one for what it came to. The first
 * Ctrl-C stops asking, the second drops what is in flight.
 */
export async function withAsking<T extends { readonly tally: Tally }>(
  cli: Cli,
  { quiet = false, done, ...flags }: Telling,
  ask: (project: CliProject, how: Required<Pick<RunOptions, 'onEvent' | 'stop' | 'kill'>>) => Promise<T>,
): Promise<T> {
  const { io } = cli;
  const tell = (line: string): void => void (quiet || io.stderr.write(`${line}\n`));
  return withProject(cli, flags, async (project) => {
    for (const line of noteLines(project.notes, colored(io, io.stderr, flags))) tell(line);
    tell(banner(project.model));
    const signals = trapSignals(io.signals, {
      onStop: () => tell('Stopping: waiting for what is paid for; press Ctrl-C again to drop it.'),
      onKill: () => undefined,
    });
    const onEvent = (event: RunEvent): void => {
      if (event.type === 'step-error') tell(`${event.task}: ${oneLine(event.message)}`);
      if (event.type === 'scene-end' && event.error === undefined) tell(done ?? `sc ${sceneNumber(event)} done`);
    };
    try {
      const report = await ask(project, { ...signals, onEvent });
      const { asked, journal, cost } = report.tally;
      tell(`${counted(asked, 'call')} asked, ${journal} from the journal; ${formatMoney(cost)}`);
      return report;
    } finally {
      signals.release();
    }
  });
}
