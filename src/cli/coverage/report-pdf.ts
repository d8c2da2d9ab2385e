import type { Coverage } from '../../coverage/index.ts';
import type { Block, Screenplay } from '../../screenplay/tree.ts';
import { reportLines } from './report-lines.ts';

/** Ten cells to the inch, between margins of one inch on US letter paper. */
const CELLS = 65;
const LEFT = 72;

/** A reader's report as the bytes of a PDF: the lines of the text report, on pages like a script's. */
export async function reportPdf(coverage: Coverage): Promise<Uint8Array> {
  const [{ layoutScreenplay, PROFILES }, { printPdf }] = await Promise.all([
    import('../../screenplay/index.ts'),
    import('../../screenplay/pdf/index.ts'),
  ]);
  const lines = reportLines(coverage, CELLS, (style, text) => (style === 'bold' ? `${MARK}${text}` : text));
  const profile = { ...PROFILES.us, body: { left: LEFT, cells: CELLS } };
  const pages = layoutScreenplay(asScreenplay(lines), { profile });
  const title = `Coverage: ${coverage.header.title}`;
  return (await printPdf(pages, { title, author: coverage.header.analyst })).bytes;
}

/** Stands before a line that is printed bold; no text of a report holds control characters. */
const MARK = '\u0002';

/** Lines as blocks of action, a blank line between two of them. */
function asScreenplay(lines: readonly string[]): Screenplay {
  const blocks = lines.join('\n').split('\n\n');
  return {
    type: 'screenplay',
    titlePage: null,
    children: blocks.flatMap((block): readonly Block[] => [
      // Grid and verdict are looked for first: they have a page of their own.
      ...(block === `${MARK}GRID` ? [{ type: 'pageBreak' } as const] : []),
      { type: 'action', text: block.split('\n').map(inline).join('\n') },
    ]),
  };
}

/** A line as inline Fountain that says just this. */
function inline(line: string): string {
  const text = line.replace(MARK, '').replace(/[\\*_[\]/]/gu, '\\$&');
  return line.startsWith(MARK) ? `**${text}**` : text;
}
