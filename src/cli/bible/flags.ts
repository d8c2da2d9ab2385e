import type { ChangeOptions, ScriptBible } from '../../project.ts';
import { type Cli, type ScriptFlags, withProject } from '../cli.ts';
import { invalid } from '../failure.ts';
import { someText } from '../options.ts';
import { sceneNumber } from '../scene-number.ts';
import { oneLine } from '../text.ts';

/** The flags of a command that changes a bible. */
export interface ChangeFlags extends ScriptFlags {
  readonly reason?: string;
  readonly as?: string;
}

/** Which script's bible. */
export const SCRIPT = [
  '-s, --script <name>',
  'script whose bible it is (default: the newest)',
  someText('--script'),
] as const;

/** Who changes it. */
export const AS = ['--as <name>', 'who edits (default: writer)', someText('--as')] as const;

/** Why it is changed. */
export const REASON = ['-r, --reason <text>', 'why, for the log', someText('--reason')] as const;

/** How an entry is named. */
export const ENTRY = 'name, alias or id of an entry: MAYA, ch_4f…';

/** Open the bible that the flags name, work with it, and close the project on every way out. */
export function withBible<T>(cli: Cli, flags: ScriptFlags, work: (bible: ScriptBible) => Promise<T>): Promise<T> {
  return withProject(cli, { ...flags, detect: false }, async (project) => work(await project.bible(flags.script)));
}

/** What ids stand for, to people: `sc 4`, `Maya`; an id that stands for nothing is itself. */
export async function namesOf(bible: ScriptBible): Promise<(id: string) => string> {
  const [scenes, entries] = await Promise.all([bible.scenes(), bible.list(['accepted', 'draft', 'removed'])]);
  const names = new Map([
    ...scenes.map(({ id, ...scene }) => [id, `sc ${sceneNumber(scene)}`] as const),
    ...entries.map(({ id, name }) => [id, oneLine(name)] as const),
  ]);
  return (id) => names.get(id) ?? id;
}

/** Who changes a bible, and why, as the flags say. */
export function changeOptions({ reason, as: author }: ChangeFlags): ChangeOptions {
  return { ...(reason === undefined ? {} : { reason }), ...(author === undefined ? {} : { author }) };
}

/** Read a version: 2 or v2. @throws ScriptGenError `input/invalid`. */
export function readVersion(text: string): number {
  const version = /^v?([1-9]\d{0,8})$/.exec(text)?.[1];
  if (version !== undefined) return Number(version);
  throw invalid(
    `a version is a whole number from 1 on, not '${text}'`,
    'scriptgen bible log <entry> lists the versions',
  );
}
