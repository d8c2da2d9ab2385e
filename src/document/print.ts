import type { Note } from '../core/note.ts';
import { plainText } from '../screenplay/inline/inline.ts';
import type { LayoutOptions } from '../screenplay/layout/layout.ts';
import type { Page } from '../screenplay/layout/page.ts';
import type { Screenplay } from '../screenplay/tree.ts';
import type { DocumentFormat } from './format.ts';

/** How a screenplay is printed. What the format has no use for is passed over. */
export interface PrintOptions {
  /** The pages of `pdf`, of `txt`, and of `html` with `pages`. */
  readonly layout?: LayoutOptions;
  /** `html`: show the pages as they come out of a printer, instead of a text to read. */
  readonly pages?: boolean;
  /** `html`: show notes and synopses too. */
  readonly notes?: boolean;
  /** `json`: keep the text it was read from, so that it can still be printed byte for byte. */
  readonly source?: boolean;
}

/** A file that was printed. */
export interface PrintedDocument {
  readonly bytes: Uint8Array;
  /** What of the screenplay the file does not hold. */
  readonly notes: readonly Note[];
  /** How many pages it has, title pages included, when it was put on pages. */
  readonly pages?: number;
}

/** Print a screenplay in a form. Only the code of that form is loaded. */
export async function printDocument(
  script: Screenplay,
  format: DocumentFormat,
  options: PrintOptions = {},
): Promise<PrintedDocument> {
  switch (format) {
    case 'fountain': {
      const { printFountain } = await import('../screenplay/fountain/print.ts');
      const { fountainLosses } = await import('../screenplay/fountain/losses.ts');
      return { bytes: utf8(printFountain(script)), notes: fountainLosses(script) };
    }
    case 'fdx': {
      const { printFdx } = await import('../screenplay/fdx/print.ts');
      const { text, notes } = printFdx(script);
      return { bytes: utf8(text), notes };
    }
    case 'pdf': {
      const [{ printPdf }, pages] = [await import('../screenplay/pdf/index.ts'), await layOut(script, options)];
      return { ...(await printPdf(pages, aboutScript(script))), pages: pages.length };
    }
    case 'html':
      return printHtmlDocument(script, options);
    case 'txt': {
      const { printText } = await import('../screenplay/txt/print.ts');
      const pages = await layOut(script, options);
      return { bytes: utf8(printText(pages)), notes: [], pages: pages.length };
    }
    case 'json': {
      const { printJson } = await import('../screenplay/json/print.ts');
      return { bytes: utf8(printJson(script, { source: options.source ?? false, pretty: true })), notes: [] };
    }
  }
}

async function printHtmlDocument(script: Screenplay, options: PrintOptions): Promise<PrintedDocument> {
  if (options.pages) {
    const { printPagesHtml } = await import('../screenplay/html/print-pages.ts');
    const pages = await layOut(script, options);
    const { title } = aboutScript(script);
    const html = printPagesHtml(pages, title === undefined ? {} : { title });
    return { bytes: utf8(html), notes: [], pages: pages.length };
  }
  const { printHtml } = await import('../screenplay/html/print.ts');
  return { bytes: utf8(printHtml(script, { notes: options.notes ?? false })), notes: [] };
}

async function layOut(script: Screenplay, { layout }: PrintOptions): Promise<readonly Page[]> {
  return (await import('../screenplay/layout/layout.ts')).layoutScreenplay(script, layout);
}

/** What a file says about itself: title and author from the title page. */
export function aboutScript({ titlePage }: Screenplay): { readonly title?: string; readonly author?: string } {
  const entry = (key: RegExp): string => {
    const lines = titlePage?.entries.find((one) => key.test(one.key.trim()))?.lines ?? [];
    return lines.map(plainText).join(' ').replace(/\s+/g, ' ').trim();
  };
  const [title, author] = [entry(/^title$/i), entry(/^authors?$/i)];
  return { ...(title === '' ? {} : { title }), ...(author === '' ? {} : { author }) };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
