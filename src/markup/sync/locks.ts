import type { Block } from '../../screenplay/index.ts';
import type { Lock } from '../lock.ts';
import type { Markup } from '../markup.ts';
import { sameText } from './exported-text.ts';
import type { Refusal } from './sync-plan.ts';

/** Why a scene may not read like this; `undefined` when it may. `null` for a scene that is to be gone. */
export function textRefusal(
  markup: Markup,
  scene: string,
  { text, isRetitled = false }: { readonly text: readonly Block[] | null; readonly isRetitled?: boolean },
): Refusal | undefined {
  for (const lock of markup.locks) {
    if (lock.scope === 'scene' && lock.scene === scene) return { lock, why: 'the scene is locked' };
    if (lock.scope === 'act' && lock.scenes.includes(scene)) return { lock, why: `act ${lock.act} is locked` };
    if (lock.scope === 'line' && lock.scene === scene && (text === null || !standsIn(lock.blocks, text)))
      return { lock, why: 'a line of it is locked' };
    if (lock.scope === 'outline' && (text === null || isRetitled)) return { lock, why: 'the outline is locked' };
  }
  return undefined;
}

/** The lock on the outline: no scene is put in, taken out or moved. */
export function outlineRefusal({ locks }: Markup): Refusal | undefined {
  const lock = locks.find((one): one is Lock & { scope: 'outline' } => one.scope === 'outline');
  return lock && { lock, why: 'the outline is locked' };
}

function standsIn(blocks: readonly Block[], text: readonly Block[]): boolean {
  return [...text.keys()].some((at) => sameText(blocks, text.slice(at, at + blocks.length)));
}
