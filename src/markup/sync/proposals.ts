import { BUILT_IN, type BuiltIn, emptyDocument, foldName, type NewEntry } from '../../bibles/index.ts';
import { deriveId } from '../../core/index.ts';
import type { BibleProposal } from '../proposal.ts';
import type { SceneItem } from './items.ts';
import { characterOf, cuesIn, newCard } from './new-card.ts';
import { headed } from './retitle.ts';
import type { ScriptNow } from './script-now.ts';

/**
 * What a person's text says of the bible without a doubt: somebody speaks whom it does not know, or a scene plays where
 * it knows no place. By ids that are made of the name, so that each is proposed once.
 */
export function proposalsOf(now: ScriptNow, items: readonly SceneItem[]): ReadonlyMap<string, BibleProposal> {
  const proposals = new Map<string, BibleProposal>();
  const propose = (kind: BuiltIn, name: string, from: Pick<BibleProposal, 'scene' | 'quote' | 'why'>): void => {
    const id = deriveId('pr', now.script, kind, foldName(name));
    if (proposals.has(id)) return;
    const entry = draftEntry(now.script, kind, name);
    proposals.set(id, { type: 'bible', ...from, change: { type: 'create', entry }, keys: [] });
  };
  for (const { id, file, exported, isEdited, isRetitled } of items) {
    const card = now.cards.find((one) => one.id === id);
    const before = new Set(exported === undefined ? [] : cuesIn(exported.blocks));
    const extras = new Set((card?.extras ?? []).map(({ name }) => foldName(name)));
    for (const cue of isEdited ? cuesIn(file.blocks) : []) {
      if (before.has(cue) || extras.has(foldName(cue)) || characterOf(now.bible, cue) !== undefined) continue;
      propose('character', capitalized(cue), {
        scene: id,
        quote: cue,
        why: `${cue} speaks, and nobody is called that.`,
      });
    }
    if (!isRetitled) continue;
    const { unknown } = headed(card ?? newCard(id, file, now.bible), file.heading, now);
    if (unknown === undefined) continue;
    const why = `The scene plays in ${unknown}, and no setting is called that.`;
    propose('setting', capitalized(unknown), { scene: id, quote: file.heading.text, why });
  }
  return proposals;
}

function draftEntry(script: string, kind: BuiltIn, name: string): NewEntry {
  const known = BUILT_IN.get(kind);
  return {
    id: deriveId(known?.prefix ?? kind, script, 'bare', foldName(name)),
    ...{ kind, name, state: 'draft' },
    document: known === undefined ? {} : emptyDocument(known),
  };
}

/** A name in capitals as it is written elsewhere. */
function capitalized(name: string): string {
  return name.toLowerCase().replace(/(?<![\p{L}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}
