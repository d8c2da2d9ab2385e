import { type Block, type BlockChange, blockText, type WordChange } from '../../screenplay/index.ts';
import type { Paint } from '../format.ts';
import { safeLines } from '../text.ts';

/** How a difference is shown: with colours, or without them with `[-…-]` and `{+…+}` around words that changed. */
export interface DiffStyle {
  readonly paint: Paint;
  readonly color: boolean;
}

/** What changed, word by word: what goes after `-`, what comes after `+`; a blank line between two blocks. Blocks that stay are not shown. */
export function changeLines(changes: readonly BlockChange[], style: DiffStyle): readonly string[] {
  const told = changes.filter(({ type }) => type !== 'kept');
  return told.flatMap((change, at) => [...(at === 0 ? [] : ['']), ...linesOf(change, style)]);
}

function linesOf(change: BlockChange, style: DiffStyle): readonly string[] {
  switch (change.type) {
    case 'kept':
      return [];
    case 'removed':
      return whole(change.block, '-', style);
    case 'inserted':
      return whole(change.block, '+', style);
    case 'changed':
      return [...side(change.words, 'removed', style), ...side(change.words, 'inserted', style)];
  }
}

/** Blocks as they are, each line after a mark. */
export function blockLines(blocks: readonly Block[], mark = ' '): readonly string[] {
  return blocks.flatMap((block) => textLines(block).map((line) => `${mark} ${line}`));
}

function whole(block: Block, sign: '-' | '+', { paint }: DiffStyle): readonly string[] {
  return textLines(block).map((line) => paint(sign === '-' ? 'bad' : 'good', `${sign} ${line}`));
}

function textLines(block: Block): readonly string[] {
  return safeLines(block.type === 'pageBreak' ? '===' : blockText(block)).split('\n');
}

/** One side of a change; where no word is left, marks around words would say nothing. */
function side(
  words: readonly WordChange[],
  type: 'removed' | 'inserted',
  { paint, color }: DiffStyle,
): readonly string[] {
  const [sign, style, open, close] =
    type === 'removed' ? (['-', 'bad', '[-', '-]'] as const) : (['+', 'good', '{+', '+}'] as const);
  const isRewritten = !words.some((word) => word.type === 'kept' && /[\p{L}\p{N}]/u.test(word.text));
  const shown = words.filter((word) => word.type === 'kept' || word.type === type);
  const marked = shown.map((word) => {
    const text = safeLines(word.text);
    if (word.type === 'kept') return text;
    // A style ends with its line: it would run on into the next line's mark.
    if (color)
      return text
        .split('\n')
        .map((line) => (line === '' ? '' : paint(style, line)))
        .join('\n');
    return isRewritten ? text : `${open}${text}${close}`;
  });
  return marked
    .join('')
    .split('\n')
    .map((line) => `${paint(style, sign)} ${line}`);
}
