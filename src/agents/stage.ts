import type { SceneCard } from '../bibles/index.ts';
import type {
  CritiqueAnswer,
  CritiqueNote,
  DirectAnswer,
  EarlierScene,
  HeardTurn,
  LinesAnswer,
  SceneElement,
  TurnAnswer,
} from '../generators/index.ts';
import type { Run } from '../steps/index.ts';
import type { Story } from './story.ts';

/** The scene an agent is called to. */
export interface Stage {
  readonly story: Story;
  readonly card: SceneCard;
  /** 0, or the number of a deliberate new sample. */
  readonly take: number;
}

/** The scene as those who make it are called to it: the director, the dramaturge, the reviser. */
export interface Making extends Stage {
  /**
   * What was written before, where scenes are written in order (`run.order`). It is not for a character: what it knows
   * comes from the cards alone, whatever was made of them.
   */
  readonly earlier?: readonly EarlierScene[] | undefined;
  /** What the director is told beside the card. */
  readonly instruction?: string | undefined;
}

/** What a character offered for a scene. */
export interface Offer {
  /** The character's name. */
  readonly character: string;
  readonly offer: LinesAnswer;
}

/** What the director is given. */
export interface Offered {
  readonly offers: readonly Offer[];
  /** The order in which it was said and done, where the people of the scene heard each other. */
  readonly turns?: readonly HeardTurn[] | undefined;
}

/** Whose turn it is, and what it has seen and heard of the scene. */
export interface TurnCall {
  readonly character: string;
  /** From 1. */
  readonly turn: number;
  readonly heard: readonly HeardTurn[];
}

/** A turn as it was played, under the character's name. */
export interface PlayedTurn extends TurnAnswer {
  readonly character: string;
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
  /**
   * Gives one character's next turn, with `dialogue: 'turns'`. Without it, and when `character` is replaced and this is
   * not, everybody is asked alone for all of their lines.
   */
  readonly player?: (run: Run, stage: Stage & TurnCall) => Promise<PlayedTurn>;
  /** Weaves the offers into a scene; with `turns`, which is how they were played. */
  readonly director: (run: Run, stage: Making & Offered) => Promise<DirectAnswer>;
  /** Reads the scene and gives notes; never rewrites. */
  readonly dramaturge: (run: Run, stage: Making & Draft) => Promise<CritiqueAnswer>;
  /** More who read it, side by side with the dramaturge: their notes join its notes. None of ScriptGen's own. */
  readonly critics?: readonly Critic[];
}

/** A scene as it is staged. */
export interface Draft {
  readonly elements: readonly SceneElement[];
}

/** Reads a scene for one thing, and gives notes on it: exact quotes, the smallest fix. Never rewrites. */
export type Critic = (run: Run, stage: Making & Draft) => Promise<readonly CritiqueNote[]>;
