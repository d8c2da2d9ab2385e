import { type Outline, sceneNumber } from '../bibles/index.ts';
import { ScriptGenError, toJson } from '../core/index.ts';
import type { Block } from '../screenplay/index.ts';
import { heldIn, lockedLines } from './held.ts';
import type { Lock } from './lock.ts';
import type { Markup } from './markup.ts';
import { sameBlocks } from './rebase.ts';

/** What is about to be changed. */
export type SourceChange =
  /** A card is changed, put in, moved or taken out; `scene` is absent for a new one. */
  | { readonly type: 'card'; readonly scene?: string }
  /** What a scene is generated from or as: written anew, another take chosen. */
  | { readonly type: 'scene'; readonly scene: string }
  /** The text of a scene as it reads, and as it is to read. */
  | {
      readonly type: 'text';
      readonly scene: string;
      readonly before: readonly Block[];
      readonly after: readonly Block[];
    };

/** The lock that keeps a whole scene as it is: its own, or that of its act. */
export function sceneLock(markup: Markup | undefined, scene: string): Lock | undefined {
  return markup?.locks.find(
    (lock) => (lock.scope === 'scene' && lock.scene === scene) || (lock.scope === 'act' && lock.scenes.includes(scene)),
  );
}

/** The lock that stands against a change. */
export function lockAgainst(markup: Markup | undefined, change: SourceChange): Lock | undefined {
  const { scene } = change;
  const whole = scene === undefined ? undefined : sceneLock(markup, scene);
  switch (change.type) {
    case 'card':
      return markup?.locks.find(({ scope }) => scope === 'outline') ?? whole;
    case 'scene':
      return whole;
    case 'text':
      if (sameBlocks(change.before, change.after)) return undefined;
      return whole ?? brokenLines(markup, change);
  }
}

/** The lock on lines that do not stand in a text as they should. */
function brokenLines(
  markup: Markup | undefined,
  { scene, after }: Extract<SourceChange, { readonly type: 'text' }>,
): Lock | undefined {
  return lockedLines(markup, scene).find((lock) => heldIn(after, [lock]).text !== after);
}

/** Who holds it: as an error says it. */
export function lockText(lock: Lock, outline: Outline): string {
  const on = {
    outline: () => 'The outline is',
    act: () => `${lock.scope === 'act' ? lock.act : ''} is`,
    scene: () => `Scene ${lock.scope === 'scene' ? shown(outline, lock.scene) : ''} is`,
    line: () => `Lines of scene ${lock.scope === 'line' ? shown(outline, lock.scene) : ''} are`,
  }[lock.scope]();
  const why = lock.reason === '' ? '' : `: ${lock.reason}`;
  return `${on} locked by ${lock.by.name} since ${lock.time.slice(0, 10)}${why}`;
}

/**
 * Refuse a change of what is locked. To be asked before anything is written, whoever writes it.
 *
 * @throws ScriptGenError `markup/locked`, with the lock as its `details`.
 */
export function refuseLocked(
  { markup, outline }: { readonly markup?: Markup | undefined; readonly outline: Outline },
  change: SourceChange,
): void {
  const lock = lockAgainst(markup, change);
  if (lock === undefined) return;
  throw new ScriptGenError({
    code: 'markup/locked',
    message: `${lockText(lock, outline).replace(/[.!?]$/, '')}.`,
    hint: `Unlock it first: scriptgen unlock ${unlockName(lock, outline)}`,
    details: toJson({ lock }),
  });
}

/** What the command that takes a lock away calls it. */
function unlockName(lock: Lock, outline: Outline): string {
  switch (lock.scope) {
    case 'outline':
      return 'outline';
    case 'scene':
      return shown(outline, lock.scene);
    default:
      return lock.id;
  }
}

/** The number by which a scene goes: its locked one in production. */
function shown(outline: Outline, scene: string): string {
  return outline.labels?.[scene] ?? String(sceneNumber(outline, scene));
}
