/**
 * The offline writer as a keeper of continuity: patterns over the text, with no language model. What takes a reader it
 * leaves open.
 *
 * @module
 */
import { z } from 'zod';
import { plainFacts } from '../../continuity/index.ts';
import type { Json } from '../../core/index.ts';
import type { JudgeAnswer } from '../../generators/index.ts';

const FactsAsk = z.object({
  people: z.array(z.string()),
  scene: z.object({ elements: z.array(z.object({ speaker: z.string(), text: z.string() })) }),
});

/** Deaths, ages, colours, trades, kinship, and who is given or keeps a thing: what the patterns of the rules find. */
function readFacts(input: Json): Json {
  const { people, scene } = FactsAsk.parse(input);
  return { facts: plainFacts(people, scene.elements).map((fact) => ({ ...fact })) };
}

const side = z.object({ says: z.string(), mode: z.string(), speaker: z.string(), status: z.string() });
const JudgeAsk = z.object({ lasts: z.string(), before: side, after: side });

/** A conflict only where action asserts both in the story's present, of what lasts; everything else has an innocent reading. */
function judgePair(input: Json): Json {
  const { lasts, before, after } = JudgeAsk.parse(input);
  const sides = [before, after];
  const answer = (verdict: JudgeAnswer['verdict'], reading: string): Json => ({ readings: [reading], verdict });
  if (before.says === after.says) return answer('same', 'both say the same');
  if (sides.some(({ speaker }) => speaker !== '')) return answer('lie-or-mistake', 'one of them is only said');
  if (lasts !== 'always' || sides.some(({ mode }) => mode !== 'present' && mode !== 'bible'))
    return answer('state-change', 'there is time for a change');
  if (sides.some(({ status }) => status !== 'asserted'))
    return answer('figurative', 'one of them is not said in so many words');
  return answer('conflict', 'no innocent reading that a table knows');
}

/** The answers to questions about continuity, by the task's name. Pure: equal inputs give equal answers. */
export const CONTINUITY_TASKS: Readonly<Record<string, (input: Json) => Json>> = {
  'continuity.facts': readFacts,
  'continuity.judge': judgePair,
  // An audit takes a reader.
  'continuity.audit': () => ({ notes: [] }),
};
