import type { FontFamily, FontStyle } from './fonts.ts';

/** What a document says about itself. */
export interface DocumentInfo {
  readonly title?: string;
  readonly author?: string;
  readonly subject?: string;
}

/** Where and how a piece of text is written, in points from the upper left corner of the paper. */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly style: FontStyle;
  readonly underline: boolean;
}

/** Paper to write on: all that the printer needs of a PDF library. */
export interface Canvas {
  /** Turn to a new page; sizes in points. */
  startPage(size: { readonly width: number; readonly height: number }): void;
  write(text: string, place: TextPlace): void;
  /** Add an entry to the outline that leads to this page. */
  bookmark(title: string): void;
  /** End the document and give its bytes. Nothing can be written after it. */
  finish(): Promise<Uint8Array>;
}

/** Makes a canvas that writes with these fonts. */
export type OpenCanvas = (info: DocumentInfo, fonts: FontFamily) => Promise<Canvas>;
