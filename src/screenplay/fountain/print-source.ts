import { normalizeBlock, normalizeTitlePage } from '../normalize.ts';
import { sameBlock } from '../same.ts';
import type { Block, Screenplay, TitlePage } from '../tree.ts';
import { parseFountain } from './parse.ts';
import { printBlock, printTitlePage } from './print-block.ts';
import { type Piece, type SourceParts, sourceParts } from './source-parts.ts';

/** How closely a print keeps to the source. Each next one is looser and surer. */
const MANNERS: readonly Manner[] = [
  { keepLines: true, apart: false },
  { keepLines: false, apart: false },
  { keepLines: false, apart: true },
];

interface Manner {
  /** Of a changed piece, keep the lines above and below the change as they stand. */
  readonly keepLines: boolean;
  /** Put a blank line on both sides of a changed piece where there is none. */
  readonly apart: boolean;
}

/** A piece of the script to be printed: of the source, changed or not, or new. */
interface Item {
  readonly piece: Piece | undefined;
  readonly same: boolean;
  /** Printed plainly, with `\n` between lines. */
  readonly plain: string;
}

/**
 * Print a script that was read from Fountain: what is the same as in its source as it stands there, the rest in its
 * place. `undefined` when it has no such source, or when what would be printed does not read back as the script.
 */
export function printFromSource(script: Screenplay): string | undefined {
  if (script.source?.format !== 'fountain') return undefined;
  const base = parseFountain(script.source.text).screenplay;
  const parts = sourceParts(script.source.text, base);
  const items = itemsOf(script, parts);
  if (items.length === parts.pieces.length && items.every(({ piece, same }, at) => same && piece?.index === at))
    return script.source.text;
  for (const manner of MANNERS) {
    const text = joined(items, parts, manner);
    if (saysTheSame(parseFountain(text).screenplay, script)) return text;
  }
  return undefined;
}

/** Whether what was read says what the script says in its normal form. */
function saysTheSame(read: Screenplay, script: Screenplay): boolean {
  const blocks = script.children.flatMap(normalizeBlock);
  return (
    read.children.length === blocks.length &&
    sameTitle(read.titlePage, normalizeTitlePage(script.titlePage)) &&
    blocks.every((block, at) => {
      const other = read.children[at];
      return other !== undefined && sameBlock(heldByFountain(block), other);
    })
  );
}

/** A block as Fountain gives it back. */
function heldByFountain(block: Block): Block {
  switch (block.type) {
    case 'shot':
    case 'general':
      return { type: 'action', text: block.text };
    case 'actBreak':
      return { type: 'centered', text: block.text };
    case 'sceneHeading': {
      const { type, text, number } = block;
      return { type, text, ...(number === undefined ? {} : { number }) };
    }
    case 'action':
    case 'transition':
    case 'centered':
    case 'lyrics':
    case 'synopsis':
    case 'note':
    case 'boneyard':
      return { type: block.type, text: block.text };
    case 'section':
      return { type: block.type, depth: block.depth, text: block.text };
    case 'pageBreak':
      return { type: block.type };
    case 'dialogue':
      return heldDialogue(block);
    case 'dualDialogue':
      return { type: block.type, left: heldDialogue(block.left), right: heldDialogue(block.right) };
  }
}

function heldDialogue({ name, extensions, remark, parts }: Extract<Block, { type: 'dialogue' }>) {
  return {
    type: 'dialogue' as const,
    name,
    extensions,
    ...(remark === undefined ? {} : { remark }),
    parts: parts.map(({ type, text }) => ({ type, text })),
  };
}

function sameTitle(a: TitlePage | null, b: TitlePage | null): boolean {
  return JSON.stringify(a?.entries) === JSON.stringify(b?.entries);
}

/** Match what is to be printed with the pieces of the source; each piece is taken once. */
function itemsOf({ titlePage, children }: Screenplay, parts: SourceParts): readonly Item[] {
  const items: Item[] = [];
  const title = normalizeTitlePage(titlePage);
  if (title !== null) {
    const piece = parts.pieces.find(({ titlePage: page }) => page !== null);
    items.push({ piece, same: sameTitle(title, piece?.titlePage ?? null), plain: printTitlePage(title) });
  }
  const taken = new Set<Piece>();
  for (let at = 0; at < children.length; ) {
    const found = pieceOf(children[at], parts);
    const piece = found === undefined || taken.has(found) ? undefined : found;
    if (piece !== undefined) taken.add(piece);
    const from = at;
    do at += 1;
    while (at < children.length && piece !== undefined && pieceOf(children[at], parts) === piece);
    const blocks = children.slice(from, at);
    const same = piece?.blocks.length === blocks.length && blocks.every((block, index) => isSame(block, piece, index));
    const plain = same
      ? ''
      : blocks
          .flatMap(normalizeBlock)
          .map((block, index) => printBlock(block, items.length === 0 && index === 0))
          .join('\n\n');
    if (same || plain !== '') items.push({ piece, same, plain });
  }
  return items;
}

function isSame(block: Block, piece: Piece, index: number): boolean {
  const other = piece.blocks[index];
  return other !== undefined && sameBlock(block, other);
}

function pieceOf(block: Block | undefined, { byOffset, byId }: SourceParts): Piece | undefined {
  if (block?.position !== undefined) return byOffset.get(block.position.offset);
  return block?.id === undefined ? undefined : byId.get(block.id);
}

function joined(items: readonly Item[], parts: SourceParts, manner: Manner): string {
  const texts: string[] = [];
  for (const [at, item] of items.entries()) {
    texts.push(gapBefore(item, items[at - 1], parts, manner), itemText(item, parts, manner));
  }
  texts.push(items.length === 0 ? '' : parts.tail);
  return texts.join('');
}

/** What stands between two pieces: what stood there when they were neighbours, else a blank line. */
function gapBefore(item: Item, last: Item | undefined, { pieces, eol, bom }: SourceParts, manner: Manner): string {
  const index = item.piece?.index;
  if (last === undefined) return index === 0 ? (item.piece?.gap ?? '') : bom;
  const blank = eol + eol;
  const next = last.piece === undefined ? undefined : pieces[last.piece.index + 1];
  if (next === undefined) return blank;
  const between = next.gap;
  const isApart = between.split(eol).length > 2;
  if (next.index === index) return isApart || !manner.apart || (item.same && last.same) ? between : blank;
  return isApart ? between : blank;
}

function itemText({ piece, same, plain }: Item, { source, eol }: SourceParts, { keepLines }: Manner): string {
  if (piece === undefined) return plain.replaceAll('\n', eol);
  const stood = source.slice(piece.offset, piece.endOffset);
  if (same) return stood;
  return (keepLines ? keptLines(piece, stood.split(eol), plain) : plain.split('\n')).join(eol);
}

/** The lines of a changed piece, those above and below the change as they stood. */
function keptLines(piece: Piece, stood: readonly string[], plain: string): readonly string[] {
  const lines = plain.split('\n');
  const before = piecePlain(piece).split('\n');
  if (before.length !== stood.length) return lines;
  const most = Math.min(before.length, lines.length);
  let head = 0;
  while (head < most && before[head] === lines[head]) head += 1;
  let foot = 0;
  while (foot < most - head && before[before.length - 1 - foot] === lines[lines.length - 1 - foot]) foot += 1;
  return [...stood.slice(0, head), ...lines.slice(head, lines.length - foot), ...stood.slice(stood.length - foot)];
}

function piecePlain({ titlePage, blocks, index }: Piece): string {
  if (titlePage !== null) return printTitlePage(titlePage);
  return blocks.map((block, at) => printBlock(block, index === 0 && at === 0)).join('\n\n');
}
