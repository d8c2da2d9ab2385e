import type { SceneCard } from '../../bibles/index.ts';
import { type Edit, FRONT, type FrontDocument } from '../edit.ts';
import type { Markup } from '../markup.ts';
import type { Signed } from '../signed.ts';
import type { SyncWrite } from './sync-plan.ts';

/** Cards and what lies over the text, as they are once writes are made. */
export function applied<Story extends { readonly cards: readonly SceneCard[]; readonly markup: Markup }>(
  story: Story,
  writes: readonly SyncWrite[],
  by: Signed,
): Story {
  let after = story;
  for (const write of writes)
    after = write.type === 'card' ? { ...after, cards: placed(after.cards, write) } : withRecord(after, write, by);
  return after;
}

function placed(
  cards: readonly SceneCard[],
  { id, card, after }: Extract<SyncWrite, { type: 'card' }>,
): readonly SceneCard[] {
  const others = cards.filter((one) => one.id !== id);
  if (card === null) return others;
  const own = cards.findIndex((one) => one.id === id);
  const at = after === undefined ? own : after === null ? 0 : others.findIndex((one) => one.id === after) + 1;
  return others.toSpliced(at < 0 ? others.length : at, 0, card);
}

function withRecord<Story extends { readonly markup: Markup }>(
  story: Story,
  { kind, id, document }: Extract<SyncWrite, { type: 'record' }>,
  by: Signed,
): Story {
  const { markup } = story;
  if (kind !== 'edit' || document === null) return story;
  if (id === FRONT) return { ...story, markup: { ...markup, front: document as unknown as FrontDocument } };
  const edit = { ...(document as object), scene: id, ...by } as unknown as Edit;
  return { ...story, markup: { ...markup, edits: new Map([...markup.edits, [id, edit]]) } };
}
