import type { ScriptOutline } from '../../project.ts';
import { AS, type ChangeFlags, changeOptions, REASON } from '../bible/flags.ts';
import { type Cli, type ScriptFlags, withProject } from '../cli.ts';
import { invalid } from '../failure.ts';
import { someText } from '../options.ts';

export { AS, type ChangeFlags, changeOptions, REASON };

/** Which script's outline. */
export const SCRIPT = [
  '-s, --script <name>',
  'script whose outline it is (default: the newest)',
  someText('--script'),
] as const;

/** How a scene is named. */
export const SCENE = 'number of the scene, or its id';

/** How fields are given. */
export const FIELDS = 'fields as field=text: goal="to leave" cast="Maya, Tom" turn="trust -> doubt"';

/** Where a scene is to stand. */
export interface PlaceFlags {
  readonly after?: string;
  readonly first?: boolean;
}

/** How the flags that place a scene are told. */
export const PLACE = [
  ['--after <scene>', 'the scene that it stands behind, by number or id', someText('--after')],
  ['--first', 'let it stand first'],
] as const;

/** Where the flags put a scene: behind one, first (`null`), or nowhere in particular. @throws ScriptGenError `input/invalid`. */
export function placeIn({ after, first = false }: PlaceFlags): string | null | undefined {
  if (after !== undefined && first) throw invalid('--after and --first are two places', 'give one of them');
  return first ? null : after;
}

/** Open the outline that the flags name, work with it, and close the project on every way out. */
export function withOutline<T>(cli: Cli, flags: ScriptFlags, work: (outline: ScriptOutline) => Promise<T>): Promise<T> {
  return withProject(cli, { ...flags, detect: false }, async (project) => work(await project.outline(flags.script)));
}
