import type { TextRun } from './page.ts';

/** A full stop, a question or exclamation mark or an ellipsis, with what closes quotations and parentheses behind it. */
const END = /[.!?…。！？]["'”’»)\]]*$/u;
const END_INSIDE = /[.!?…。！？]["'”’»)\]]*(?= )/gu;

/** Whether a line ends with a sentence. */
export function endsSentence(runs: readonly TextRun[]): boolean {
  return END.test(textOf(runs));
}

/** How many characters (code points) of a line are left when it is cut behind its last whole sentence; `undefined` when no sentence ends inside it. */
export function lastSentence(runs: readonly TextRun[]): number | undefined {
  const text = textOf(runs);
  const found = [...text.matchAll(END_INSIDE)].at(-1);
  return found === undefined ? undefined : Array.from(text.slice(0, found.index + found[0].length)).length;
}

/** The characters (code points) of runs from `from` up to, not including, `to`. */
export function sliceRuns(runs: readonly TextRun[], from: number, to = Number.POSITIVE_INFINITY): readonly TextRun[] {
  const kept: TextRun[] = [];
  let at = 0;
  for (const run of runs) {
    const characters = Array.from(run.text);
    const text = characters.slice(Math.max(from - at, 0), Math.max(to - at, 0)).join('');
    if (text !== '') kept.push({ ...run, text });
    at += characters.length;
  }
  return kept;
}

function textOf(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join('');
}
