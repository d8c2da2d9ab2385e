import type { InlineRun } from '../inline/inline.ts';
import type { PlacedRemark } from './text-runs.ts';

/** A paragraph as Final Draft has it: what the tree's blocks are written as. */
export interface FdxParagraph {
  /** Absent in the paragraph around a dual dialogue. */
  readonly type?: string;
  readonly runs: readonly InlineRun[];
  readonly startsNewPage?: true;
  readonly centered?: true;
  /** A scene's number. */
  readonly number?: string;
  /** A section's depth where its type does not say it. */
  readonly outlineLevel?: number;
  readonly scene?: SceneProperties;
  /** The words of a heading that was taken out; its runs say OMITTED. */
  readonly omitted?: readonly InlineRun[];
  /** Two dialogues, side by side. */
  readonly dual?: readonly FdxParagraph[];
  /** Notes and boneyards that stood in its text, with their place in it. */
  readonly remarks: readonly PlacedRemark[];
}

/** What a scene carries beside its heading. */
export interface SceneProperties {
  readonly title?: string;
  /** `#RRGGBB`. */
  readonly color?: string;
  readonly summary?: readonly InlineRun[];
}

/** What stands in the place of an omitted heading, as Final Draft writes it. */
export const OMITTED = 'OMITTED';
