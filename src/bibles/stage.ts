import type { Outline, SceneCard } from './card.ts';
import { type Bible, type Entry, entryById, isKind } from './entry.ts';
import { BUILT_IN } from './kinds/built-in.ts';
import { findMentions, nameIndex } from './mentions.ts';

/** One scene among the others: what is true, and who knows it, depends on the moment. */
export interface Scene {
  readonly outline: Outline;
  readonly card: SceneCard;
}

/**
 * The entries that a scene is about, each once and always in the same order: the cast, the place and the places it is
 * in, the plot threads that it moves, the themes, and entries of a user's own kinds that the card names.
 */
export function onStage(bible: Bible, { card }: Scene): readonly Entry[] {
  const ids = [...card.cast, ...placeChain(bible, card.setting), ...card.threads];
  const named = ids.map((id) => entryById(bible, id)).filter((entry) => entry !== undefined);
  const themes = bible.entries.filter((entry) => isKind(entry, 'theme'));
  return [...new Set([...named, ...themes, ...mentionedByCard(bible, card)])];
}

/** A place and the places it is in, from the inside out. */
export function placeChain(bible: Bible, setting: string): readonly string[] {
  const chain: string[] = [];
  for (let id: unknown = setting; typeof id === 'string' && id !== '' && !chain.includes(id); ) {
    chain.push(id);
    id = entryById(bible, id)?.document['inside'];
  }
  return chain;
}

function mentionedByCard(bible: Bible, card: SceneCard): readonly Entry[] {
  const own = bible.entries.filter(({ kind }) => !BUILT_IN.has(kind));
  if (own.length === 0) return [];
  const text = [card.goal, card.opposition, ...card.beats, card.synopsis].join('\n');
  const found = new Set(findMentions(text, nameIndex(own)).map(({ entry }) => entry));
  return own.filter(({ id }) => found.has(id));
}
