import type { InlineRun } from '../inline/inline.ts';
import type { TextSpan } from '../tree.ts';
import { type Loss, markedText } from './marked-text.ts';

/** What runs say, as the fields of a block. */
interface ReadText {
  readonly text: string;
  readonly spans?: readonly TextSpan[];
  readonly revision?: number;
}

/** The fields of a block, and what its marks could not say. */
export interface ReadFields {
  readonly fields: ReadText;
  readonly losses: ReadonlySet<Loss>;
}

/** Whether runs show nothing. */
export function isBlankRuns(runs: readonly InlineRun[]): boolean {
  return runs.every(({ text }) => text.trim() === '');
}

/** Runs as the text of a block. A revision that all of them share is the block's. */
export function readText(runs: readonly InlineRun[]): ReadFields {
  const trimmed = trimRuns(runs);
  const revision = sharedRevision(trimmed);
  const { text, spans, losses } = markedText(revision === undefined ? trimmed : trimmed.map(withoutRevision));
  return {
    fields: { text, ...(spans.length === 0 ? {} : { spans }), ...(revision === undefined ? {} : { revision }) },
    losses,
  };
}

/** As {@link readText}, on one line, without white space at its beginning. */
export function readLine(runs: readonly InlineRun[]): ReadFields {
  let begun = false;
  return readText(
    runs.map((run) => {
      const line = run.text.replaceAll('\n', ' ');
      const text = begun ? line : line.trimStart();
      begun ||= text !== '';
      return { ...run, text };
    }),
  );
}

/** The revision of all runs that have words; a line end between paragraphs has none of its own. */
export function sharedRevision(runs: readonly InlineRun[]): number | undefined {
  const sets = new Set(runs.filter(({ text }) => text.replaceAll('\n', '') !== '').map(({ span }) => span?.revision));
  const [revision] = sets;
  return sets.size === 1 ? revision : undefined;
}

function withoutRevision(run: InlineRun): InlineRun {
  if (run.text === '' || run.span === undefined) return run;
  const { revision: _, ...span } = run.span;
  const { span: __, ...bare } = run;
  return Object.keys(span).length === 0 ? bare : { ...bare, span };
}

/** Without white space at the end and blank lines at the beginning. */
function trimRuns(runs: readonly InlineRun[]): readonly InlineRun[] {
  const trimmed = runs.map((run) => ({ ...run }));
  for (let at = trimmed.length - 1; at >= 0; at -= 1) {
    const run = trimmed[at];
    if (run === undefined || run.text === '') continue;
    const text = run.text.trimEnd();
    trimmed[at] = { ...run, text };
    if (text !== '') break;
  }
  for (let at = 0; at < trimmed.length; at += 1) {
    const run = trimmed[at];
    if (run === undefined || run.text === '') continue;
    const start = run.text.length - run.text.trimStart().length;
    const blank = run.text.lastIndexOf('\n', Math.max(start - 1, 0));
    const text = start > 0 && blank >= 0 ? run.text.slice(blank + 1) : run.text;
    trimmed[at] = { ...run, text };
    if (text !== '') break;
  }
  return trimmed.filter((run, index) => run.text !== '' || runs[index]?.text === '');
}

/** Runs without the parentheses that enclose them all. */
export function unenclosed(runs: readonly InlineRun[]): readonly InlineRun[] {
  const text = runs
    .map((run) => run.text)
    .join('')
    .trim();
  if (text.length < 2 || !text.startsWith('(') || !text.endsWith(')')) return runs;
  const first = runs.findIndex((run) => run.text.trim() !== '');
  const last = runs.findLastIndex((run) => run.text.trim() !== '');
  return runs.flatMap((run, index) => {
    if (index < first || index > last) return [];
    let words = run.text;
    if (index === first) words = words.trimStart().slice(1);
    if (index === last) words = words.trimEnd().slice(0, -1);
    return [{ ...run, text: words }];
  });
}
