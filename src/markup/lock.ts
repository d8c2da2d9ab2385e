import type { Block, SceneHeading } from '../screenplay/index.ts';
import type { Signed } from './signed.ts';

/**
 * What nobody changes until it is unlocked: blocks of a scene, a scene, the scenes of an act, or the outline (no card is
 * changed, moved, put in or taken out). Fields of entries are locked in the bible.
 */
export type LockDocument =
  | { readonly scope: 'line'; readonly scene: string; readonly blocks: readonly Block[] }
  | { readonly scope: 'scene'; readonly scene: string; readonly headings?: LockedHeadings }
  /** `act` is how it is called; the scenes are those that it had then. */
  | {
      readonly scope: 'act';
      readonly act: string;
      readonly scenes: readonly string[];
      readonly headings?: LockedHeadings;
    }
  | { readonly scope: 'outline' };

/** The headings of locked scenes as they were, by scene: a place that is renamed does not change them. */
export type LockedHeadings = Readonly<Record<string, SceneHeading>>;

/** A lock, who set it, and when. */
export type Lock = LockDocument & Signed & { readonly id: string };

/**
 * A scene that a person approved: it stays as it is, also when it is stale, until it is asked for by name to be written
 * anew.
 */
export interface Pin extends Signed {
  readonly scene: string;
}

/**
 * A stale scene that a person says is still fine. It holds for just these changes: as soon as the scene would ask
 * anything else, it is stale again.
 */
export interface FineDocument {
  /** The keys of the questions that it would ask, sorted. */
  readonly keys: readonly string[];
}

/** A scene that is still fine, who says so, when, and why. */
export interface Fine extends FineDocument, Signed {
  readonly scene: string;
}

/** How a scene is to be generated, where a person chose: which sample, and told what. It is part of what is asked. */
export interface ChoiceDocument {
  /** 0 is the first sample. */
  readonly take: number;
  /** What the director is told beside the card. */
  readonly instruction?: string;
}

/** A chosen take, who chose it, and when. */
export interface Choice extends ChoiceDocument, Signed {
  readonly scene: string;
}
