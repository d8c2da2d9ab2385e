import type { Font } from './truetype/font.ts';

/** The size of all text, in points. */
export const SIZE = 12;

/** From the top of a line to its baseline, in points: how far Courier Prime rises above it at that size. */
export const BASELINE = 9.375;

/** What a document says about itself. */
export interface DocumentInfo {
  readonly title?: string;
  readonly author?: string;
  readonly subject?: string;
  readonly keywords?: readonly string[];
  /** The language it is written in, as BCP 47 has it (`en`, `pt-BR`), for programs that read aloud. `en` unless given. */
  readonly language?: string;
  /** Absent: the document bears no date, and the same pages give the same bytes. */
  readonly creationDate?: Date;
}

/** A new sheet of paper. Sizes in points. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** What a viewer calls the page; `null` or empty when it has no name. */
  readonly label?: string | null;
  /** The colour of the paper, `#RRGGBB`; white unless given. */
  readonly color?: string;
}

/** How a piece of text looks. */
export interface TextLook {
  readonly font: Font;
  /** `#RRGGBB`; black unless given. */
  readonly color: string | undefined;
  /** The words that it stands for, where it shows others: what is copied and read aloud. */
  readonly means: string | undefined;
  /** Whether a space stands behind it. */
  readonly spaced: boolean;
}

/** A filled rectangle, in points from the upper left corner of the paper. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** `#RRGGBB`; black unless given. */
  readonly color?: string;
}

/** What a part of the text is for those who hear it: a heading or a paragraph; `null` for what repeats or decorates. */
export type TextRole = 'H1' | 'H2' | 'P' | null;

/** A part of the text that is read as a whole, also where it goes on overleaf. */
export interface TextPart {
  readonly role: TextRole;
  /** Text belongs to the same part as long as the key is the same: a whole number, 1 for the first part, 2 for the second. */
  readonly key: number;
  /** Parts are read in the order in which they began, but those `aside` after all others of their group. A group ends where another begins. */
  readonly group: number;
  readonly aside: boolean;
}

/** Paper to write on: all that the printer needs of a PDF library. */
export interface Canvas {
  /** Turn to a new page. */
  startPage(sheet: Sheet): void;
  /**
   * Write text of one font, every character in its cells of 7.2 points; `x` and `y`, the top of its line, in points from
   * the upper left corner of the paper.
   */
  write(text: string, x: number, y: number, look: TextLook): void;
  /**
   * The same for text that is all of Windows-1252, as nearly all is, in a font that shows it with every character in one
   * cell; for other text `false`, with nothing written. A canvas may leave it away.
   */
  writeLatin?(text: string, x: number, y: number, look: TextLook): boolean;
  /** Say what the text that is written from now on, on this page, is part of. */
  startPart(part: TextPart): void;
  fill(area: Area): void;
  /** Add an entry to the outline that leads to this page, `y` points from its top. */
  bookmark(title: string, y: number): void;
  /** End the document and give its bytes. Nothing can be written after it. */
  finish(): Promise<Uint8Array>;
}

/** Makes a canvas. */
export type OpenCanvas = (info: DocumentInfo) => Promise<Canvas>;
