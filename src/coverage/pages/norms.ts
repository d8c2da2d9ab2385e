import type { Coverage } from '../report.ts';
import { heading, type Piece, paragraph } from './piece.ts';

/** The three numbers farthest from produced features, with what they are like to read. */
export function normPieces({ norms: { english, distance, farthest } }: Coverage): readonly Piece[] {
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

/** Three significant digits, and no fraction from 100 on. */
function short(value: number | null): string {
  if (value === null) return '-';
  return String(Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
}
