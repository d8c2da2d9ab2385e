import { oneLine } from '../../screenplay/index.ts';
import type { Coverage } from '../report.ts';
import type { Piece } from './piece.ts';
import { piecesOf } from './pieces.ts';

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
      return line(piece.text);
    case 'rows':
      return printed({ type: 'table', head: ['', ''], rows: piece.rows });
    case 'list':
      return piece.items.map((item) => `- ${line(item)}`).join('\n');
    case 'table': {
      const row = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
      return [row(piece.head), row(piece.head.map(() => '---')), ...piece.rows.map(row)].join('\n');
    }
  }
}

/** A text that begins a line, of which no character is Markdown. */
function line(text: string): string {
  return plain(text)
    .replace(/^(?=[#+-])/u, '\\')
    .replace(/^(\d+)([.)])/u, '$1\\$2');
}

/** A text of which no character is Markdown inside a line. */
function plain(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>|~]/gu, '\\$&');
}
