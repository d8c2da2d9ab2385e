import type { Block } from '../../screenplay/index.ts';
import type { Lock } from '../lock.ts';
import type { Range } from './place.ts';
import { blockKey } from './plain-blocks.ts';

/** Finds the lock that keeps a stretch of a scene's text from being changed, or something from being put in between. */
export function lockOver(
  locks: readonly Lock[],
  scene: string,
  text: readonly Block[],
): (range: Range) => Lock | undefined {
  const whole = locks.find((lock) => isOfScene(lock, scene));
  const keys = text.map(blockKey);
  const lines = locks.flatMap((lock) =>
    lock.scope === 'line' && lock.scene === scene ? [{ lock, keys: lock.blocks.map(blockKey) }] : [],
  );
  return ({ from, to }) => {
    if (whole !== undefined) return whole;
    const [before, behind] = [keys[from - 1], keys[to]];
    return lines.find((line) =>
      from < to
        ? keys.slice(from, to).some((key) => line.keys.includes(key))
        : line.keys.some((key, at) => key === before && at + 1 < line.keys.length && line.keys[at + 1] === behind),
    )?.lock;
  };
}

/** Whether a lock holds a scene as a whole. */
export function isOfScene(lock: Lock, scene: string): boolean {
  return (lock.scope === 'scene' && lock.scene === scene) || (lock.scope === 'act' && lock.scenes.includes(scene));
}
