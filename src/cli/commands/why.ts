import type { Command } from 'commander';
import type { Reasons } from '../../project.ts';
import { changeText } from '../change.ts';
import { type Cli, dataWidth, print, printJson, type ScriptFlags, withProject } from '../cli.ts';
import { someText } from '../options.ts';
import { readLines } from '../read-lines.ts';
import { sceneNumber } from '../scene-number.ts';
import { oneLine } from '../text.ts';

/** `scriptgen why`: why one scene is as it is. */
export function addWhy(program: Command, cli: Cli): void {
  program
    .command('why')
    .summary('show why a scene is fresh or stale')
    .description('Show why a scene is as it is: what changed since it was written, and everything it read.')
    .argument('<scene>', 'number of the scene, or its id')
    .option('-s, --script <name>', 'script it is in (default: the newest)', someText('--script'))
    .action(async (scene: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      const reasons = await withProject(cli, flags, (project) => project.why(scene, flags.script));
      if (flags.json) printJson(cli, 'reasons', [reasons]);
      else print(cli, whyLines(reasons, dataWidth(cli.io)));
    });
}

/** Reasons as lines: state, what changed, and what was read, grouped by source. */
export function whyLines(
  { heading, state, stale, kept, changes, reads, ...scene }: Reasons,
  width: number,
): readonly string[] {
  const told = {
    fresh: 'fresh',
    stale: 'stale',
    new: 'not written yet',
    locked: 'locked, left as it is',
    pinned: kept === undefined ? 'taken over, left as it is' : 'pinned, left as it is',
    fine: 'stale, and still fine',
  }[state];
  const changed =
    changes.length === 0
      ? []
      : ['changed since it was written', ...changes.map((change) => `  ← ${changeText(change)}`)];
  return [
    `sc ${sceneNumber(scene)}  ${oneLine(heading)}  ${told}${stale ? ', and stale' : ''}`,
    ...(kept === undefined ? [] : [signedLine(kept)]),
    ...changed,
    ...(reads.length === 0 ? [] : ['read when it was written', ...readLines(reads, width)]),
  ];
}

/** Who keeps it so: `by Mara since 2026-11-26: the last line is hers`. */
function signedLine({ by, time, reason }: NonNullable<Reasons['kept']>): string {
  return oneLine(`by ${by.name} since ${time.slice(0, 10)}${reason === '' ? '' : `: ${reason}`}`);
}
