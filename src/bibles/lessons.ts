import { tellFact } from './at-scene.ts';
import { type Bible, kindOf } from './entry.ts';
import { type FactAbout, factsById, isKnown, knows } from './knowledge.ts';
import type { Scene } from './stage.ts';

/**
 * What comes out in a scene, in words: all of it, or for one character what it learns itself and what is not kept from
 * it. A lesson that is no fact of the bible is kept from nobody.
 */
export function lessonsFor(
  bible: Bible,
  scene: Scene,
  character?: string,
): readonly { readonly character: string; readonly fact: string }[] {
  const facts = factsById(bible);
  return scene.card.learns.flatMap((lesson) => {
    const known = facts.get(lesson.fact);
    if (known === undefined) return [lesson];
    const isOwn = character === undefined || lesson.character === character;
    if (!isOwn && !(isKnown(known.fact, scene, character) && isOutside(bible, known, character))) return [];
    return [{ ...lesson, fact: tellFact(known.entry, known.fact) }];
  });
}

/**
 * What somebody must know already for a scene to work, in words: all of it, or for one character its own, as far as it
 * does know it. A plan that errs gives nobody knowledge.
 */
export function usesFor(
  bible: Bible,
  scene: Scene,
  character?: string,
): readonly { readonly character: string; readonly fact: string }[] {
  const { uses = [] } = scene.card;
  if (uses.length === 0) return [];
  const facts = factsById(bible);
  const told = uses.map((use) => {
    const known = facts.get(use.fact);
    return { use, text: known === undefined ? use.fact : tellFact(known.entry, known.fact) };
  });
  if (character === undefined) return told.map(({ use, text }) => ({ ...use, fact: text }));
  const sure = knows(bible, scene.outline, character, scene.card.id).filter(({ isBelief }) => !isBelief);
  return told.flatMap(({ use, text }) =>
    use.character === character && sure.some((one) => one.text === text || one.fact === use.fact)
      ? [{ character, fact: text }]
      : [],
  );
}

/** Whether a character may see the field that a fact is about, or somebody was named to keep the fact and does not. */
function isOutside(bible: Bible, { entry, fact }: FactAbout, character: string): boolean {
  if (fact.field === undefined || fact.secretUntil !== undefined || (fact.holders ?? []).length > 0) return true;
  const reader = entry.id === character ? 'self' : 'present';
  const field = kindOf(bible, entry)?.fields.find(({ name }) => name === fact.field);
  if (field === undefined || !field.readers.includes(reader)) return false;
  return reader === 'self' || !field.secret;
}
