import type { Note } from '../core/note.ts';
import type { OutlineReport } from '../project.ts';
import { counted, paintFor, table } from './format.ts';
import { cut, oneLine } from './text.ts';

/** In the order in which notes are told. */
const SEVERITIES = ['blocker', 'major', 'minor', 'info'] as const;
const STYLES = { blocker: 'bad', major: 'bad', minor: 'accent', info: 'dim' } as const;

/** What an outline comes to, as lines no wider than `width` cells: its length, where beats fall, then what was found, worst first. */
export function outlineLines(
  report: OutlineReport,
  { width, color }: { readonly width: number; readonly color: boolean },
): readonly string[] {
  const { script, structure, pages, tensionFit, notes } = report;
  const fit = tensionFit === undefined ? '' : `, tension follows it by ${tensionFit.toFixed(2)}`;
  const length = `about ${pages.expected.toFixed(0)} of ${pages.budget.toFixed(0)} pages`;
  return [
    cut(`${oneLine(script.title)}  (${script.slug}, ${script.format}, ${length}; ${structure.id}${fit})`, width),
    ...beatLines(report, width),
    '',
    ...SEVERITIES.flatMap((severity) => notes.filter((note) => note.severity === severity)).flatMap((note) =>
      noteLines(note, { width, color }),
    ),
    notes.length === 0 ? 'Nothing found.' : summary(notes),
  ];
}

function beatLines({ beats }: OutlineReport, width: number): readonly string[] {
  if (beats.length === 0) return [];
  const rows = beats.map(({ beat, page, lastPage, state, number, scenePage, event }) => [
    oneLine(beat.name),
    page === lastPage ? String(page) : `${page}-${lastPage}`,
    state === 'untold' ? '-' : String(scenePage),
    state === 'untold' ? `(${number})` : String(number),
    state === 'untold' ? 'no scene says so' : state,
    oneLine(event),
  ]);
  const lines = table([['beat', 'expected', 'page', 'scene', '', 'what happens there'], ...rows], [1, 2, 3]);
  return ['', ...lines.map((line) => cut(line, width))];
}

function noteLines(
  { rule, severity, message, fix }: Note,
  { width, color }: { readonly width: number; readonly color: boolean },
): readonly string[] {
  const head = `${paintFor(color)(STYLES[severity], severity)} ${oneLine(message)} (${rule})`;
  return [head, ...(fix === undefined ? [] : [cut(`  ${oneLine(fix)}`, width)])];
}

function summary(notes: readonly Note[]): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = notes.filter((note) => note.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  return `${counted(notes.length, 'note')}: ${counts.join(', ')}`;
}
