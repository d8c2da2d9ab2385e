import type { ReviewedHunk, ReviewedProposal } from '../../project.ts';
import { counted, table } from '../format.ts';
import { cut, oneLine, safeLines } from '../text.ts';
import { blockLines, changeLines, type DiffStyle } from './diff-lines.ts';

/** A change with what it is for: its name, why it is proposed, the notes that it answers, word by word. */
export function hunkLines(proposal: ReviewedProposal, hunk: ReviewedHunk, style: DiffStyle): readonly string[] {
  const { paint } = style;
  const { scene, origin, by, model, hunks } = proposal;
  const place = scene.number === 0 ? 'a scene that is gone' : `sc ${scene.number} ${oneLine(scene.heading)}`;
  const from = origin === 'merge' ? 'written anew' : `${origin}, ${oneLine(model === '' ? by.name : model)}`;
  return [
    `${paint('bold', hunk.id)}  ${place}  ${paint('dim', `(${from}; ${hunk.number} of ${lastNumber(hunks)})`)}`,
    ...hunk.why.map((why) => `  ${oneLine(why)}`),
    ...notesOf(proposal, hunk).map((line) => paint('accent', `  ${line}`)),
    ...bodyOf(hunk, style),
    ...stateLines(hunk, style),
    ...markLines(hunk, style),
  ];
}

/** What is proposed, a line each. */
export function proposalTable(proposals: readonly ReviewedProposal[], width: number): readonly string[] {
  if (proposals.length === 0) return ['Nothing is proposed.'];
  const rows = proposals.map((proposal) => {
    const { id, scene, origin, hunks, why } = proposal;
    return [id, `sc ${scene.number}`, origin, counted(hunks.length, 'change'), tallyOf(hunks), oneLine(why[0] ?? '')];
  });
  return table(rows).map((line) => cut(line, width));
}

/** `2 accepted, 1 stale, 3 open` */
export function tallyOf(hunks: readonly ReviewedHunk[]): string {
  const states = hunks.map(({ mark, state }) => (mark === undefined ? state : MARKED[mark.decision]));
  return [...new Set(states)].map((state) => `${states.filter((one) => one === state).length} ${state}`).join(', ');
}

const MARKED = { accept: 'accepted', reject: 'rejected', edit: 'edited' } as const;

function bodyOf(hunk: ReviewedHunk, style: DiffStyle): readonly string[] {
  if (hunk.type === 'text') return changeLines(hunk.changes, style);
  const { entry, field, from, to, quote } = hunk;
  const said = (value: unknown): string =>
    safeLines(typeof value === 'string' ? value : JSON.stringify(value, null, 1));
  return [
    `  ${oneLine(entry)}${field === undefined ? ', a new entry' : `.${oneLine(field)}`}, for “${oneLine(quote)}”`,
    ...(from === undefined
      ? []
      : said(from)
          .split('\n')
          .map((line) => style.paint('bad', `- ${line}`))),
    ...(to === undefined
      ? []
      : said(to)
          .split('\n')
          .map((line) => style.paint('good', `+ ${line}`))),
  ];
}

function stateLines(hunk: ReviewedHunk, { paint }: DiffStyle): readonly string[] {
  if (hunk.state === 'locked')
    return [
      paint('bad', `  locked${hunk.lock === undefined ? '' : ` by ${oneLine(hunk.lock.by.name)}, ${hunk.lock.id}`}`),
    ];
  if (hunk.state === 'done') return [paint('dim', '  It reads so already.')];
  if (hunk.state !== 'stale') return [];
  const now =
    hunk.type === 'text'
      ? blockLines(hunk.now ?? [], '|')
      : [`| ${safeLines(typeof hunk.now === 'string' ? hunk.now : JSON.stringify(hunk.now ?? ''))}`];
  return [paint('bad', '  stale: what it was made for does not stand there any more. Now there is:'), ...now];
}

function markLines({ mark }: ReviewedHunk, { paint }: DiffStyle): readonly string[] {
  if (mark === undefined) return [];
  const own =
    mark.text === undefined
      ? mark.value === undefined
        ? []
        : [`  ${safeLines(String(mark.value))}`]
      : blockLines(mark.text);
  return [
    paint(
      'dim',
      `  ${MARKED[mark.decision]} by ${oneLine(mark.by.name)}, not applied yet${own.length === 0 ? '' : ':'}`,
    ),
    ...own,
  ];
}

function notesOf({ notes }: ReviewedProposal, hunk: ReviewedHunk): readonly string[] {
  if (hunk.type !== 'text') return [];
  return notes
    .filter(({ id }) => hunk.notes.includes(id))
    .map(({ severity, message, rule }) => `${severity}: ${oneLine(message)} (${oneLine(rule)})`);
}

/** How many changes a proposal has, those among them that were applied already. */
function lastNumber(hunks: readonly ReviewedHunk[]): number {
  return Math.max(0, ...hunks.map(({ number }) => number));
}
