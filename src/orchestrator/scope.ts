import type { SceneCard } from '../bibles/index.ts';
import { type Markup, sceneLock } from '../markup/index.ts';
import type { Draft } from './draft.ts';

/** Which scenes a run may write. Others are left as they are, also when they are stale. */
export interface Scope {
  /** By id; all of them unless given. */
  readonly scenes?: ReadonlySet<string>;
  /** Write scenes anew too that a person approved or wrote, or says are still fine. What is locked stays. */
  readonly rewrite?: boolean;
  /** Leave scenes that have no text yet. */
  readonly onlyStale?: boolean;
}

/**
 * Why a scene is left as it is: it is not asked for; somebody locked it or its act; a person approved it or wrote it, or it
 * was taken over; a person says that it is still fine with just these changes.
 */
export type LeftBecause = 'scope' | 'locked' | 'pinned' | 'fine';

/** What is there of a scene. */
export interface Standing {
  readonly draft: Draft | undefined;
  readonly markup: Markup | undefined;
}

/** Why a scene is left as it is, whatever it would ask; `undefined` for one that may be written. */
export function leftBecause(
  scope: Scope,
  card: Pick<SceneCard, 'id'>,
  standing: Standing,
): Exclude<LeftBecause, 'fine'> | undefined {
  if (scope.scenes !== undefined && !scope.scenes.has(card.id)) return 'scope';
  if (scope.onlyStale === true && standing.draft === undefined) return 'scope';
  const kept = keptBecause(card, standing);
  return kept === 'pinned' && isRewrite(scope) ? undefined : kept;
}

/** Why a scene is kept as it is by a person, whatever it would ask. */
export function keptBecause(
  { id }: Pick<SceneCard, 'id'>,
  { draft, markup }: Standing,
): 'locked' | 'pinned' | undefined {
  if (sceneLock(markup, id) !== undefined) return 'locked';
  const isPinned = draft === undefined ? markup?.edits.has(id) : draft.pinned === true || markup?.pins.has(id);
  return isPinned === true ? 'pinned' : undefined;
}

/** Whether a person says of a scene that it is fine though it would ask this. */
export function isFine(
  scope: Scope,
  { id }: Pick<SceneCard, 'id'>,
  { markup, keys }: { readonly markup: Markup | undefined; readonly keys: readonly string[] },
): boolean {
  const fine = markup?.fines.get(id);
  return fine !== undefined && !isRewrite(scope) && fine.keys.join() === keys.join();
}

/** Scenes are written whoever approved them only where they are named. */
function isRewrite({ scenes, rewrite = false }: Scope): boolean {
  return rewrite && scenes !== undefined;
}
