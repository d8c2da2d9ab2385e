import type { Command } from 'commander';
import { type Cli, print, printJson } from '../cli.ts';
import { counted } from '../format.ts';
import { type AskingFlags, addAskingFlags, askingOptions } from '../rewriting/asking.ts';
import { tellFailed } from '../rewriting/failed.ts';
import { noteLines } from '../rewriting/note-lines.ts';
import { withAsking } from '../with-asking.ts';

const EXAMPLES = `
Notes are kept: scriptgen note list. What was asked of the same words is not asked again.

Examples:
  scriptgen critique
  scriptgen critique 3-7 --lens subtext,pacing
  scriptgen critique 9 --model anthropic/claude-sonnet-5 --max-cost 0.50`;

/** `scriptgen critique`: have scenes read, and keep the notes. */
export function addCritique(program: Command, cli: Cli): void {
  const command = program
    .command('critique')
    .summary('have scenes read, and keep the notes')
    .description(
      'Have scenes read: by rules, and by the dramaturge or through lenses. A note must quote words that stand in the scene, and what an open note says is not kept twice.',
    )
    .argument('[scenes...]', 'numbers, ranges and ids: 3-7 12 (default: all)')
    .addHelpText('after', EXAMPLES);
  addAskingFlags(command).action(async (scenes: readonly string[], _own: object, self: Command) => {
    const flags = self.optsWithGlobals<AskingFlags>();
    const report = await withAsking(cli, flags, (project, how) =>
      project.critique({ ...askingOptions(scenes, flags), ...how }),
    );
    const notes = report.scenes.flatMap((scene) => scene.notes);
    if (flags.json) printJson(cli, 'critique', [report]);
    else {
      const known = report.scenes.reduce((sum, scene) => sum + scene.known, 0);
      const told = `${counted(report.scenes.length, 'scene')} read: ${counted(notes.length, 'new note')}, ${known} known`;
      print(cli, [...notes.flatMap(noteLines), told]);
    }
    tellFailed(cli, report.scenes, flags);
  });
}
