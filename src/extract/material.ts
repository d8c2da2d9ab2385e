import { type Block, type Dialogue, dialoguesOf, plainText, type Screenplay } from '../screenplay/index.ts';
import { cueName } from './cast/name.ts';
import { type Part, partsOf } from './parts.ts';

/** What somebody says under one cue. */
export interface Speech {
  /** The name in the cue, in capitals. */
  readonly cue: string;
  /** Without parentheticals and marks. */
  readonly text: string;
  /** What is said before the first parenthetical that stands between. */
  readonly opening: string;
  /** The place of its part among {@link Material.parts}; -1 in none. */
  readonly part: number;
  readonly block: Block;
}

/** What the action tells in one block. */
export interface Told {
  readonly text: string;
  readonly part: number;
  readonly block: Block;
}

/** A script taken apart, once for everything that is extracted. */
export interface Material {
  readonly parts: readonly Part[];
  readonly speeches: readonly Speech[];
  readonly told: readonly Told[];
  /** Words that stand somewhere in small letters: names that are also words are told by them. */
  readonly smallWords: ReadonlySet<string>;
}

/** Take a script apart. */
export function readMaterial(script: Screenplay): Material {
  const parts = partsOf(script);
  const speeches: Speech[] = [];
  const told: Told[] = [];
  const partOf = new Map(parts.flatMap(({ blocks }, at) => blocks.map((block) => [block, at] as const)));
  for (const block of script.children) {
    const part = partOf.get(block) ?? -1;
    for (const dialogue of dialoguesOf(block))
      speeches.push({ cue: cueName(dialogue.name), text: saidIn(dialogue), opening: openingOf(dialogue), part, block });
    if (isTold(block) && parts[part]?.head !== block) told.push({ text: plainText(block.text), part, block });
  }
  const texts = [...speeches, ...told].map(({ text }) => text);
  return { parts, speeches, told, smallWords: smallWordsOf(texts) };
}

/** What is said under a cue, without parentheticals and marks. */
export function saidIn({ parts }: Dialogue): string {
  return parts.flatMap(({ type, text }) => (type === 'parenthetical' ? [] : [plainText(text)])).join('\n');
}

function openingOf({ parts }: Dialogue): string {
  const from = parts.findIndex(({ type, text }) => type !== 'parenthetical' && plainText(text).trim() !== '');
  if (from < 0) return '';
  const end = parts.findIndex(({ type }, at) => at > from && type === 'parenthetical');
  const own = end < 0 ? parts.slice(from) : parts.slice(from, end);
  return own.map(({ text }) => plainText(text)).join('\n');
}

function isTold(block: Block): block is Block & { readonly text: string } {
  return block.type === 'action' || block.type === 'shot' || block.type === 'general';
}

function smallWordsOf(texts: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const text of texts)
    for (const [word] of text.matchAll(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu)) found.add(word);
  return found;
}
