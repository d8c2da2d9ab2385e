import { resolve } from 'node:path';
import type { Dialogue, Note, Order, ProjectOptions } from '../project.ts';
import { paintFor } from './format.ts';
import type { CliProject, Io, Output } from './io.ts';
import { oneLine } from './text.ts';

/** What every command gets: the outside world, and a way to say how it ended. */
export interface Cli {
  readonly io: Io;
  /** Set the exit code; 0 when never called. */
  readonly exit: (code: number) => void;
}

/** The exit code of `check` when it found what it was told to fail on: no error, so none of the error table's. */
export const EXIT_FINDINGS = 8;

/** The flags every command takes. */
export interface CommonFlags {
  readonly project?: string;
  readonly json?: boolean;
  /** False after `--no-color`. */
  readonly color?: boolean;
}

/** The flags of a command about one script. */
export interface ScriptFlags extends CommonFlags {
  readonly script?: string;
}

/** What opens a project: where it is, and what its models may do. */
export interface OpenFlags extends CommonFlags {
  readonly model?: string;
  readonly concurrency?: number;
  readonly dialogue?: Dialogue;
  readonly order?: Order;
  readonly surface?: boolean;
  /** An error in the place of the offline writer. */
  readonly requireLlm?: boolean;
  /** Whether to look for a model server on this machine. */
  readonly detect?: boolean;
  /** A recording that answers in the place of models. */
  readonly replay?: string;
}

/** How these flags open a project. */
export function optionsFor(
  { io }: Cli,
  { project: dir, model, concurrency, dialogue, order, surface, requireLlm, detect, replay }: OpenFlags,
): ProjectOptions {
  return {
    dir: resolve(io.cwd, dir ?? '.'),
    env: io.env,
    ...(model === undefined ? {} : { model }),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(dialogue === undefined ? {} : { dialogue }),
    ...(order === undefined ? {} : { order }),
    ...(surface === undefined ? {} : { surface }),
    ...(requireLlm === undefined ? {} : { requireModel: requireLlm }),
    ...(detect === undefined ? {} : { detect }),
    ...(replay === undefined ? {} : { replay: resolve(io.cwd, replay) }),
  };
}

/** Open the project, work with it, and close it on every way out. */
export async function withProject<T>(
  cli: Cli,
  flags: OpenFlags,
  work: (project: CliProject) => Promise<T>,
): Promise<T> {
  const project = await cli.io.openProject(optionsFor(cli, flags));
  try {
    return await work(project);
  } finally {
    await project.close();
  }
}

/** Print data: lines on stdout. */
export function print({ io }: Cli, lines: readonly string[]): void {
  io.stdout.write(`${lines.join('\n')}\n`);
}

/** Print data as JSON Lines: one value a line, each with its `type`. */
export function printJson({ io }: Cli, type: string, values: readonly object[]): void {
  for (const value of values) io.stdout.write(`${JSON.stringify({ type, ...value })}\n`);
}

/** Whether this stream may be coloured: a terminal, and neither `--no-color` nor `NO_COLOR` (https://no-color.org). */
export function colored(io: Io, output: Output, { color }: CommonFlags): boolean {
  const refused = io.env['NO_COLOR'];
  return (
    color !== false && output.isTTY === true && (refused === undefined || refused === '') && io.env['TERM'] !== 'dumb'
  );
}

/** The warnings of a configuration, a line each. */
export function noteLines(notes: readonly Note[], color: boolean): readonly string[] {
  return notes.map(({ message, fix }) => {
    const remedy = fix === undefined ? '' : ` (${oneLine(fix)})`;
    return `${paintFor(color)('accent', 'note:')} ${oneLine(message)}${remedy}`;
  });
}

/** How wide data may be: the terminal's width, or no limit when it goes to a file or a pipe. */
export function dataWidth({ stdout }: Io): number {
  if (stdout.isTTY !== true) return Number.POSITIVE_INFINITY;
  // Some terminals that nobody looks at say they have no columns.
  return stdout.columns === undefined || stdout.columns < 1 ? 80 : stdout.columns;
}

/** A word of a shell command, quoted when it needs to be. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
