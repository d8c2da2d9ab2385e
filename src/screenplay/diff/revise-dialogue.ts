import { joinCue } from '../cue.ts';
import type { Dialogue, DialoguePart } from '../tree.ts';
import { align } from './align.ts';
import { markRemoved, reviseText, withoutMarks } from './revise-spans.ts';
import { numbered } from './words.ts';

/**
 * Mark what changed in a dialogue with a revision: the dialogue for its cue, a part that is new, words in a part, and
 * the end of the part before where a part was taken out.
 */
export function reviseDialogue(before: Dialogue, after: Dialogue, revision: number): Dialogue {
  const { parts, lost } = reviseParts(before.parts, after.parts, revision);
  const cue = joinCue(before) !== joinCue(after) || before.remark !== after.remark || lost;
  const same = !cue && parts.every((part, at) => part === after.parts[at]);
  return same ? after : { ...after, ...(cue ? { revision } : {}), parts };
}

/** Mark a dialogue as new: its cue and all its parts. */
export function markDialogue(dialogue: Dialogue, revision: number): Dialogue {
  return { ...dialogue, revision, parts: dialogue.parts.map((part) => markPart(part, revision)) };
}

function markPart(part: DialoguePart, revision: number): DialoguePart {
  return { ...withoutMarks(part), revision };
}

/** `lost` is true when a part was taken out and none is left to carry the mark. */
function reviseParts(
  before: readonly DialoguePart[],
  after: readonly DialoguePart[],
  revision: number,
): { readonly parts: readonly DialoguePart[]; readonly lost: boolean } {
  const from = partners(before, after);
  const parts = after.map((part, to) => {
    const old = before[from[to] ?? -1];
    return old === undefined ? markPart(part, revision) : reviseText(old.text, part, revision);
  });
  const left = new Set(from);
  let last = -1;
  let lost = false;
  for (const at of before.keys()) {
    if (left.has(at)) {
      last = from.indexOf(at, last + 1);
      continue;
    }
    // Where a new part stands in its place, that carries the mark.
    if (last + 1 < after.length && (from[last + 1] ?? -1) < 0) continue;
    const carrier = Math.max(last, 0);
    const part = parts[carrier];
    if (part === undefined) lost = true;
    else parts[carrier] = markRemoved(part, last < 0 ? 0 : part.text.length, revision);
  }
  return { parts, lost };
}

/** For every part after, the index of the part before that it goes on; -1 for none. In rising order. */
function partners(before: readonly DialoguePart[], after: readonly DialoguePart[]): readonly number[] {
  const numbers = new Map<string, number>();
  const tokens = (parts: readonly DialoguePart[]): Int32Array =>
    numbered(
      parts.map(({ type, text }) => `${type} ${text}`),
      numbers,
    );
  const from = new Array<number>(after.length).fill(-1);
  for (const [at, to] of align(tokens(before), tokens(after)).entries()) if (to >= 0) from[to] = at;
  const taken = new Set(from);
  let next = 0;
  for (const [to, part] of after.entries()) {
    const at = from[to] ?? -1;
    if (at >= 0) next = at + 1;
    else if (next < before.length && !taken.has(next) && before[next]?.type === part.type) {
      from[to] = next;
      next += 1;
    }
  }
  return from;
}
