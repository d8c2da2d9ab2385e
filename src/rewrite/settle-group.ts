import { type Decision, lostSpeakers, type Patch, patchFault } from './accept.ts';
import { type Concern, placeIn, type SceneElements } from './concern.ts';
import type { Found, RewriteParts } from './parts.ts';

/** What became of one patch, or of a concern that got none, and why. */
export interface PatchDecision extends Decision {
  /** The concern's id. */
  readonly note: string;
  /** From 1. */
  readonly round: number;
  /** What stood there; empty where there is no patch. */
  readonly before: SceneElements;
  /** What was to stand there instead; empty where that is nothing. */
  readonly after: SceneElements;
}

/** What one group of concerns came to. */
export interface GroupOutcome {
  /** The text with its patches; absent when none was taken. */
  readonly text?: SceneElements;
  readonly decisions: readonly PatchDecision[];
}

/**
 * Settle one group of concerns: patches that pass the gates one by one, and then all of them before the judge, in both
 * orders. Where the judge does not prefer the new text both times, the old one stands.
 */
export async function settleGroup(
  parts: RewriteParts,
  {
    text,
    concerns,
    keep,
    round,
    part,
  }: Found & { readonly text: SceneElements; readonly round: number; readonly part: string },
): Promise<GroupOutcome> {
  const isHeld = (element: SceneElements[number]): boolean =>
    concerns.every((concern) => parts.gates.held(element, concern) !== undefined);
  const held = text.flatMap((element, at) => (isHeld(element) ? [at + 1] : []));
  const { patches, declined } = await parts.revise({ text, concerns, keep, held, part });
  const replaced = new Map<number, SceneElements>();
  const result = (): SceneElements => text.flatMap((element, at) => replaced.get(at + 1) ?? [element]);

  const attempt = (concern: Concern, patch: Patch): string | undefined => {
    const place = placeIn(text, concern) ?? 0;
    const element = text[patch.element - 1];
    const fault =
      patchFault(patch, {
        note: place === 0 ? { element: patch.element, scope: 'scene' } : { element: place, scope: concern.scope },
        keep: concern.asked === true ? [] : keep,
        ...{ element, taken: replaced.has(patch.element), voices: parts.voices },
      }) ?? (element === undefined ? undefined : parts.gates.held(element, concern));
    if (fault !== undefined) return fault;
    const before = result();
    replaced.set(patch.element, patch.with);
    const broken = lostSpeakers(text, result()) ?? parts.gates.broken(before, result());
    if (broken !== undefined) replaced.delete(patch.element);
    return broken;
  };

  const tried = concerns.flatMap((concern, index): readonly PatchDecision[] => {
    const own = patches.filter(({ note }) => note === index + 1);
    const { id, rule, quote = '', fix, message } = concern;
    const about = { note: id, rule, quote, round };
    if (own.length === 0) {
      const why = declined.find(({ note }) => note === index + 1)?.why ?? 'the reviser gave no patch';
      return [{ ...about, accepted: false, why, before: [], after: [] }];
    }
    // Words that are quoted stand in one place: what else is offered for them is not what the note is about.
    return (concern.quote === undefined ? own : own.slice(0, 1)).map((patch) => {
      const fault = attempt(concern, patch);
      const before = text.slice(patch.element - 1, patch.element);
      return { ...about, accepted: fault === undefined, why: fault ?? fix ?? message, before, after: patch.with };
    });
  });
  if (replaced.size === 0) return { decisions: tried };
  const refused = await refusedByJudge(parts, { before: text, after: result(), part });
  if (refused === undefined) return { text: result(), decisions: tried };
  return { decisions: tried.map((one) => (one.accepted ? { ...one, accepted: false, why: refused } : one)) };
}

/** Why the new text is not taken; `undefined` when the judge prefers it whichever comes first. */
export async function refusedByJudge(
  { judge }: Pick<RewriteParts, 'judge'>,
  { before, after, part }: { readonly before: SceneElements; readonly after: SceneElements; readonly part: string },
): Promise<string | undefined> {
  const first = await judge({ a: before, b: after, part: `${part}/old-first` });
  if (first.better !== 'B')
    return `${first.better === 'A' ? 'the judge preferred what stands' : 'the judge saw no gain'}: ${first.reasons}`;
  const second = await judge({ a: after, b: before, part: `${part}/new-first` });
  if (second.better === 'A') return undefined;
  return `the judge did not prefer it with the two in the other order: ${second.reasons}`;
}
