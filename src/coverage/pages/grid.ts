import type { Coverage } from '../report.ts';
import { type AreaScore, meanScore } from '../score.ts';
import { RATINGS } from '../thresholds.ts';
import { capital, counted, heading, type Piece, paragraph, signed } from './piece.ts';

const NOT_ENOUGH = 'not enough evidence';

const MODEL_READ =
  'A language model read the script; its judgement is no human reader’s. Code held every quote against the script, and computed the grid and the verdict from the grades. No model is asked for a score or a verdict.';

/** The grid: an X where an area lies, and what that was computed from. */
export function gridTable(grid: readonly AreaScore[]): Piece {
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

/** What it comes to for the script, and that nothing is said of its writer. */
export function verdictPieces({ verdict, grid, reader, evidence, dropped, unread }: Coverage): readonly Piece[] {
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
        [
          'Script',
          verdict === null
            ? `none: ${why}`
            : `${verdict.toUpperCase()}, from a mean of ${signed(meanScore(grid) ?? 0)}`,
        ],
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
