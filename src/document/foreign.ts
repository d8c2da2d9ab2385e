/** Something that is no screenplay in a form that can be read. */
export interface Foreign {
  /** What it looks like, with an article: `a PDF file`. */
  readonly looks: string;
  /** What to do about it. */
  readonly hint: string;
}

const EXPORT = 'open it in the program it was made with, and export Fountain or Final Draft (.fdx)';
const PAGES: Foreign = { looks: 'a PDF file', hint: `a PDF holds pages and no script: ${EXPORT}` };

/** How files of other kinds begin (https://en.wikipedia.org/wiki/List_of_file_signatures). */
const SIGNATURES: readonly (readonly [start: string, looks: string, hint: string])[] = [
  ['\x1f\x8b', 'a gzip archive', 'unpack it first: gunzip'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive', 'unpack it first'],
  ['Rar!\x1a\x07', 'a RAR archive', 'unpack it first'],
  ['\x89PNG', 'a PNG image', EXPORT],
  ['\xff\xd8\xff', 'a JPEG image', EXPORT],
  ['GIF8', 'a GIF image', EXPORT],
  ['\xd0\xcf\x11\xe0', 'an old Word document', EXPORT],
  ['SQLite format 3\0', 'an SQLite database', 'name the file of the script'],
];

/** What programs keep in a ZIP archive, by names found in its first entries. */
const ARCHIVES: readonly (readonly [name: RegExp, looks: string, hint: string])[] = [
  [/word\//, 'a Word document', EXPORT],
  [/application\/vnd\.oasis\.opendocument/, 'a LibreOffice document', EXPORT],
  [
    /\.textbundle\/|text\.(?:md|fountain)/,
    'a Highland file',
    'export Fountain from Highland, or unzip it: its text is Fountain',
  ],
  [/document\.xml/, 'a Fade In file', 'export Fountain or Final Draft (.fdx) from Fade In'],
];

/** How texts of other kinds begin. */
const TEXTS: readonly (readonly [start: RegExp, looks: string, hint: string])[] = [
  [/^\{\\rtf/, 'a Rich Text (RTF) file', 'save it as plain text, or export Fountain or Final Draft (.fdx)'],
  [/^<!doctype html|^<html[\s>]/i, 'a web page (HTML)', 'save the script itself, as Fountain or Final Draft (.fdx)'],
  [
    /<document [^<>]{0,200}Open Screenplay Format/,
    'an Open Screenplay Format file',
    'export Fountain or Final Draft (.fdx) from the program it was made with',
  ],
];

/** Tell what bytes look like when they are no text: a PDF file, an archive, an image. `undefined` for text. */
export function foreignBytes(bytes: Uint8Array): Foreign | undefined {
  const head = latin(bytes.subarray(0, 65_536));
  if (head.slice(0, 1024).includes('%PDF-')) return PAGES;
  if (head.startsWith('PK\x03\x04')) return archive(head);
  const [, looks, hint] = SIGNATURES.find(([start]) => head.startsWith(start)) ?? [];
  if (looks !== undefined && hint !== undefined) return { looks, hint };
  const isUtf16 = head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff');
  if (!isUtf16 && head.slice(0, 8192).includes('\0')) return { looks: 'a binary file', hint: EXPORT };
  return undefined;
}

/** Tell what a text looks like when it is of another kind: RTF, a web page. `undefined` for what may be a script. */
export function foreignText(text: string): Foreign | undefined {
  // A byte order mark is white space too.
  const head = text.slice(0, 2000).trimStart();
  // They all do, and few scripts.
  if (!head.startsWith('<') && !head.startsWith('{')) return undefined;
  const [, looks, hint] = TEXTS.find(([start]) => start.test(head)) ?? [];
  return looks === undefined || hint === undefined ? undefined : { looks, hint };
}

function archive(head: string): Foreign {
  const [, looks, hint] = ARCHIVES.find(([name]) => name.test(head)) ?? [];
  return { looks: looks ?? 'a ZIP archive', hint: hint ?? 'unpack it, and name the script in it' };
}

/** Bytes as characters of the same numbers. */
function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
