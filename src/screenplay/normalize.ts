import { normalizeDialogue } from './normalize-dialogue.ts';
import { cleanSceneNumber, type NumberedHeading, splitSceneNumber } from './scene-number.ts';
import { cleanText, hideBoneyard, oneLine, paragraphs, trimBlankLines, trimEndOf } from './text.ts';
import type { Action, Block, Lyrics, NoteBlock, SceneHeading, Screenplay, TitlePage } from './tree.ts';

/** Section depths that tools tell apart; deeper ones are read as this. */
const DEEPEST_SECTION = 6;

/** A block that is nothing but its text. */
type TextBlock = Extract<Block, { readonly text: string }>;

/** Title page keys in the spelling Fountain uses, by their lower-case form. */
const KNOWN_KEYS: ReadonlyMap<string, string> = new Map(
  ['Title', 'Credit', 'Author', 'Authors', 'Source', 'Draft date', 'Contact', 'Copyright', 'Notes'].map((key) => [
    key.toLowerCase(),
    key,
  ]),
);

/**
 * Bring a screenplay to the one form that survives Fountain: `parseFountain(printFountain(script))` gives
 * `normalizeScreenplay(script)` without its ids.
 *
 * - All text: line ends are `\n`, tabs four spaces, control characters gone, a slash and star written `/\*`.
 * - Action and lyrics: a blank line inside starts a new block (the first keeps the id); trailing spaces go,
 *   and an action keeps the spaces its lines begin with.
 * - Headings, transitions, sections, synopses: one line, single spaces. A heading is in capitals without leading
 *   dots, and `#12#` at its end becomes its number. A transition does not end in `<`.
 * - Dialogue: see {@link normalizeDialogue}. Notes: `]]` inside becomes `] ]`.
 * - Blocks and title page entries without text go.
 *
 * Normalizing twice changes nothing more.
 */
export function normalizeScreenplay(script: Screenplay): Screenplay {
  return {
    type: 'screenplay',
    titlePage: normalizeTitlePage(script.titlePage),
    children: script.children.flatMap((block) => normalizeBlock(block)),
  };
}

/** Normalize one block as {@link normalizeScreenplay} does: none, one, or several when blank lines split it. */
export function normalizeBlock(block: Block): readonly Block[] {
  switch (block.type) {
    case 'sceneHeading':
      return normalizeHeading(block);
    case 'action':
    case 'lyrics':
      return splitParagraphs(block);
    case 'dialogue':
      return [normalizeDialogue(block)];
    case 'dualDialogue':
      return [{ ...block, left: normalizeDialogue(block.left), right: normalizeDialogue(block.right) }];
    case 'transition':
      return withText(block, hideBoneyard(trimEndOf(oneLine(block.text), '< ')));
    case 'centered':
      return withText(block, joinLines(trimmedLines(block.text)));
    case 'section':
      return withText({ ...block, depth: sectionDepth(block.depth) }, hideBoneyard(oneLine(block.text)));
    case 'synopsis':
      return withText(block, hideBoneyard(oneLine(block.text)));
    case 'shot':
    case 'actBreak':
      return withText(block, hideBoneyard(oneLine(block.text)));
    case 'general':
      return withText(block, joinLines(trimmedLines(block.text)));
    case 'note':
      return withText(block, noteText(block));
    case 'boneyard':
      return withText(block, block.text);
    case 'pageBreak':
      return [block];
  }
}

/** Normalize a title page: keys of letters, digits, spaces, `-` and `_`, lines trimmed; `null` when no line is left. */
export function normalizeTitlePage(page: TitlePage | null): TitlePage | null {
  const entries = (page?.entries ?? [])
    .map(({ key, lines }) => ({ key: normalizeKey(key), lines: lines.flatMap(trimmedLines).map(hideBoneyard) }))
    .filter(({ lines }) => lines.length > 0);
  return entries.length === 0 ? null : { entries };
}

/** A key that would be read as something else, or as nothing, is filed under Notes. */
function normalizeKey(key: string): string {
  const plain = oneLine(oneLine(key).replace(/[^\p{L}\p{N}_ -]/gu, '')).replace(/^[^\p{L}]+/u, '');
  if (plain === '' || /^(?:INT|EXT|EST) /i.test(plain) || /^FADE (?:IN|OUT)$|TO$/.test(plain)) return 'Notes';
  return KNOWN_KEYS.get(plain.toLowerCase()) ?? plain;
}

function normalizeHeading({ number, ...heading }: SceneHeading): readonly Block[] {
  const words = oneLine(heading.text).replace(/^[.\s]+/, '');
  const given = cleanSceneNumber(number);
  const read = given === undefined ? readNumber(words) : { text: words, number: given };
  return withText(
    { ...heading, ...(read.number === undefined ? {} : { number: read.number }) },
    hideBoneyard(read.text.toUpperCase()),
  );
}

/** A heading is printed in capitals, and a letter that has them only as two (`ß`) may make a number of what was none. */
function readNumber(words: string): NumberedHeading {
  const read = splitSceneNumber(words);
  return read.number === undefined ? splitSceneNumber(words.toUpperCase()) : read;
}

function splitParagraphs(block: Action | Lyrics): readonly Block[] {
  const { id, ...rest } = block;
  return paragraphs(cleanText(block.text).split('\n')).map((lines, index) => ({
    ...(id === undefined || index > 0 ? {} : { id }),
    ...rest,
    text: joinLines(lines.map((line) => (block.type === 'action' ? line.trimEnd() : line.trim()))),
  }));
}

function noteText({ text }: NoteBlock): string {
  const lines = trimBlankLines(cleanText(text).split('\n')).map((line) => line.trim());
  return joinLines(lines).replace(/\](?=\])/g, '] ');
}

function sectionDepth(depth: number): number {
  return Math.min(Math.max(Math.trunc(depth) || 1, 1), DEEPEST_SECTION);
}

function trimmedLines(text: string): readonly string[] {
  return cleanText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function joinLines(lines: readonly string[]): string {
  return hideBoneyard(lines.join('\n'));
}

function withText(block: TextBlock, text: string): readonly Block[] {
  return text === '' ? [] : [{ ...block, text }];
}
