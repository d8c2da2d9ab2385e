import type { SceneElement } from '../generators/index.ts';
import type { Patch } from './accept.ts';
import type { Issue, SceneText } from './issue.ts';

/** What the readers of a scene find in it. */
export interface Found {
  readonly issues: readonly Issue[];
  /** Exact words that must stay. */
  readonly keep: readonly string[];
}

/** What a reviser is to settle. */
export interface Revising extends Found {
  readonly text: SceneText;
  /** The number of the elements that may not change. */
  readonly held: readonly number[];
  /** `1/2`: the round and the group in it. */
  readonly part: string;
}

/** A reviser's answer: patches by the numbers of issues and elements, from 1. */
export interface Revision {
  readonly patches: readonly Patch[];
  readonly declined: readonly { readonly note: number; readonly why: string }[];
}

/** Two versions of a scene, in the order in which a judge is shown them. */
export interface Pair {
  readonly a: SceneText;
  readonly b: SceneText;
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
  readonly critics: (text: SceneText, round: number) => Promise<Found>;
  /** Which issues are none on a second look, and why, by id. */
  readonly verify: (issues: readonly Issue[], text: SceneText) => Promise<ReadonlyMap<string, string>>;
  readonly revise: (revising: Revising) => Promise<Revision>;
  readonly gates: Gates;
  /** Blind: nothing tells it which is the new one. */
  readonly judge: (pair: Pair) => Promise<Judgement>;
  /** Who may have a line. */
  readonly voices: readonly string[];
}

/** What no patch may break, decided by code. */
export interface Gates {
  /** Why an element may not be changed: it is locked, or a person wrote it and the issue is not about it. */
  readonly held: (element: SceneElement, issue?: Issue) => string | undefined;
  /** What is wrong with a text that was not before: a contradiction, a fault of form. */
  readonly broken: (before: SceneText, after: SceneText) => string | undefined;
}
