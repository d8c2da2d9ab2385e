import type { SceneCard } from '../bibles/index.ts';
import type { CritiqueAnswer, DirectAnswer, LinesAnswer, SceneElement } from '../generators/index.ts';
import type { Run } from '../steps/index.ts';
import type { Story } from './story.ts';

/** The scene an agent is called to. */
export interface Stage {
  readonly story: Story;
  readonly card: SceneCard;
  /** 0, or the number of a deliberate new sample. */
  readonly take: number;
}

/** What a character offered for a scene. */
export interface Offer {
  /** The character's name. */
  readonly character: string;
  readonly offer: LinesAnswer;
}

/**
 * The agents of a scene. Replace any of them; each is a function of the run and of values,
 * and none ever calls another.
 */
export interface Agents {
  /** Gives one character's lines; sees only what that character may know. */
  readonly character: (run: Run, stage: Stage & { readonly character: string }) => Promise<Offer>;
  /**
   * Gives the lines of several who know the same, each by itself. Without it everybody is asked alone, and so they are
   * when `character` is replaced and this is not.
   */
  readonly ensemble?: (
    run: Run,
    stage: Stage & { readonly characters: readonly string[] },
  ) => Promise<readonly Offer[]>;
  /** Weaves the offers into a scene. */
  readonly director: (run: Run, stage: Stage & { readonly offers: readonly Offer[] }) => Promise<DirectAnswer>;
  /** Reads the scene and gives notes; never rewrites. */
  readonly dramaturge: (
    run: Run,
    stage: Stage & { readonly elements: readonly SceneElement[] },
  ) => Promise<CritiqueAnswer>;
}
