import type { Command } from 'commander';
import type { ModelTestReport } from '../../project.ts';
import { type Cli, type CommonFlags, print, printJson } from '../cli.ts';
import { invalid } from '../failure.ts';
import { counted, formatDuration, formatMoney, table } from '../format.ts';
import { trapSignals } from '../signals.ts';
import { oneLine } from '../text.ts';
import { modelsFor } from './flags.ts';

/** The exit code of a model that answers, but not in the shape that was asked for: that of `model/unreadable`. */
const EXIT_UNUSABLE = 4;

/** `scriptgen models test`: one small question, through everything that a script's questions go through. */
export function addTest(models: Command, cli: Cli): void {
  models
    .command('test')
    .description(
      'Ask a model for one word, as a script would ask: is it there, how fast, at what price, in what shape.',
    )
    .argument('[model]', 'provider/model or an alias (default: what a script would ask)')
    .option('-y, --yes', 'ask even when the price is not known')
    .action(async (name: string | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<CommonFlags & { readonly yes?: boolean }>();
      const test = await (await modelsFor(cli, flags)).test(name);
      const model = oneLine(test.model);
      if (test.mostCost === null && !flags.yes)
        throw invalid(
          `the price of ${model} is not known, so nothing was asked`,
          'ask all the same with --yes, or say its "cost" in models.json',
        );
      const price = test.mostCost === null ? 'price unknown' : `${formatMoney(test.mostCost)} at most`;
      cli.io.stderr.write(`asking ${model}: ${price}\n`);
      const trap = trapSignals(cli.io.signals, { onStop: () => undefined, onKill: () => undefined });
      const report = await test.ask(trap.stop).finally(trap.release);
      if (flags.json) printJson(cli, 'model-test', [report]);
      else print(cli, testLines(report));
      if (!report.isUsable) cli.exit(EXIT_UNUSABLE);
    });
}

/** What came of a test, as lines. */
export function testLines(report: ModelTestReport): readonly string[] {
  const { usage } = report;
  const first = report.firstTokenMs === undefined ? '' : `, first token after ${formatDuration(report.firstTokenMs)}`;
  const shape = report.isUsable ? 'as asked' : `not as asked: ${oneLine(report.remark ?? '')}`;
  return table([
    ['model', oneLine(report.servedBy ?? report.model)],
    ['time', `${formatDuration(report.ms)}${first}, ${counted(report.attempts, 'request')}`],
    ['tokens', `${usage.inputTokens} in, ${usage.outputTokens} out, ${usage.cachedTokens} cached`],
    ['cost', formatMoney(report.cost)],
    ['shape', `${report.structuredOutput}: ${shape}`],
  ]);
}
