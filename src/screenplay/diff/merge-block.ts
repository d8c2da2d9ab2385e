import { sameBlock, sameValue } from '../same.ts';
import type { Block, DialoguePart } from '../tree.ts';
import { mergeLines } from './merge-lines.ts';
import { mergeTokens, numberedKeys, type ThreeWay } from './three-way.ts';

/**
 * Merge two changes of one block; `undefined` when they contradict each other.
 *
 * What only one side changed is taken from it: the block, or else its fields; a text that both changed is merged line
 * by line, and the parts of a dialogue one by one. The result has the id and the place of ours.
 */
export function mergeBlock({ base, ours, theirs }: ThreeWay<Block>): Block | undefined {
  if (sameBlock(base, theirs) || sameBlock(ours, theirs)) return ours;
  const their = inPlaceOf(ours, theirs);
  if (sameBlock(base, ours)) return their;
  if (ours.type !== theirs.type || ours.type !== base.type) return undefined;
  return mergeFields({ base: inPlaceOf(ours, base), ours, theirs: their });
}

/** A block with the id and the place of another. */
function inPlaceOf({ id, position }: Block, block: Block): Block {
  const { id: _, position: __, ...rest } = block;
  return { ...rest, ...(id === undefined ? {} : { id }), ...(position === undefined ? {} : { position }) };
}

/** Merge field by field. */
function mergeFields<Value extends object>(values: ThreeWay<Value>): Value | undefined {
  if (!spansFit(values)) return undefined;
  const merged = { ...values.ours };
  const keys = new Set([...Object.keys(values.base), ...Object.keys(values.ours), ...Object.keys(values.theirs)]);
  for (const key of keys) {
    const found = mergeField(key, fieldOf(values, key));
    if (found === undefined) return undefined;
    if (found.value === undefined) Reflect.deleteProperty(merged, key);
    else Reflect.set(merged, key, found.value);
  }
  return merged;
}

/** A merged field: its value is undefined when it is to be absent. */
interface MergedField {
  readonly value: unknown;
}

function mergeField(key: string, { base, ours, theirs }: ThreeWay<unknown>): MergedField | undefined {
  if (sameValue(base, theirs) || sameValue(ours, theirs)) return { value: ours };
  if (sameValue(base, ours)) return { value: theirs };
  if (typeof base === 'string' && typeof ours === 'string' && typeof theirs === 'string') {
    if (key !== 'text') return undefined;
    const { text, conflicts } = mergeLines({ base, ours, theirs });
    return conflicts.length === 0 ? { value: text } : undefined;
  }
  if (Array.isArray(base) && Array.isArray(ours) && Array.isArray(theirs)) {
    return key === 'parts' ? mergeParts({ base, ours, theirs }) : undefined;
  }
  const isSide = key === 'left' || key === 'right';
  if (!isSide || !isObject(base) || !isObject(ours) || !isObject(theirs)) return undefined;
  const value = mergeFields({ base, ours, theirs });
  return value === undefined ? undefined : { value };
}

/** Merge the parts of a dialogue; where both changed as many parts, each with its counterpart. */
function mergeParts(parts: ThreeWay<readonly DialoguePart[]>): MergedField | undefined {
  const keys = {
    base: parts.base.map((part) => JSON.stringify(part)),
    ours: parts.ours.map((part) => JSON.stringify(part)),
    theirs: parts.theirs.map((part) => JSON.stringify(part)),
  };
  const merged: DialoguePart[] = [];
  for (const region of mergeTokens(numberedKeys(keys))) {
    const ours = parts.ours.slice(region.ours.from, region.ours.to);
    const theirs = parts.theirs.slice(region.theirs.from, region.theirs.to);
    const base = parts.base.slice(region.base.from, region.base.to);
    const found =
      region.take === 'conflict' ? mergePairs({ base, ours, theirs }) : region.take === 'ours' ? ours : theirs;
    if (found === undefined) return undefined;
    for (const part of found) merged.push(part);
  }
  return { value: merged };
}

function mergePairs({ base, ours, theirs }: ThreeWay<readonly DialoguePart[]>): readonly DialoguePart[] | undefined {
  if (ours.length !== theirs.length || ours.length !== base.length) return undefined;
  const merged: DialoguePart[] = [];
  for (const [at, our] of ours.entries()) {
    const [old, their] = [base[at], theirs[at]];
    const part =
      old === undefined || their === undefined ? undefined : mergeFields({ base: old, ours: our, theirs: their });
    if (part === undefined) return undefined;
    merged.push(part);
  }
  return merged;
}

/** Whether the spans of the sides lie over the text that the merge will have: no other side may have changed that. */
function spansFit(values: ThreeWay<object>): boolean {
  const text = fieldOf(values, 'text');
  const spans = fieldOf(values, 'spans');
  const ourText = !sameValue(text.base, text.ours);
  const theirText = !sameValue(text.base, text.theirs);
  if (!ourText && !theirText) return true;
  if (sameValue(text.ours, text.theirs)) return true;
  const ourSpans = !sameValue(spans.base, spans.ours);
  const theirSpans = !sameValue(spans.base, spans.theirs);
  if (ourText && theirText) return spans.base === undefined && !ourSpans && !theirSpans;
  if (ourText) return !theirSpans && (ourSpans || spans.base === undefined);
  return !ourSpans && (theirSpans || spans.base === undefined);
}

function fieldOf({ base, ours, theirs }: ThreeWay<object>, key: string): ThreeWay<unknown> {
  return { base: Reflect.get(base, key), ours: Reflect.get(ours, key), theirs: Reflect.get(theirs, key) };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
