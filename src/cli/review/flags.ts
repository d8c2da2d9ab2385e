import type { ChangeOptions, ReviewScope, ScriptReview } from '../../project.ts';
import { type Cli, type ScriptFlags, withProject } from '../cli.ts';
import { someText } from '../options.ts';

/** The flags of a command that reviews. */
export interface ReviewFlags extends ScriptFlags {
  readonly scene?: string;
  readonly origin?: ReviewScope['origin'];
  readonly as?: string;
  readonly reason?: string;
}

/** How a proposal, or a change of one, is named. */
export const ID = 'a proposal (pr_1a2b, may be cut short), or one change of it (pr_1a2b#3)';

/** Who decides. */
export const AS = ['--as <name>', 'who decides (default: writer)', someText('--as')] as const;

/** Which script. */
export const SCRIPT = [
  '-s, --script <name>',
  'script of the project (default: the newest)',
  someText('--script'),
] as const;

/** Only what is proposed for a scene. */
export const SCENE = [
  '--scene <scene>',
  'only what is proposed for this scene, by number or id',
  someText('--scene'),
] as const;

/** Which proposals these flags mean. */
export function scopeOptions({ scene, origin }: ReviewFlags): ReviewScope {
  return { ...(scene === undefined ? {} : { scene }), ...(origin === undefined ? {} : { origin }) };
}

/** Who decides, and why, as the flags say. */
export function changeOptions({ as: author, reason }: ReviewFlags): ChangeOptions {
  return { ...(author === undefined ? {} : { author }), ...(reason === undefined ? {} : { reason }) };
}

/** Open the review of the script that the flags name, work with it, and close the project on every way out. */
export function withReview<T>(cli: Cli, flags: ReviewFlags, work: (review: ScriptReview) => Promise<T>): Promise<T> {
  return withProject(cli, { ...flags, detect: false }, async (project) => work(await project.review(flags.script)));
}
