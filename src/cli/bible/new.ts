import type { Command } from 'commander';
import { type Cli, type CommonFlags, print, printJson, withProject } from '../cli.ts';
import { someText } from '../options.ts';
import { oneLine } from '../text.ts';
import { AS } from './flags.ts';

interface NewFlags extends CommonFlags {
  readonly template?: string;
  readonly in?: string;
  readonly as?: string;
}

/** `scriptgen bible new`: a bible begun by hand, without a logline and without a model. */
export function addNew(bible: Command, cli: Cli): void {
  bible
    .command('new')
    .description('Begin a bible by hand: a script without scenes, or a series whose bible counts in its episodes.')
    .argument('<title>', 'its title')
    .option('--template <name>', 'what it begins with: short, feature, series, season, episode', someText('--template'))
    .option('--in <series>', 'the series or season that it belongs to', someText('--in'))
    .option(...AS)
    .action(async (title: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<NewFlags>();
      const { template, in: series, as: author } = flags;
      const asked = {
        title,
        ...(template === undefined ? {} : { template }),
        ...(series === undefined ? {} : { series }),
        ...(author === undefined ? {} : { author }),
      };
      const script = await withProject(cli, { ...flags, detect: false }, (project) => project.createScript(asked));
      if (flags.json) printJson(cli, 'script', [script]);
      else
        print(cli, [
          `${oneLine(script.title)}  (${script.slug})`,
          `Fill it in: scriptgen bible list --script ${script.slug}`,
        ]);
    });
}
