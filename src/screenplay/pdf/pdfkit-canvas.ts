import { Buffer } from 'node:buffer';
import type { Canvas, DocumentInfo, TextPlace } from './canvas.ts';
import type { FontFamily } from './fonts.ts';

const SIZE = 12;

/** The date every document bears, so that the same script gives the same bytes. */
const DATE = new Date('2000-01-01T00:00:00Z');

/** Of outline entries: show the whole page. PDFKit would otherwise scroll to the right edge. */
const WHOLE_PAGE = { expanded: false, fit: true };

/** Open a canvas on PDFKit, which is loaded only here. Fonts are subset and embedded. */
export async function openPdfkitCanvas(info: DocumentInfo, fonts: FontFamily): Promise<Canvas> {
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    pdfVersion: '1.7',
    displayTitle: info.title !== undefined,
    info: {
      ...(info.title === undefined ? {} : { Title: info.title }),
      ...(info.author === undefined ? {} : { Author: info.author }),
      ...(info.subject === undefined ? {} : { Subject: info.subject }),
      Producer: 'ScriptGen',
      Creator: 'ScriptGen',
      CreationDate: DATE,
      ModDate: DATE,
    },
    // PDFKit would load Helvetica for a document without a first font.
    font: '',
  });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))));
    document.on('error', reject);
  });
  for (const { style, bytes } of Object.values(fonts)) document.registerFont(style, Buffer.from(bytes));

  return {
    startPage({ width, height }): void {
      document.addPage({ size: [width, height], margin: 0 });
    },
    write(text: string, { x, y, style, underline }: TextPlace): void {
      document.font(style).fontSize(SIZE).text(text, x, y, { lineBreak: false, underline, features: [] });
    },
    bookmark(title: string): void {
      document.outline.addItem(title, WHOLE_PAGE);
    },
    finish(): Promise<Uint8Array> {
      document.end();
      return finished;
    },
  };
}
