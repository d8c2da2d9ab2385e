import type { Command } from 'commander';
import type { Reasons } from '../../project.ts';
import { changeText, splitLabel, versionText } from '../change.ts';
import { type Cli, dataWidth, print, printJson, type ScriptFlags, withProject } from '../cli.ts';
import { someText } from '../options.ts';
import { cellsOf, fit, oneLine, wrap } from '../text.ts';

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
export function whyLines({ number, heading, state, changes, reads }: Reasons, width: number): readonly string[] {
  const told = { fresh: 'fresh', stale: 'stale', new: 'not written yet' }[state];
  const changed =
    changes.length === 0
      ? []
      : ['changed since it was written', ...changes.map((change) => `  ← ${changeText(change)}`)];
  return [
    `sc ${number}  ${oneLine(heading)}  ${told}`,
    ...changed,
    ...(reads.length === 0 ? [] : ['read when it was written', ...readLines(reads, width)]),
  ];
}

function readLines(reads: Reasons['reads'], width: number): readonly string[] {
  const bySource = Map.groupBy(reads, ({ label }) => splitLabel(oneLine(label))[0]);
  const column = Math.min(24, Math.max(...[...bySource.keys()].map(cellsOf)));
  return [...bySource].flatMap(([source, group]) => {
    const fields = group.map(({ label, version }) => `${splitLabel(oneLine(label))[1]} ${versionText(version)}`.trim());
    return wrap([...new Set(fields)].join(', '), width - column - 4).map(
      (line, at) => `  ${fit(at === 0 ? source : '', column)}  ${line}`,
    );
  });
}
