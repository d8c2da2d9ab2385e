import type { Format, SceneCard } from '../bibles/index.ts';

/** Something that is aimed at, and how far it may be missed. */
export interface Aim {
  readonly target: number;
  readonly from: number;
  readonly to: number;
}

/** How long a scene is meant to be. */
export type SceneLength = SceneCard['length'];

/** What scripts of one format are like: a budget to plan by. Its limits are told and never forced. */
export interface FormatShape {
  readonly format: Format;
  /** Pages of 55 lines, about a minute each. */
  readonly pages: Aim;
  readonly scenes: Aim;
  /** The id of the structure that it is held against when nobody says. */
  readonly structure: string;
  readonly acts: number;
  /** The most people who speak that it can pay for. */
  readonly roles: number;
  /** The most places that it can pay for. */
  readonly places: number;
  /** The share of scenes in which nobody speaks; absent where none is asked. */
  readonly silent?: { readonly from: number; readonly to: number };
  /** The share of scenes of each length; their sum is 1, and with `scenes.target` they fill `pages.target`. */
  readonly lengths: Readonly<Record<SceneLength, number>>;
}
