import { hideUnclosed, partUnclosed, textLines } from './inline/hide.ts';
import { movedSpans, slicedSpans } from './inline/move-spans.ts';
import { inlineRemarks } from './inline/remarks.ts';
import { trimLineEnds, trimLines } from './inline/trim.ts';
import { isTidyBlock } from './normal-form.ts';
import { normalizeDialogue } from './normalize-dialogue.ts';
import { cleanSceneNumber, splitSceneNumber } from './scene-number.ts';
import { cleanText, isBlank, oneLine, trimBlankLines, trimEndOf } from './text.ts';
import type { Action, Block, Boneyard, Lyrics, NoteBlock, SceneHeading, Screenplay, TitlePage } from './tree.ts';

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
 * `normalizeScreenplay(script)`, but for ids, positions and what Fountain cannot hold ({@link fountainLosses}).
 *
 * - All text: line ends are `\n`, tabs four spaces, control characters gone, a boneyard that is not closed written `/\*`.
 * - Action and lyrics: a blank line inside starts a new block (the first keeps the id); trailing spaces go,
 *   and an action keeps the spaces its lines begin with. A note or boneyard may hold blank lines.
 * - Headings, transitions, shots, act breaks, sections, synopses: one line, single spaces. A heading has no leading
 *   dots, and `#12#` at its end becomes its number. A transition does not end in `<`.
 * - Dialogue: see {@link normalizeDialogue}. Notes: `]]` inside becomes `] ]`, in boneyards a star and slash are parted.
 * - Blocks and title page entries without text go.
 *
 * Normalizing twice changes nothing more.
 */
export function normalizeScreenplay(script: Screenplay): Screenplay {
  return {
    ...script,
    titlePage: normalizeTitlePage(script.titlePage),
    children: script.children.flatMap((block) => normalizeBlock(block)),
  };
}

/** Normalize one block as {@link normalizeScreenplay} does: none, one, or several when blank lines split it. */
export function normalizeBlock(block: Block): readonly Block[] {
  if (isTidyBlock(block)) return [block];
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
      return withText(block, transitionText(block.text));
    case 'centered':
    case 'general':
      return withText(block, hideUnclosed(trimmedLines(block.text).join('\n')));
    case 'section':
      return withText({ ...block, depth: sectionDepth(block.depth) }, hideUnclosed(oneLine(block.text)));
    case 'synopsis':
    case 'shot':
    case 'actBreak':
      return withText(block, hideUnclosed(oneLine(block.text)));
    case 'note':
      return withText(block, noteText(block));
    case 'boneyard':
      return withText(block, boneyardText(block));
    case 'pageBreak':
      return [block];
  }
}

/** Normalize a title page: keys of letters, digits, spaces, `-` and `_`, lines trimmed; `null` when no line is left. */
export function normalizeTitlePage(page: TitlePage | null): TitlePage | null {
  if (page === null) return null;
  const entries = page.entries
    .map(({ key, lines }) => ({ key: normalizeKey(key), lines: entryLines(lines) }))
    .filter(({ lines }) => lines.length > 0)
    .map((entry, index) => (index === 0 ? { ...entry, key: openingKey(entry.key) } : entry));
  return entries.length === 0 ? null : { ...page, entries };
}

/** A key that would be read as something else, or as nothing, is filed under Notes. */
function normalizeKey(key: string): string {
  const known = KNOWN_KEYS.get(key.toLowerCase());
  if (known !== undefined) return known;
  const plain = oneLine(oneLine(key).replace(/[^\p{L}\p{N}_ -]/gu, '')).replace(/^[^\p{L}]+/u, '');
  if (plain === '' || /^(?:INT|EXT|EST) /i.test(plain) || /^FADE (?:IN|OUT)$|TO$/.test(plain)) return 'Notes';
  return KNOWN_KEYS.get(plain.toLowerCase()) ?? plain;
}

/** Notes and boneyards may go over the lines of an entry, never over its end. */
function entryLines(lines: readonly string[]): readonly string[] {
  const text = lines
    .flatMap((line) => cleanText(line).split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
  return text === '' ? [] : partUnclosed(hideUnclosed(text)).split('\n');
}

/** A page that begins with a key of more than three words would be read as a sentence. */
function openingKey(key: string): string {
  return key.split(' ').length > 3 ? 'Notes' : key;
}

function normalizeHeading({ number, ...heading }: SceneHeading): readonly Block[] {
  const words = oneLine(heading.text).replace(/^[.\s]+/, '');
  const given = cleanSceneNumber(number);
  const read = given === undefined ? splitSceneNumber(words) : { text: words, number: given };
  return withText(
    { ...heading, ...(read.number === undefined ? {} : { number: read.number }) },
    hideUnclosed(read.text),
  );
}

function splitParagraphs(block: Action | Lyrics): readonly Block[] {
  const clean = cleanText(block.text);
  const spans = movedSpans(block.spans ?? [], block.text, clean);
  return paragraphs(textLines(clean)).flatMap(({ lines, from, to }, index): readonly Block[] => {
    const { id, position, spans: _, ...rest } = block;
    const stood = clean.slice(from, to);
    const tidy = lines.map((line) => (block.type === 'action' ? trimLineEnds(line) : trimLines(line)));
    const text = hideUnclosed(tidy.join('\n'));
    if (text === '') return [];
    const moved = movedSpans(slicedSpans(spans, from, to), stood, text);
    const first = index === 0 ? { ...(id === undefined ? {} : { id }), ...(position ? { position } : {}) } : {};
    return [{ ...rest, ...first, text, ...(moved.length === 0 ? {} : { spans: moved }) }];
  });
}

/** Lines that stand together, and where they begin and end in their text. */
interface Paragraph {
  readonly lines: string[];
  readonly from: number;
  to: number;
}

/** Split lines into the groups that stand between blank lines. */
function paragraphs(lines: readonly string[]): readonly Paragraph[] {
  const groups: Paragraph[] = [];
  let open: Paragraph | undefined;
  let at = 0;
  for (const line of lines) {
    if (isBlank(line)) open = undefined;
    else if (open === undefined) {
      open = { lines: [line], from: at, to: at + line.length };
      groups.push(open);
    } else {
      open.lines.push(line);
      open.to = at + line.length;
    }
    at += line.length + 1;
  }
  return groups;
}

/** Without `<` at its end; notes and boneyards there stand apart. */
function transitionText(text: string): string {
  const line = hideUnclosed(oneLine(text));
  const tail: string[] = [];
  let words = trimEndOf(line, '< ');
  for (const { from, to } of inlineRemarks(line).toReversed()) {
    if (to !== words.length) break;
    tail.unshift(words.slice(from));
    words = trimEndOf(words.slice(0, from), '< ');
  }
  return [words, ...tail].filter((part) => part !== '').join(' ');
}

function noteText({ text }: NoteBlock): string {
  const lines = trimBlankLines(cleanText(text).split('\n')).map((line) => line.trim());
  return lines.join('\n').replace(/\](?=\])/g, '] ');
}

function boneyardText({ text }: Boneyard): string {
  const lines = trimBlankLines(cleanText(text).split('\n')).map((line) => line.trimEnd());
  return (lines.length === 1 ? lines.join('').trim() : lines.join('\n')).replaceAll('*/', '* /');
}

function sectionDepth(depth: number): number {
  return Math.min(Math.max(Math.trunc(depth) || 1, 1), DEEPEST_SECTION);
}

function trimmedLines(text: string): readonly string[] {
  return textLines(cleanText(text))
    .map(trimLines)
    .filter((line) => line !== '');
}

/** Spans stay with their words; a block without text goes. */
function withText(block: TextBlock, text: string): readonly Block[] {
  if (text === '') return [];
  if (text === block.text) return [block];
  if (!('spans' in block) || block.spans === undefined) return [{ ...block, text }];
  return [{ ...block, text, spans: movedSpans(block.spans, block.text, text) }];
}
