import { aboutScript, type DocumentFormat, type PrintedDocument, printDocument } from '../document/index.ts';
import type { ProductionPages } from '../project.ts';
import { printPdf } from '../screenplay/pdf/index.ts';
import { invalid } from './failure.ts';

/** A file that is handed out. */
export interface ProductionFile {
  /** `the-light.blue-pages.pdf` */
  readonly name: string;
  readonly format: DocumentFormat;
  readonly printed: PrintedDocument;
}

/**
 * Print the open round of a script in production: its pages by themselves, and the whole for Final Draft with its revisions.
 * @throws ScriptGenError `input/invalid` when no round is open.
 */
export async function printPagesAs(
  slug: string,
  { screenplay, changed, name }: ProductionPages,
): Promise<readonly ProductionFile[]> {
  if (name === undefined)
    throw invalid('nothing has changed since the last draft was handed out', 'scriptgen draft list tells what was');
  const round = `${slug}.${name.toLowerCase().replaceAll(' ', '-')}-pages`;
  const pdf = { ...(await printPdf(changed, aboutScript(screenplay))), pages: changed.length };
  return [
    { name: `${round}.pdf`, format: 'pdf', printed: pdf },
    { name: `${slug}.fdx`, format: 'fdx', printed: await printDocument(screenplay, 'fdx') },
  ];
}
