import type { Story } from '../../agents/index.ts';
import {
  type CardChange,
  changeCard,
  insertCard,
  mergeCards,
  moveCard,
  type Outline,
  readCardField,
  removeCard,
  type SceneCard,
  splitCard,
} from '../../bibles/index.ts';
import { cardNamed } from '../bible/desk.ts';
import type { CardSaid } from './script-outline.ts';

/** A change of an outline, as it is asked for: scenes by number or id; a new one has an id where it is to be kept. */
export type OutlineChange =
  | ({ readonly type: 'set'; readonly scene: string } & CardSaid)
  | ({ readonly type: 'add'; readonly id?: string; readonly after?: string | null | undefined } & CardSaid)
  | { readonly type: 'move'; readonly scene: string; readonly after: string | null }
  | ({ readonly type: 'split'; readonly scene: string; readonly beat: number; readonly id?: string } & CardSaid)
  | { readonly type: 'merge'; readonly first: string; readonly second: string }
  | { readonly type: 'remove'; readonly scene: string };

/** The outline after a change. Pure. @throws ScriptGenError as the operations in `bibles` do. */
export function changedOutline(story: Pick<Story, 'bible' | 'outline' | 'script'>, change: OutlineChange): Outline {
  const { bible, outline, script } = story;
  const named = (scene: string): SceneCard => cardNamed(outline, scene, script.title);
  const placed = (after: string | null): string | null => (after === null ? null : named(after).id);
  switch (change.type) {
    case 'set': {
      const card = named(change.scene);
      return changeCard(outline, card.id, fieldsOf(story, card, change));
    }
    case 'add': {
      const { id = idFor(outline), after } = change;
      const fields = fieldsOf(story, { turn: { from: '', to: '' }, beats: [] }, change);
      return insertCard(outline, bible, { id, fields, after: after === undefined ? undefined : placed(after) });
    }
    case 'move':
      return moveCard(outline, named(change.scene).id, placed(change.after));
    case 'split': {
      const card = named(change.scene);
      const rest = card.beats.slice(Math.max(0, change.beat - 1));
      const fields = fieldsOf(story, { turn: { from: card.turn.to, to: card.turn.to }, beats: rest }, change);
      return splitCard(outline, card.id, { at: change.beat, id: change.id ?? idFor(outline), fields });
    }
    case 'merge':
      return mergeCards(outline, named(change.first).id, named(change.second).id);
    case 'remove':
      return removeCard(outline, named(change.scene).id);
  }
}

/** The id of a scene that nobody made yet. */
function idFor({ cards }: Outline): string {
  return `sc_proposed_${cards.length + 1}`;
}

/** Values and texts as one change; a text is read on what was said before it. */
function fieldsOf(
  told: Pick<Story, 'bible' | 'outline'>,
  card: Pick<SceneCard, 'turn' | 'beats'>,
  { fields = {}, texts = [] }: CardSaid,
): CardChange {
  let said = fields;
  for (const pair of texts) {
    const { turn = card.turn, beats = card.beats } = said;
    said = { ...said, ...readCardField({ turn, beats }, pair, told) };
  }
  return said;
}
