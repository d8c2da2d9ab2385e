import { ScriptGenError } from '../../core/index.ts';
import { segmentsOf, type Taken } from '../../markup/index.ts';
import type { Block } from '../../screenplay/index.ts';
import { numberedLines } from './numbered-lines.ts';
import type { WrittenTake } from './take.ts';

/** Lines of a take, from 1, both included, as `show` numbers them. */
export interface TakeLines {
  readonly take: number;
  readonly from: number;
  readonly to: number;
}

/** A scene with blocks of takes in it. */
export interface Mixed {
  readonly text: readonly Block[];
  readonly taken: readonly Taken[];
}

/** The blocks that stand in these lines of a take, by index. @throws ScriptGenError `markup/not-found` where none does. */
export function blocksAt({ number, blocks }: WrittenTake, { from, to }: TakeLines): readonly number[] {
  const lines = numberedLines(blocks);
  const found = lines.flatMap((line) =>
    line.number >= from && line.number <= to && line.block !== undefined ? [line.block] : [],
  );
  if (found.length > 0 && to <= lines.length) return [...new Set(found)];
  throw new ScriptGenError({
    code: 'markup/not-found',
    message:
      from === to
        ? `Nothing stands in line ${from} of take ${number}.`
        : `Take ${number} has nothing, or no lines, from ${from} to ${to}.`,
    hint: `It has lines 1 to ${lines.length}: scriptgen take show`,
  });
}

/**
 * Put blocks of a take into a scene: where the scene has the block that one is a version of, in its place; else behind
 * what it stands behind in the take. Nothing else goes. With `after` all stand there, in their order.
 */
export function mixIn(
  { text, taken }: Mixed,
  {
    take,
    picked,
    after,
  }: { readonly take: WrittenTake; readonly picked: readonly number[]; readonly after?: number | undefined },
): Mixed {
  const { blocks, keys, model, number } = take;
  const of = (at: number): readonly Block[] => blocks.slice(at, at + 1);
  const list = picked.flatMap(of);
  const marks = list.map((block): Taken => ({ block: bare(block), keys, model, from: `take/${number}`, notes: [] }));
  const all = [...taken, ...marks];
  if (after !== undefined) return { text: text.toSpliced(after, 0, ...list), taken: all };
  const mixed: Block[] = [];
  let at = 0;
  for (const segment of segmentsOf(text, blocks)) {
    const here = segment.text.filter((_, index) => picked.includes(at + index));
    const isVersion = segment.isChange && segment.base.length === 1 && segment.text.length === 1;
    if (!segment.isChange || here.length === 0) mixed.push(...segment.base);
    else mixed.push(...(isVersion ? [] : segment.base), ...here);
    at += segment.text.length;
  }
  return { text: mixed, taken: all };
}

function bare({ id: _, ...block }: Block): Block {
  return block as Block;
}
