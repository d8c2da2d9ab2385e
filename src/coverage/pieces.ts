import { type Area, GRADES } from './areas.ts';
import type { Evidence } from './evidence.ts';
import type { CoverageHeader } from './header.ts';
import type { Coverage } from './report.ts';
import type { AreaScore } from './score.ts';
import { RATINGS, THRESHOLDS } from './thresholds.ts';

/** A report as what stands on its pages, before it is printed in any form. Texts may hold anything but layout. */
export type Piece =
  | { readonly type: 'title' | 'heading' | 'subheading' | 'paragraph'; readonly text: string }
  /** What stands beside a label. */
  | { readonly type: 'rows'; readonly rows: readonly (readonly [label: string, text: string])[] }
  | { readonly type: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly type: 'list'; readonly items: readonly string[] };

const FORM_WORDS = {
  short: 'short film',
  feature: 'feature film',
  'tv-hour': 'one-hour television',
  sitcom: 'half-hour comedy',
} as const;

const NOT_ENOUGH = 'not enough evidence';
const NOT_TOLD = 'not told';

/** A report from its head to its sources, in the order of the industry's form. Headings are English, whatever the script's language is. */
export function piecesOf(coverage: Coverage): readonly Piece[] {
  const { logline, synopsis, comments, remarks, reader, unread } = coverage;
  return [
    { type: 'title', text: 'COVERAGE' },
    { type: 'rows', rows: headerRows(coverage.header) },
    ...(reader.isLanguageModel ? [] : [paragraph(NOBODY_READ)]),
    ...remarks.map(paragraph),
    ...unread.map(({ from, to, message, code }) =>
      paragraph(
        `Scenes ${from} to ${to} were not read: ${message} (${code}). Run the same command again to read them.`,
      ),
    ),
    heading('LOGLINE'),
    paragraph(logline === '' ? 'None: it takes a reader.' : logline),
    heading('SYNOPSIS'),
    ...synopsis.flatMap(({ heading: title, text }): readonly Piece[] => [
      ...(title === '' ? [] : [{ type: 'subheading', text: title } as const]),
      ...text.split(/\n+/).map(paragraph),
    ]),
    heading('COMMENTS'),
    ...(comments.length === 0 ? [paragraph('None: a comment must cite evidence that stands in the script.')] : []),
    ...comments.flatMap(({ area, text, cites }): readonly Piece[] => [
      { type: 'subheading', text: capital(area) },
      paragraph(`${text} [${cites.join(', ')}]`),
    ]),
    heading('GRID'),
    gridTable(coverage.grid),
    ...verdictPieces(coverage),
    ...normPieces(coverage),
    ...sourcePieces(coverage),
  ];
}

const NOBODY_READ =
  'No language model read this script. What stands here was counted or copied; nothing was judged, and there is no verdict.';

const MODEL_READ =
  'A language model read the script; its judgement is no human reader’s. Code held every quote against the script, and computed the grid and the verdict from the grades. No model is asked for a score or a verdict.';

function headerRows(header: CoverageHeader): readonly (readonly [string, string])[] {
  const { form, formFrom, locations, pages, scenes } = header;
  const told = (text: string): string => (text === '' ? NOT_TOLD : text);
  return [
    ['Title', told(header.title)],
    ['Author', told(header.author)],
    ['Form', `${FORM_WORDS[form]}${formFrom === 'length' ? ' (by its length)' : ''}`],
    ['Genre', told(header.genre)],
    ['Length', `${counted(pages, 'page')}, ${counted(scenes, 'scene')}`],
    ['Period', told(header.period)],
    ['Locations', locations.length === 0 ? 'none in headings' : `${locations.length}: ${named(locations)}`],
    ['Draft date', told(header.draftDate)],
    ['Date', header.date],
    ['Analyst', told(header.analyst)],
  ];
}

/** The first places by name, and how many more there are. */
function named(locations: readonly string[]): string {
  const [first, more] = [locations.slice(0, 6), locations.length - 6];
  return `${first.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function gridTable(grid: readonly AreaScore[]): Piece {
  const columns = RATINGS.toReversed();
  return {
    type: 'table',
    head: ['', ...columns, 'score', 'evidence'],
    rows: grid.map(({ area, rating, score, pieces, scenes, grades, measures }) => [
      capital(area),
      ...columns.map((column) => (column === rating ? 'X' : '')),
      score === null ? '-' : signed(score),
      [
        ...(score === null ? [NOT_ENOUGH] : []),
        ...(pieces === 0 ? [] : [`${pieces} in ${counted(scenes, 'scene')}: ${splitText(grades)}`]),
        ...(measures.length === 0 ? [] : [counted(measures.length, 'measure')]),
      ].join(', '),
    ]),
  };
}

/** How far the evidence agrees: `3 good, 1 plain, 2 weak`. */
function splitText([broken, weak, plain, good, rare]: AreaScore['grades']): string {
  const counts = [
    { count: good + rare, word: 'good' },
    { count: plain, word: 'plain' },
    { count: weak + broken, word: 'weak' },
  ];
  return counts.flatMap(({ count, word }) => (count === 0 ? [] : [`${count} ${word}`])).join(', ');
}

function verdictPieces({ verdict, grid, reader, evidence, dropped, unread }: Coverage): readonly Piece[] {
  const missing = grid.filter(({ area, score }) => score === null && area !== 'setting').map(({ area }) => area);
  const why = !reader.isLanguageModel
    ? 'nobody read it'
    : unread.length > 0
      ? 'a part was not read'
      : `${NOT_ENOUGH} of ${missing.join(', ')}`;
  const { claims, comments } = dropped;
  const uncounted = [
    ...(claims.length === 0 ? [] : [`${counted(claims.length, 'claim')} dropped (${reasons(claims)})`]),
    ...(comments === 0 ? [] : [`${counted(comments, 'comment')} dropped that cited nothing founded`]),
  ];
  return [
    heading('VERDICT'),
    {
      type: 'rows',
      rows: [
        ['Script', verdict === null ? `none: ${why}` : verdict.toUpperCase()],
        ['Writer', 'not judged: a script shows a script'],
      ],
    },
    ...(reader.isLanguageModel
      ? [
          paragraph(
            `${MODEL_READ} ${[`${counted(evidence.length, 'piece')} of evidence count`, ...uncounted].join('; ')}.`,
          ),
        ]
      : []),
  ];
}

function reasons(claims: Coverage['dropped']['claims']): string {
  const counts = new Map<string, number>();
  for (const { reason } of claims) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${count} ${reason}`).join(', ');
}

function normPieces({ norms: { english, distance, farthest } }: Coverage): readonly Piece[] {
  const about = !english
    ? 'The script is not in English, and the norms are of English films: it is held against none.'
    : distance === null
      ? 'The script is too short to be held against norms.'
      : `On average ${distance.toFixed(1)} spreads from the median of 77 produced features in English: information, no target. Farthest:`;
  return [
    heading('BESIDE PRODUCED FEATURES'),
    paragraph(about),
    ...(farthest.length === 0
      ? []
      : [
          {
            type: 'list',
            items: farthest.map(({ title, value, norm, band, means }) => {
              const middle = norm === undefined ? '' : `, films ${short(norm.p25)} to ${short(norm.p75)}`;
              return `${title}: ${short(value)} (${band ?? 'middle'}${middle}). ${means}`.trimEnd();
            }),
          } as const,
        ]),
  ];
}

function sourcePieces({ grid, evidence }: Coverage): readonly Piece[] {
  const { ratings, plain, enough } = THRESHOLDS;
  const measured = grid.flatMap(({ measures }) => measures);
  const least = ratings.map(({ rating, least: from }) => `${rating} from ${signed(from)}`).join(', ');
  return [
    heading('HOW IT WAS COMPUTED'),
    paragraph(
      `A grade is ${Object.entries(GRADES)
        .toSorted(([a], [b]) => Number(b) - Number(a))
        .map(([grade, says]) => `${signed(Number(grade), 0)} (${says})`)
        .join(
          ', ',
        )}. An area’s score is the mean over its scenes of the mean grade in each; a measure counts as a scene, and ${plain} plain ones are added. ${least}, below it Poor. An area needs ${enough.pieces} pieces of evidence from ${enough.scenes} scenes, or from all of a shorter script.`,
    ),
    ...grid.flatMap(termsOf),
    ...(measured.length === 0
      ? []
      : [
          { type: 'subheading', text: 'Measures' } as const,
          {
            type: 'list',
            items: measured.map(({ area, name, grade, says }) => `${area}, ${name}: ${signed(grade, 0)} (${says})`),
          } as const,
        ]),
    ...(evidence.length === 0
      ? []
      : [
          { type: 'subheading', text: 'Evidence' } as const,
          { type: 'list', items: evidence.map(evidenceText) } as const,
        ]),
  ];
}

function termsOf({ area, score, terms }: AreaScore): readonly Piece[] {
  if (score === null) return [];
  const sum = terms.map(({ of, value }) => `${of} ${signed(value)}`).join(', ');
  return [paragraph(`${capital(area)} ${signed(score)}: (${sum}) / (${terms.length} + ${THRESHOLDS.plain})`)];
}

function evidenceText({ id, criterion, grade, number, page, quote, why }: Evidence): string {
  const place = page === null ? `scene ${number}` : `scene ${number}, page ${page}`;
  return `${id} ${criterion} ${signed(grade, 0)} (${place}): “${quote}” ${why}`.trimEnd();
}

function heading(text: string): Piece {
  return { type: 'heading', text };
}

function paragraph(text: string): Piece {
  return { type: 'paragraph', text };
}

function capital(area: Area | 'overall'): string {
  return area.charAt(0).toUpperCase() + area.slice(1);
}

function signed(value: number, digits = 2): string {
  return `${value > 0 ? '+' : value < 0 ? '-' : ''}${Math.abs(value).toFixed(digits)}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Three significant digits, and no fraction from 100 on. */
function short(value: number | null): string {
  if (value === null) return '-';
  return String(Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
}
