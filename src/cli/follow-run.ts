import type { RunOptions, RunReport } from '../project.ts';
import { chooseView } from './choose-view.ts';
import { type Cli, colored, noteLines, print, printJson } from './cli.ts';
import { errorBlock } from './failure.ts';
import { counted } from './format.ts';
import type { CliProject } from './io.ts';
import { advance, type Progress, startProgress } from './progress.ts';
import { remarkOn } from './remark.ts';
import { trapSignals } from './signals.ts';
import { failureOf, leadName, summaryLines } from './summary.ts';
import { oneLine } from './text.ts';

/** The flags of the commands that run. */
export interface RunFlags {
  readonly project?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color?: boolean;
}

/** What a run is started with: events out, and the two ways to stop it. */
export type RunHooks = Required<Pick<RunOptions, 'onEvent' | 'stop' | 'kill'>>;

/** A project, the flags, and the run to start. */
export interface Following {
  readonly project: CliProject;
  readonly flags: RunFlags;
  readonly start: (hooks: RunHooks) => Promise<RunReport>;
}

/**
 * Start a run, show it while it goes, and tell what it came to.
 *
 * The first Ctrl-C (and SIGTERM) stops asking, the second drops what is in flight; a third one kills the process.
 * @throws ScriptGenError whatever the run throws, with the terminal as it was.
 */
export async function followRun(cli: Cli, { project, flags, start }: Following): Promise<void> {
  const { io } = cli;
  const { json = false, quiet = false } = flags;
  const color = colored(io, io.stderr, flags);
  let progress = startProgress(project.model.id);
  if (!quiet) io.stderr.write(`${[...noteLines(project.notes, color), banner(project.model)].join('\n')}\n`);
  const view = chooseView(io, { json, quiet, color, model: project.model.id });
  const signals = trapSignals(io.signals, {
    onStop: () => {
      progress = { ...progress, stopping: true };
      view.say(stopLine(progress), progress);
    },
    onKill: () => view.close(),
  });
  let report: RunReport;
  try {
    const onEvent: RunHooks['onEvent'] = (event) => {
      progress = advance(progress, event);
      view.show(event, progress);
      const remark = quiet || json ? undefined : remarkOn(event, progress);
      if (remark !== undefined) view.say(remark, progress);
    };
    report = await start({ onEvent, stop: signals.stop, kill: signals.kill });
  } finally {
    signals.release();
    view.close();
  }
  if (json) printJson(cli, 'report', [report]);
  else {
    const lead = await leadName(project, report.script.id);
    print(
      cli,
      summaryLines(report, { cwd: io.cwd, project: flags.project, lead, color: colored(io, io.stdout, flags) }),
    );
  }
  const failure = failureOf(report, flags.project);
  if (!failure) return;
  io.stderr.write(errorBlock(failure, color));
  cli.exit(failure.exit);
}

/** The line that says who writes. The offline writer says plainly what it is. */
export function banner({ id, isLanguageModel, source }: CliProject['model']): string {
  if (!isLanguageModel && source !== 'recording') {
    return 'offline writer: no language model; deterministic table-read draft, in English. Set OPENAI_API_KEY or --model to use one.';
  }
  const from = {
    flag: '--model',
    config: 'models.json',
    environment: 'the environment',
    'local-server': 'a server on this machine',
    'local-file': 'a file on this machine',
    recording: 'a recording; nothing is asked',
    offline: 'the default',
  }[source];
  return `model: ${oneLine(id)} (from ${from})`;
}

function stopLine({ active, batches }: Progress): string {
  if (batches.size > 0) return 'Stopping: nothing more is waited for, and batches go on.';
  if (active.size === 0) return 'Stopping: no calls under way.';
  return `Stopping: waiting for ${counted(active.size, 'call')} already paid for; press Ctrl-C again to drop them.`;
}
