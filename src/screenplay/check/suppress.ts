import { inlineRemarks } from '../inline/remarks.ts';
import { dialoguesOf } from '../measure/material.ts';
import type { Block, Screenplay } from '../tree.ts';

/** What the notes of a document tell the check to leave out. */
export interface Suppressions {
  /** Rules and areas for the whole script. */
  readonly script: ReadonlySet<string>;
  /** Rules and areas by the index of a block. */
  readonly blocks: ReadonlyMap<number, ReadonlySet<string>>;
}

/**
 * Read the notes that say `[[check: ignore cue/unknown]]`: rules or areas (`cue`, or `all`), with commas or spaces.
 *
 * A note before everything else holds for the whole script, one that stands alone for the block after it, and one
 * inside a block (in its text or beside its cue) for that block.
 */
export function readSuppressions({ children }: Screenplay): Suppressions {
  const script = new Set<string>();
  const blocks = new Map<number, Set<string>>();
  let waiting: string[] = [];
  let begun = false;
  for (const [index, block] of children.entries()) {
    const rules = directives(block);
    if (block.type === 'note') {
      if (begun) waiting.push(...rules);
      else for (const rule of rules) script.add(rule);
      continue;
    }
    begun = true;
    const own = [...waiting, ...rules];
    if (own.length > 0) blocks.set(index, new Set(own));
    waiting = [];
  }
  return { script, blocks };
}

/** Whether a rule is named in a set, by its id, its area or `all`. */
export function isNamed(rule: string, names: ReadonlySet<string> | undefined): boolean {
  return names !== undefined && (names.has(rule) || names.has(rule.split('/')[0] ?? rule) || names.has('all'));
}

function directives(block: Block): readonly string[] {
  const remarks = block.type === 'note' ? [block.text] : textsWithRemarks(block).flatMap(remarkTexts);
  return remarks.flatMap((text) => {
    const names = /^\s*check:\s*ignore\s([^\n]*)$/i.exec(text.trim())?.[1];
    return (
      names
        ?.toLowerCase()
        .split(/[\s,]+/)
        .filter((name) => name !== '') ?? []
    );
  });
}

function remarkTexts(text: string): readonly string[] {
  if (!/\[\[\s*check:/i.test(text)) return [];
  return inlineRemarks(text).flatMap((remark) => (remark.type === 'note' ? [remark.text] : []));
}

function textsWithRemarks(block: Block): readonly string[] {
  const spoken = dialoguesOf(block).flatMap(({ remark, parts }) => [remark ?? '', ...parts.map(({ text }) => text)]);
  return 'text' in block ? [block.text] : spoken;
}
