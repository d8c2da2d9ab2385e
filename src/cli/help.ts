import type { ERRORS, ErrorCode } from '../core/error.ts';
import { EXIT_FINDINGS } from './cli.ts';
import { table } from './format.ts';

const EXAMPLES = `Examples:
  scriptgen write "A retired safecracker must teach her granddaughter one last job."
  scriptgen write - --format feature --out drafts < logline.txt
  scriptgen bible set MAYA voice.sentences "Clipped. Answers with questions."
  scriptgen plan
  scriptgen build --json | jq -r .type
  scriptgen convert script.fdx script.pdf
  scriptgen check script.fountain`;

/** What each exit code means to the one who reads it. */
const MEANINGS: Readonly<Record<(typeof ERRORS)[ErrorCode]['exit'], string>> = {
  2: 'the command or what it names is wrong',
  3: 'the configuration, the model name or its key is wrong',
  4: 'the model did not answer, or not usably',
  5: 'the budget does not allow it',
  6: 'the project or a file cannot be read, written or had alone',
  7: 'some scenes failed; the others are written',
  130: 'stopped; the same command goes on',
};

/** The end of `scriptgen --help`: examples, and the exit codes with the error codes behind them. */
export function helpTail(): string {
  const rows = Object.entries(MEANINGS).map(([exit, meaning]) => [exit, meaning]);
  const codes = table(
    [
      ['0', 'done'],
      ['1', 'a fault in ScriptGen'],
      ...rows.slice(0, -1),
      [String(EXIT_FINDINGS), 'check, lint, structures check, db check or doctor found what matters'],
      ...rows.slice(-1),
    ],
    [0],
  ).map((line) => `  ${line}`);
  return `\n${EXAMPLES}\n\nExit codes:\n${codes.join('\n')}\n`;
}
