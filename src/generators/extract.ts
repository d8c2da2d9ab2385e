import { z } from 'zod';
import { fingerprint } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { bullets } from './print.ts';

/** A line of the script: on which line it stands, and what it says. */
export interface ScriptLine {
  /** From 1 on; `null` for a script that was not read from a text. */
  readonly line: number | null;
  readonly text: string;
}

/** What the question about one character reads: their own words and what the action says of them, a part of each. */
export interface ExtractInput {
  readonly title: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The names of everybody else. */
  readonly others: readonly string[];
  readonly speeches: readonly ScriptLine[];
  readonly actions: readonly ScriptLine[];
  /** How many speeches they have in all. */
  readonly spoken: number;
}

/** Something said of a character, with words of the script that show it; both empty when the script does not say. */
export const Claim = z.object({
  says: z.string().describe('One plain sentence; empty when the script does not show it.'),
  quote: z.string().describe('The exact words that show it; empty when `says` is.'),
});

/** What a script shows of one character. */
export const ExtractAnswer = z.object({
  voice: z.object({ vocabulary: Claim, sentences: Claim, avoids: Claim, address: Claim }),
  want: Claim,
  need: Claim,
  contradiction: Claim,
  relations: z
    .array(z.object({ to: z.string().min(1), is: z.string().min(1), quote: z.string().min(1) }))
    .max(12)
    .describe('What others are to them.'),
  facts: z
    .array(z.object({ fact: z.string().min(1), quote: z.string().min(1) }))
    .max(20)
    .describe('What is true of them: work, family, past, things they own.'),
});
export type ExtractAnswer = z.infer<typeof ExtractAnswer>;

/** Ask what a script shows of one character. `id` is the character's, `script` says which text was read. */
export function extractCharacter(
  run: Run,
  { id, script }: { readonly id: string; readonly script: string },
  input: ExtractInput,
): Promise<ExtractAnswer> {
  return step(run, {
    slot: `extract/${id}`,
    prompt: 'extract.character',
    input: { ...input },
    variables: {
      title: input.title,
      character: [input.name, ...input.aliases].join(', also '),
      others: bullets(input.others),
      speeches: `${input.speeches.length} of ${input.spoken} speeches\n${printLines(input.speeches)}`,
      actions: printLines(input.actions),
    },
    schema: ExtractAnswer,
    references: [{ source: script, field: 'text', label: `script.${input.name}`, version: fingerprint(input) }],
  });
}

/** Lines with their numbers, so that a reader can find them. */
function printLines(lines: readonly ScriptLine[]): string {
  return bullets(lines.map(({ line, text }) => (line === null ? text : `${line}: ${text}`)));
}
