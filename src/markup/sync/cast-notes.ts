import { deriveId } from '../../core/index.ts';
import type { NoteDocument } from '../proposal.ts';
import type { SceneItem } from './items.ts';
import { characterOf, cuesIn } from './new-card.ts';
import type { ScriptNow } from './script-now.ts';

/**
 * Notes for scenes in which somebody speaks now whom the card does not have on stage: what is generated from the card
 * would not know of them. By ids that are made of scene and character, so that each is said once.
 */
export function castNotes(now: ScriptNow, items: readonly SceneItem[]): ReadonlyMap<string, NoteDocument> {
  const notes = items.flatMap(({ id, file, exported }) => {
    const card = now.cards.find((one) => one.id === id);
    if (card === undefined || exported === undefined) return [];
    const before = new Set(cuesIn(exported.blocks));
    return cuesIn(file.blocks).flatMap((cue) => {
      const character = characterOf(now.bible, cue);
      if (before.has(cue) || character === undefined || card.cast.includes(character)) return [];
      const note: NoteDocument = {
        ...{ scene: id, source: 'check', rule: 'sync/cast', severity: 'minor', quote: cue, state: 'open' },
        message: `${cue} speaks here, and the card does not have them on stage.`,
        fix: `Put ${cue} among the cast and the speakers of the card.`,
      };
      return [[deriveId('nt', now.script, 'cast', id, character), note] as const];
    });
  });
  return new Map(notes);
}
