import { type Context, contextFor, entryById } from '../bibles/index.ts';
import { canonicalJson } from '../core/index.ts';
import { briefOf, type SceneBrief } from '../generators/index.ts';
import type { Stage } from './stage.ts';

/** A scene as one character goes into it. */
export interface View {
  readonly id: string;
  readonly name: string;
  readonly context: Context;
  readonly scene: SceneBrief;
}

/**
 * What a character is given of a scene: its own dossier, the outside of the others, facts it holds or has learnt in
 * earlier scenes; of this scene, the card without what is kept from it.
 */
export function viewOf({ story: { bible, outline }, card }: Stage, id: string): View {
  return {
    id,
    name: entryById(bible, id)?.name ?? id,
    context: contextFor(bible, { outline, card }, { role: 'character', character: id }),
    scene: briefOf(bible, { outline, card }, id),
  };
}

/**
 * Whether two characters may be played from one request: neither then reads anything that the story keeps from it.
 *
 * They know the same and take the same for true, the same is kept from both (so neither has a secret from the other, and
 * they see everybody else alike), and the same comes out before them in the scene. Wants, fears and a past that the
 * story does not keep are no such difference: the prompt gives each to its owner alone.
 */
export function knowAlike(a: View, b: View): boolean {
  return canonicalJson(knowledgeIn(a)) === canonicalJson(knowledgeIn(b));
}

function knowledgeIn({ context: { knows, left }, scene: { uses: _, ...scene } }: View): object {
  return {
    scene,
    knows: knows.map(({ text, isBelief }) => `${isBelief ? 'believes' : 'knows'} ${text}`).toSorted(),
    kept: left.flatMap(({ label, reason }) => (reason === 'unknown' ? [label] : [])).toSorted(),
  };
}
