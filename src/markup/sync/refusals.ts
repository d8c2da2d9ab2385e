import type { Lock } from '../lock.ts';
import { lockAgainst, lockText } from '../refuse-locked.ts';
import type { GoneItem, SceneItem } from './items.ts';
import type { ScriptNow } from './script-now.ts';
import type { Refusal } from './sync-plan.ts';

/** What is not taken from a file, because it is locked. */
export interface Refusals {
  /** By scene. */
  readonly scenes: ReadonlyMap<string, Refusal>;
  /** By scene: why it stays where it is. */
  readonly moves: ReadonlyMap<string, Refusal>;
}

/**
 * Find what a file may not change. What a scene was cut in two or joined with another is refused as one: half of it would
 * stand twice or nowhere.
 */
export function refusalsOf(
  { markup, cards }: Pick<ScriptNow, 'markup' | 'cards'>,
  {
    items,
    gone,
    moves,
  }: { readonly items: readonly SceneItem[]; readonly gone: readonly GoneItem[]; readonly moves: ReadonlySet<string> },
): Refusals {
  const scenes = new Map<string, Refusal>();
  const reason = (lock: Lock | undefined): Refusal | undefined => lock && { lock, why: lockText(lock, { cards }) };
  const refuse = (id: string, why: Refusal | undefined): boolean => {
    if (why === undefined || scenes.has(id)) return false;
    scenes.set(id, why);
    return true;
  };
  const card = (scene?: string): Lock | undefined =>
    lockAgainst(markup, { type: 'card', ...(scene === undefined ? {} : { scene }) });
  for (const { id: scene, file, exported, isRetitled } of items) {
    if (exported === undefined) refuse(scene, reason(card()));
    else {
      if (isRetitled) refuse(scene, reason(card(scene)));
      const text = { type: 'text' as const, scene, before: exported.blocks, after: file.blocks };
      refuse(scene, reason(lockAgainst(markup, text)));
    }
  }
  for (const { id: scene, blocks } of gone)
    refuse(scene, reason(card(scene) ?? lockAgainst(markup, { type: 'text', scene, before: blocks, after: [] })));
  const together = [
    ...items.flatMap(({ id, splitFrom }) => (splitFrom === undefined ? [] : [[id, splitFrom] as const])),
    ...gone.flatMap(({ id, into }) => (into === undefined ? [] : [[id, into] as const])),
  ];
  for (let isMore = scenes.size > 0; isMore; ) {
    isMore = together.some(([one, other]) => refuse(one, scenes.get(other)) || refuse(other, scenes.get(one)));
  }
  const held = [...moves].flatMap((id) => {
    const why = reason(card(id));
    return why === undefined ? [] : [[id, why] as const];
  });
  return { scenes, moves: new Map(held) };
}
