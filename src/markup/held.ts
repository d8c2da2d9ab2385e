import { type Block, layOver, type Span, sameBlock } from '../screenplay/index.ts';
import type { Lock, LockDocument } from './lock.ts';
import type { Markup } from './markup.ts';

/** Locked blocks of one scene. */
export type LockedLines = Pick<Extract<LockDocument, { readonly scope: 'line' }>, 'blocks'>;

/** A text with every locked stretch in it, and where those stand, in order. */
export interface HeldText {
  readonly text: readonly Block[];
  readonly held: readonly Span[];
}

/** The locks on lines of a scene. */
export function lockedLines(
  markup: Markup | undefined,
  scene: string,
): readonly Extract<Lock, { readonly scope: 'line' }>[] {
  return (markup?.locks ?? []).flatMap((lock) => (lock.scope === 'line' && lock.scene === scene ? [lock] : []));
}

/**
 * Find what is locked in a text; what does not stand there is put where it fits best: in a `generated` text in the place of
 * what stands there for it, in a person's beside it.
 */
export function heldIn(
  text: readonly Block[],
  locks: readonly LockedLines[],
  of: 'person' | 'generated' = 'person',
): HeldText {
  const stands = ({ blocks }: LockedLines, so: readonly Block[]): boolean => placesOf(so, blocks).length > 0;
  const whole = locks.reduce((so, lock) => {
    if (stands(lock, so)) return so;
    const { blocks } = lock;
    const laid = layOver({ base: blocks, ours: blocks, theirs: so }, [{ from: 0, to: blocks.length }]).blocks;
    const beside = so.toSpliced(placesOf(laid, blocks)[0] ?? so.length, 0, ...blocks);
    const others = locks.filter((other) => stands(other, so));
    // Behind all others nothing is parted.
    const fits = [...(of === 'generated' ? [laid] : []), beside].find((one) =>
      others.every((other) => stands(other, one)),
    );
    return fits ?? so.concat(blocks);
  }, text);
  const spans: Span[] = [];
  for (const { blocks } of locks) {
    const places = placesOf(whole, blocks);
    const from = places.find((at) => spans.every((span) => span.to <= at || at + blocks.length <= span.from));
    const at = from ?? places[0];
    if (at !== undefined && blocks.length > 0) spans.push({ from: at, to: at + blocks.length });
  }
  return { text: whole, held: joined(spans) };
}

/** Where a text has these blocks, one behind the other. */
function placesOf(text: readonly Block[], blocks: readonly Block[]): readonly number[] {
  return [...text.keys()].filter((at) =>
    blocks.every((block, index) => {
      const there = text[at + index];
      return there !== undefined && sameBlock(there, block);
    }),
  );
}

/** Stretches that overlap as one, in order. */
function joined(spans: readonly Span[]): readonly Span[] {
  const list: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = list.at(-1);
    if (last === undefined || last.to <= span.from) list.push(span);
    else list[list.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return list;
}
