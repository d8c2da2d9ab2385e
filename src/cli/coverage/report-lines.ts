import { type Coverage, type Piece, piecesOf } from '../../coverage/index.ts';
import type { Paint } from '../format.ts';
import { cellsOf, fill, oneLine, wrap } from '../text.ts';

/** Prose in lines of more cells is hard to read. */
const WIDEST = 96;
const GAP = '  ';

/** A reader's report as lines no wider than `width` cells, where no single word is. */
export function reportLines(coverage: Coverage, width: number, paint: Paint): readonly string[] {
  const cells = Math.max(40, Math.min(width, WIDEST));
  const lines = piecesOf(coverage).flatMap((piece) => ['', ...pieceLines(piece, cells, paint)]);
  return lines.slice(1);
}

function pieceLines(piece: Piece, width: number, paint: Paint): readonly string[] {
  switch (piece.type) {
    case 'title':
    case 'heading':
      return [paint('bold', oneLine(piece.text))];
    case 'subheading':
      return [paint('accent', oneLine(piece.text))];
    case 'paragraph':
      return wrapped(oneLine(piece.text), width);
    case 'rows':
      return tableLines(piece.rows, width);
    case 'table':
      return tableLines([piece.head, ...piece.rows], width);
    case 'list':
      return piece.items.flatMap((item) => hanging('- ', oneLine(item), width));
  }
}

/** Columns as wide as they need; the last takes what is left, and goes on below itself. */
function tableLines(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const safe = rows.map((row) => row.map(oneLine));
  const widths = safe[0]?.slice(0, -1).map((_, at) => Math.max(...safe.map((row) => cellsOf(row[at] ?? '')))) ?? [];
  return safe.flatMap((row) => {
    const before = widths.map((cells, at) => fill(row[at] ?? '', cells) + GAP).join('');
    return hanging(before, row.at(-1) ?? '', width);
  });
}

/** A text behind its lead, the lines after the first as far in. */
function hanging(lead: string, text: string, width: number): readonly string[] {
  const inset = ' '.repeat(cellsOf(lead));
  return wrapped(text, Math.max(10, width - cellsOf(lead))).map((line, at) =>
    `${at === 0 ? lead : inset}${line}`.trimEnd(),
  );
}

/** A text in lines, broken at spaces, and inside what has none: scripts of some languages have hardly any. */
function wrapped(text: string, width: number): readonly string[] {
  const words = text.split(' ').flatMap((word) => {
    if (cellsOf(word) <= width) return [word];
    const pieces: string[] = [''];
    for (const letter of word) {
      if (cellsOf((pieces.at(-1) ?? '') + letter) > width) pieces.push('');
      pieces[pieces.length - 1] += letter;
    }
    return pieces;
  });
  return wrap(words.join(' '), width);
}
