import type { ScriptTakes } from '../../project.ts';
import { type Cli, type OpenFlags, type ScriptFlags, withProject } from '../cli.ts';
import { someText } from '../options.ts';

/** The flags of `scriptgen take`. */
export interface WriteFlags extends OpenFlags, ScriptFlags {
  readonly count?: number;
  readonly instruction?: string;
  readonly maxCost?: number;
  readonly quiet?: boolean;
}

/** How a scene is named. */
export const SCENE = 'number of the scene, or its id';

/** Which script. */
export const SCRIPT = [
  '-s, --script <name>',
  'script of the project (default: the newest)',
  someText('--script'),
] as const;

/** Open the takes of the script that the flags name; no model is looked for. */
export function withTakes<T>(cli: Cli, flags: ScriptFlags, work: (takes: ScriptTakes) => Promise<T>): Promise<T> {
  return withProject(cli, { ...flags, detect: false }, async (project) => work(await project.takes(flags.script)));
}
