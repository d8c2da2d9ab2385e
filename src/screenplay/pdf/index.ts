/**
 * Pages as PDF. The only part of the screenplay that needs Node: it reads font files.
 *
 * @module
 */
export type { Canvas, DocumentInfo, OpenCanvas, TextPlace } from './canvas.ts';
export type { Font, FontFamily, FontStyle } from './fonts.ts';
export { type PdfOptions, type PrintedPdf, printPdf } from './print.ts';
