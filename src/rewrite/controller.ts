import { canonicalJson, isScriptGenError, sha256 } from '../core/index.ts';
import { holds } from './accept.ts';
import { type Concern, groupsOf, isDue, placeIn, type SceneElements } from './concern.ts';
import type { RewriteParts } from './parts.ts';
import { type PatchDecision, refusedByJudge, settleGroup } from './settle-group.ts';

/** More rounds than three make a text worse: PLOTTER's fifth lost variety and edits failed (ACL 2026, arXiv 2604.21253). */
export const MOST_ROUNDS = 3;

/**
 * Why the rewriting of a scene ended: nothing grave is left; no patch was taken in a round; all rounds are over; the money
 * is; a text came back that was seen before; the result as a whole was worse than what it was made from.
 */
export type Stopped = 'clean' | 'nothing-accepted' | 'rounds' | 'budget' | 'cycle' | 'worse';

/** A scene that was rewritten, and how that went. */
export interface Rewritten {
  /** The best version seen. */
  readonly text: SceneElements;
  readonly rounds: number;
  readonly stopped: Stopped;
  /** Everything that was found in it, each once, in the order in which it was found. */
  readonly found: readonly Concern[];
  /** The ids of those that a patch settled. */
  readonly settled: readonly string[];
  /** Those that still stand. */
  readonly left: readonly Concern[];
  readonly decisions: readonly PatchDecision[];
  /** Patches that were taken, and how many of them a later look found to be worse. */
  readonly outcome: { readonly accepted: number; readonly worse: number };
}

/**
 * Rewrite a scene until it converges. A round collects what is wrong with the text, drops what quotes no words of it,
 * looks a second time whether it is wrong, and settles facts before style by patches of the quoted words. A patch stands
 * only where no gate breaks and the judge prefers the new text in both orders. So the result is never worse than what it
 * was made from, in the eyes of that judge.
 *
 * @throws ScriptGenError what its parts throw, but for a spent budget: then the best version so far is given.
 */
export async function rewriteText(
  parts: RewriteParts,
  input: SceneElements,
  { rounds: most = MOST_ROUNDS }: { readonly rounds?: number } = {},
): Promise<Rewritten> {
  const seen = new Set([hashOf(input)]);
  const found = new Map<string, Concern>();
  const settled = new Set<string>();
  const worse = new Set<PatchDecision>();
  let decisions: readonly PatchDecision[] = [];
  let [text, rounds, groups]: [SceneElements, number, number] = [input, 0, 0];

  const round = async (): Promise<Stopped | undefined> => {
    rounds += 1;
    const { concerns, keep } = await parts.critics(text, rounds);
    const founded = concerns.filter((concern) => !settled.has(concern.id) && placeIn(text, concern) !== undefined);
    for (const concern of founded) {
      if (!found.has(concern.id)) found.set(concern.id, concern);
      for (const patch of decisions) if (isBroughtIn(concern, patch)) worse.add(patch);
    }
    const innocent = await parts.verify(founded, text);
    decisions = [...decisions, ...founded.flatMap((concern) => declined(concern, innocent.get(concern.id), rounds))];
    const standing = founded.filter(({ id }) => !innocent.has(id));
    if (!standing.some(isDue)) return 'clean';
    const before = text;
    for (const [index, group] of groupsOf(standing).entries()) {
      const still = group.filter((concern) => placeIn(text, concern) !== undefined);
      if (still.length === 0) continue;
      const outcome = await settleGroup(parts, {
        ...{ text, concerns: still, keep, round: rounds, part: `${rounds}/${index + 1}` },
      });
      if (outcome.text !== undefined && seen.has(hashOf(outcome.text))) {
        decisions = [...decisions, ...rejected(outcome.decisions, 'the scene has been like that before')];
        return 'cycle';
      }
      decisions = [...decisions, ...outcome.decisions];
      if (outcome.text === undefined) continue;
      text = outcome.text;
      groups += 1;
      seen.add(hashOf(text));
      for (const { note, accepted } of outcome.decisions) if (accepted) settled.add(note);
    }
    return text === before ? 'nothing-accepted' : undefined;
  };

  let stopped: Stopped | undefined;
  try {
    while (stopped === undefined && rounds < Math.min(most, MOST_ROUNDS)) stopped = await round();
    stopped ??= 'rounds';
    // Preferring each step does not make the whole better where a judge goes round in circles.
    if (groups > 1 && (await refusedByJudge(parts, { before: text, after: input, part: 'whole' })) === undefined) {
      [stopped, text] = ['worse', input];
      for (const patch of decisions) if (patch.accepted) worse.add(patch);
    }
  } catch (error) {
    if (!isScriptGenError(error) || error.code !== 'run/over-budget') throw error;
    stopped = 'budget';
  }
  const accepted = decisions.filter((one) => one.accepted);
  if (stopped === 'worse') {
    settled.clear();
    decisions = decisions.map((one) =>
      one.accepted
        ? { ...one, accepted: false, why: 'the judge preferred the scene as it was to the whole of it' }
        : one,
    );
  }
  return {
    ...{ text, rounds, stopped, decisions, found: [...found.values()], settled: [...settled] },
    left: [...found.values()].filter((concern) => !settled.has(concern.id) && placeIn(text, concern) !== undefined),
    outcome: { accepted: accepted.length, worse: worse.size },
  };
}

/** The same decisions, where those that took a patch did not. */
function rejected(decisions: readonly PatchDecision[], why: string): readonly PatchDecision[] {
  return decisions.map((one) => (one.accepted ? { ...one, accepted: false, why } : one));
}

function declined(concern: Concern, why: string | undefined, round: number): readonly PatchDecision[] {
  if (why === undefined) return [];
  const { id: note, rule, quote = '' } = concern;
  return [{ note, rule, quote, round, accepted: false, why, before: [], after: [] }];
}

/** Whether a grave fault that was found later stands in words that a patch brought in. */
function isBroughtIn(concern: Concern, { accepted, before, after }: PatchDecision): boolean {
  const { quote, asked } = concern;
  if (!accepted || quote === undefined || asked === true || !isDue(concern)) return false;
  return after.some((element) => holds(element, quote)) && !before.some((element) => holds(element, quote));
}

function hashOf(text: SceneElements): string {
  return sha256(canonicalJson(text));
}
