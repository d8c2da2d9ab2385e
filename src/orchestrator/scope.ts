import type { SceneCard } from '../bibles/index.ts';
import type { Draft } from './draft.ts';

/** Which scenes a run may write. Others are left as they are, also when they are stale. */
export interface Scope {
  /** By id; all of them unless given. */
  readonly scenes?: ReadonlySet<string>;
  /** Write scenes anew too that are a person's text. */
  readonly rewrite?: boolean;
}

/** Why a scene is left as it is: it is not asked for, or a person's text. `undefined` for one that may be written. */
export function leftBecause(
  { scenes, rewrite = false }: Scope,
  card: Pick<SceneCard, 'id'>,
  draft: Draft | undefined,
): 'scope' | 'pinned' | undefined {
  if (scenes !== undefined && !scenes.has(card.id)) return 'scope';
  return draft?.pinned === true && !(rewrite && scenes !== undefined) ? 'pinned' : undefined;
}
