import type { Entry, ScriptBible } from '../../project.ts';
import { type Cli, print, printJson } from '../cli.ts';
import { oneLine } from '../text.ts';
import { type ChangeFlags, withBible } from './flags.ts';

/** Change one entry, and tell which version became which. */
export async function changeOne(
  cli: Cli,
  flags: ChangeFlags,
  entry: string,
  change: (open: ScriptBible, before: Entry) => Promise<Entry>,
  what: (name: string) => string,
): Promise<void> {
  await withBible(cli, flags, async (open) => {
    const before = await open.get(entry);
    const after = await change(open, before);
    if (flags.json) return printJson(cli, 'entry', [after]);
    const told = what(oneLine(after.name));
    if (before.version === after.version) return print(cli, [`${told}: nothing changed, still v${after.version}`]);
    print(cli, [`${told}: v${before.version} → v${after.version}`, 'See what that reaches: scriptgen plan']);
  });
}
