import type { Markup } from '../markup.ts';
import type { GoneItem, SceneItem } from './items.ts';
import { outlineRefusal, textRefusal } from './locks.ts';
import type { Refusal } from './sync-plan.ts';

/** What is not taken from a file, because it is locked. */
export interface Refusals {
  /** By scene. */
  readonly scenes: ReadonlyMap<string, Refusal>;
  /** Why no scene is moved. */
  readonly moves?: Refusal;
}

/**
 * Find what a file may not change. What a scene was cut in two or joined with another is refused as one: half of it would
 * stand twice or nowhere.
 */
export function refusalsOf(markup: Markup, items: readonly SceneItem[], gone: readonly GoneItem[]): Refusals {
  if (markup.locks.length === 0) return { scenes: new Map() };
  const outline = outlineRefusal(markup);
  const scenes = new Map<string, Refusal>();
  const refuse = (id: string, why: Refusal | undefined): boolean => {
    if (why === undefined || scenes.has(id)) return false;
    scenes.set(id, why);
    return true;
  };
  for (const { id, file, exported, isEdited, isRetitled } of items) {
    if (exported === undefined) refuse(id, outline);
    else if (isEdited || isRetitled) refuse(id, textRefusal(markup, id, { text: file.blocks, isRetitled }));
  }
  for (const { id } of gone) refuse(id, textRefusal(markup, id, { text: null }));
  const together = [
    ...items.flatMap(({ id, splitFrom }) => (splitFrom === undefined ? [] : [[id, splitFrom] as const])),
    ...gone.flatMap(({ id, into }) => (into === undefined ? [] : [[id, into] as const])),
  ];
  for (let isMore = true; isMore; ) {
    isMore = together.some(([one, other]) => refuse(one, scenes.get(other)) || refuse(other, scenes.get(one)));
  }
  return { scenes, ...(outline === undefined ? {} : { moves: outline }) };
}
