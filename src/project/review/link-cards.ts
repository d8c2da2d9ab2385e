import { type CardWrite, foldName, type NewEntry, type SceneCard } from '../../bibles/index.ts';

/**
 * What entries that are new say of cards that named them in words: a scene plays in the setting that it was called by, and
 * somebody without an entry who speaks in it is in its cast.
 */
export function linkCards(cards: readonly SceneCard[], created: readonly NewEntry[]): readonly CardWrite[] {
  return cards.flatMap((card): readonly CardWrite[] => {
    const linked = created.reduce(linkedTo, card);
    return linked === card ? [] : [{ type: 'card', id: card.id, expected: card.version, card: linked }];
  });
}

function linkedTo(card: SceneCard, { id, kind, name }: NewEntry): SceneCard {
  const isIt = (word: string): boolean => foldName(word) === foldName(name);
  if (kind === 'setting') return isIt(card.setting) ? { ...card, setting: id } : card;
  const { cast, speakers, lead, extras = [] } = card;
  if (kind !== 'character' || !extras.some((extra) => isIt(extra.name))) return card;
  const known = (ids: readonly string[]): readonly string[] => [...new Set([...ids, id])];
  return {
    ...{ ...card, cast: known(cast), speakers: known(speakers), lead: lead === '' ? id : lead },
    extras: extras.filter((extra) => !isIt(extra.name)),
  };
}
