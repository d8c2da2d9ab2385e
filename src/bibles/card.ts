import type { StoryPlan } from './plan.ts';

/**
 * A scene card: what a scene is for, before a word of it is written.
 *
 * The scene's *interface*: other scenes may read the card, never the scene's text.
 * People and places are named by entry id; links to other cards by card id.
 */
export interface SceneCard {
  /** `sc_…`; never changes and carries no order. */
  readonly id: string;
  /** Raised by every edit of the card. */
  readonly version: number;
  readonly interior: boolean;
  /** A setting's id. */
  readonly setting: string;
  /** The time in the heading: DAY, NIGHT, DAWN, DUSK, LATER, CONTINUOUS. */
  readonly time: string;
  /** Everybody on stage, by character id. */
  readonly cast: readonly string[];
  /** Those of the cast who speak, in the order they matter; empty in a silent scene. */
  readonly speakers: readonly string[];
  /** Who drives the scene: one of `cast`. */
  readonly lead: string;
  /** What the lead wants here and now. */
  readonly goal: string;
  /** Who or what stands against it. */
  readonly opposition: string;
  /** The value that changes, from and to: `trust`, `doubt`. */
  readonly turn: { readonly from: string; readonly to: string };
  /** 1 (calm) to 10 (unbearable). */
  readonly tension: number;
  /** What happens, in order, each a change. */
  readonly beats: readonly string[];
  /** The scene's dramatic pattern in a word or two, so that neighbours differ: bargain, interrogation, farewell. */
  readonly pattern: string;
  /** flash: up to 60 words; short: up to 150; standard: up to 350; setPiece: more. */
  readonly length: 'flash' | 'short' | 'standard' | 'setPiece';
  /** When it happens, in days from the start of the story; right after the scene before it unless given. */
  readonly storyTime?: number;
  /** How it stands to the story's present; `present` unless given. What is learnt in a dream is known to nobody. */
  readonly mode?: 'present' | 'flashback' | 'flash-forward' | 'dream';
  /** Who learns what here, in words or as the id of a fact; knowledge at a scene is a fold over these. */
  readonly learns: readonly { readonly character: string; readonly fact: string }[];
  /** Cards this one follows from. */
  readonly becauseOf: readonly string[];
  /** Plot threads it moves, by entry id. */
  readonly threads: readonly string[];
  /** One sentence for the outline. */
  readonly synopsis: string;
  /** What the turn is for the lead. */
  readonly change?: 'better' | 'worse' | 'mixed';
  /** The beat of the structure that falls here, by its id: `midpoint`. */
  readonly beat?: string;
  /** Plants that it sets up, by id: see {@link StoryPlan}. */
  readonly setsUp?: readonly string[];
  /** Plants of earlier scenes that it pays off, by id. */
  readonly paysOff?: readonly string[];
  /** What somebody must know already for the scene to work, in words or as the id of a fact, as in `learns`. */
  readonly uses?: readonly { readonly character: string; readonly fact: string }[];
  /** People without an entry who say a line or two: a clerk, a voice on a loudspeaker. */
  readonly extras?: readonly Extra[];
  /** The one picture or gesture that is this scene's own and no other's. */
  readonly image?: string;
}

/** Somebody who speaks in a scene and is nobody's bible entry. */
export interface Extra {
  /** As on the cue: `Clerk`, `Second Guard`. */
  readonly name: string;
  /** Who that is, in a few words. */
  readonly sketch: string;
}

/** The ordered plan of a script. */
export interface Outline {
  /** In script order: a card's displayed number is its place here, from 1. */
  readonly cards: readonly SceneCard[];
  /** What the cards were planned by; absent for an outline that was made by hand or before there were plans. */
  readonly plan?: StoryPlan;
  /** The numbers that scenes go by once they are locked, by card: `10A`; absent where they are counted. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** The number a reader sees for a card, from 1. */
export function sceneNumber(outline: Outline, id: string): number {
  return outline.cards.findIndex((card) => card.id === id) + 1;
}
