/** Kinds of characters. A token never holds characters of two kinds, but for the space before a word. */
const SPACE = 0;
const NEWLINE = 1;
const IDEOGRAPH = 2;
const LETTER = 3;
const ACCENTED = 4;
const EXTENDED = 5;
const CYRILLIC = 6;
const ALPHABET = 7;
const SYLLABLE = 8;
const DIGIT = 9;
const MARK = 10;

/** How many characters the first token of a run of a kind has, and each after it. Fitted to o200k. */
const FIRST = [0, 0, 1, 7, 4, 2, 3, 2, 2, 3, 2];
const EACH = [0, 0, 1.18, 4, 3, 2.5, 3, 2.2, 2, 3, 2.5];

/** Where each kind begins among the UTF-16 code units, up to the next one; ASCII follows by itself. */
const RANGES: readonly (readonly [from: number, kind: number])[] = [
  [0x80, MARK],
  [0xc0, ACCENTED],
  [0x100, EXTENDED],
  [0x250, MARK],
  [0x370, ALPHABET], // Greek
  [0x400, CYRILLIC],
  [0x530, ALPHABET], // Armenian, Hebrew, Arabic
  [0x700, SYLLABLE], // Indic scripts, Thai, Georgian, Ethiopic
  [0x1e00, EXTENDED],
  [0x1f00, ALPHABET],
  [0x2000, MARK],
  [0x2e80, IDEOGRAPH], // with kana, hangul, and pairs of surrogates
];

const KINDS = kinds();

/**
 * About how many tokens a text is, without a vocabulary and without looking anything up.
 *
 * Counts words, numbers, punctuation and line breaks as the vocabularies of large models cut them: a common word of a
 * Latin script is one token, so that a token is about four characters; an ideograph is about one; a letter of another
 * alphabet is a third or half. Within a tenth of o200k for prose, a fifth for JSON and code. Other vocabularies
 * need up to a third more, which is what `ModelFacts.tokenFactor` learns.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (let at = 0; at < text.length; ) {
    let kind = KINDS[text.charCodeAt(at)] ?? MARK;
    let end = at + 1;
    for (; end < text.length; end += 1) {
      const next = KINDS[text.charCodeAt(end)] ?? MARK;
      if (next === kind) continue;
      if (!isLatin(next) || !isLatin(kind)) break;
      // One accented letter makes the whole word a rarer one.
      if (next > kind) kind = next;
    }
    tokens += tokensOf(kind, end - at);
    at = end;
  }
  return Math.ceil(tokens);
}

function isLatin(kind: number): boolean {
  return kind >= LETTER && kind <= EXTENDED;
}

function tokensOf(kind: number, length: number): number {
  if (kind === SPACE) return length === 1 ? 0 : 1;
  if (kind === NEWLINE) return 1;
  const first = FIRST[kind] ?? 1;
  return length <= first ? 1 : 1 + (length - first) / (EACH[kind] ?? 1);
}

function kinds(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(MARK, 0, 0x80);
  for (const [from, kind] of RANGES) table.fill(kind, from);
  for (const [from, until, kind] of [
    ['A', 'Z', LETTER],
    ['a', 'z', LETTER],
    ['0', '9', DIGIT],
    ['\t', '\r', SPACE],
    [' ', ' ', SPACE],
    ['\n', '\n', NEWLINE],
    ['\r', '\r', NEWLINE],
  ] as const) {
    table.fill(kind, from.charCodeAt(0), until.charCodeAt(0) + 1);
  }
  return table;
}
