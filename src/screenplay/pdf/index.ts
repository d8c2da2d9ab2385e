/**
 * Pages as PDF. The only part of the screenplay that needs Node: it reads font files and makes streams smaller.
 *
 * @module
 */
export type { Area, Canvas, DocumentInfo, OpenCanvas, Sheet, TextLook, TextPart, TextRole } from './canvas.ts';
export { type PdfOptions, type PrintedPdf, printPdf } from './print.ts';
export type { Font } from './truetype/font.ts';
