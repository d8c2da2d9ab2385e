/** The forms a screenplay can be written in. */
export const FORMATS = ['fountain', 'fdx', 'pdf', 'html', 'txt', 'json'] as const;

/** One of {@link FORMATS}. */
export type DocumentFormat = (typeof FORMATS)[number];

/** The forms a screenplay can be read from. */
export type ReadableFormat = 'fountain' | 'fdx' | 'json';

/** What each form is called, for people. */
export const FORMAT_TITLES: Readonly<Record<DocumentFormat, string>> = {
  fountain: 'Fountain',
  fdx: 'Final Draft',
  pdf: 'PDF',
  html: 'HTML',
  txt: 'plain text',
  json: 'JSON',
};

const WRITTEN: Readonly<Record<string, DocumentFormat>> = {
  fountain: 'fountain',
  spmd: 'fountain',
  fdx: 'fdx',
  pdf: 'pdf',
  html: 'html',
  htm: 'html',
  txt: 'txt',
  json: 'json',
};

/** What files with these endings hold that can be read. Plain text is read as Fountain, which any text is. */
const READ: Readonly<Record<string, ReadableFormat>> = {
  '': 'fountain',
  fountain: 'fountain',
  spmd: 'fountain',
  txt: 'fountain',
  text: 'fountain',
  md: 'fountain',
  fdx: 'fdx',
  fdxt: 'fdx',
  json: 'json',
};

/** The form that a file to be written has by its name; `undefined` when its ending is not known. */
export function writtenFormat(path: string): DocumentFormat | undefined {
  const ending = endingOf(path);
  return Object.hasOwn(WRITTEN, ending) ? WRITTEN[ending] : undefined;
}

/** The form that a file to be read has by its name; `undefined` when its ending is not known. */
export function readFormatOf(path: string): ReadableFormat | undefined {
  const ending = endingOf(path);
  return Object.hasOwn(READ, ending) ? READ[ending] : undefined;
}

/** A path without the ending of a file that is read or written here; any other ending belongs to the name. */
export function stemOf(path: string): string {
  const ending = endingOf(path);
  const known = ending !== '' && (Object.hasOwn(READ, ending) || Object.hasOwn(WRITTEN, ending));
  return known ? path.slice(0, -ending.length - 1) : path;
}

/** What follows the last dot of a file's name, in small letters; empty when there is none, or only one in front. */
export function endingOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}
