import { tellFact } from './at-scene.ts';
import { type Bible, kindOf } from './entry.ts';
import { type FactAbout, factsById, isKnown } from './knowledge.ts';
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

/** Whether a character may see the field that a fact is about, or somebody was named to keep the fact and does not. */
function isOutside(bible: Bible, { entry, fact }: FactAbout, character: string): boolean {
  if (fact.field === undefined || fact.secretUntil !== undefined || (fact.holders ?? []).length > 0) return true;
  const reader = entry.id === character ? 'self' : 'present';
  const field = kindOf(bible, entry)?.fields.find(({ name }) => name === fact.field);
  if (field === undefined || !field.readers.includes(reader)) return false;
  return reader === 'self' || !field.secret;
}
