import { oneLine } from '../screenplay/index.ts';
import { type Piece, piecesOf } from './pieces.ts';
import type { Coverage } from './report.ts';

/** Write a report as Markdown. What the script or a model says is text in it and never markup. */
export function printCoverage(coverage: Coverage): string {
  return `${piecesOf(coverage).map(printed).join('\n\n')}\n`;
}

function printed(piece: Piece): string {
  switch (piece.type) {
    case 'title':
      return `# ${plain(piece.text)}`;
    case 'heading':
      return `## ${plain(piece.text)}`;
    case 'subheading':
      return `### ${plain(piece.text)}`;
    case 'paragraph':
      return plain(piece.text);
    case 'rows':
      return printed({ type: 'table', head: ['', ''], rows: piece.rows });
    case 'list':
      return piece.items.map((item) => `- ${plain(item)}`).join('\n');
    case 'table': {
      const row = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
      return [row(piece.head), row(piece.head.map(() => '---')).replaceAll('\\', ''), ...piece.rows.map(row)].join(
        '\n',
      );
    }
  }
}

/** A text of which no character is Markdown. */
function plain(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~]/gu, '\\$&')
    .replace(/^(?=[#+-]|\d+[.)])/u, '\\');
}
