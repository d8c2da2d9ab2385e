import type { SceneElement } from '../generators/index.ts';
import type { Patch } from './accept.ts';
import type { Concern, SceneElements } from './concern.ts';

/** What the readers of a scene find in it. */
export interface Found {
  readonly concerns: readonly Concern[];
  /** Exact words that must stay. */
  readonly keep: readonly string[];
}

/** What a reviser is to settle. */
export interface Revising extends Found {
  readonly text: SceneElements;
  /** The number of the elements that may not change. */
  readonly held: readonly number[];
  /** `1/2`: the round and the group in it. */
  readonly part: string;
}

/** A reviser's answer: patches by the numbers of concerns and elements, from 1. */
export interface Revision {
  readonly patches: readonly Patch[];
  readonly declined: readonly { readonly note: number; readonly why: string }[];
}

/** Two versions of a scene, in the order in which a judge is shown them. */
export interface Pair {
  readonly a: SceneElements;
  readonly b: SceneElements;
  /** `1/2/new-first`; says which comparison it is, and is not shown. */
  readonly part: string;
}

/** What a judge says of a pair. */
export interface Judgement {
  readonly better: 'A' | 'B' | 'tie';
  readonly reasons: string;
}

/** Who takes part in rewriting one scene. All that costs anything is behind them, so that they can be played. */
export interface RewriteParts {
  /** Everything that is wrong with a text now: by readers, by rules, by notes that stand. Rounds count from 1. */
  readonly critics: (text: SceneElements, round: number) => Promise<Found>;
  /** Which concerns are none on a second look, and why, by id. */
  readonly verify: (concerns: readonly Concern[], text: SceneElements) => Promise<ReadonlyMap<string, string>>;
  readonly revise: (revising: Revising) => Promise<Revision>;
  readonly gates: Gates;
  /** Blind: nothing tells it which is the new one. */
  readonly judge: (pair: Pair) => Promise<Judgement>;
  /** Who may have a line. */
  readonly voices: readonly string[];
}

/** What no patch may break, decided by code. */
export interface Gates {
  /** Why an element may not be changed: it is locked, or a person wrote it and the concern is not about it. */
  readonly held: (element: SceneElement, concern: Concern) => string | undefined;
  /** What is wrong with a text that was not before: a contradiction, a fault of form. */
  readonly broken: (before: SceneElements, after: SceneElements) => string | undefined;
}
