import { canonicalJson, type Json } from '../core/index.ts';

/**
 * Something about an entry that holds for a part of the story, or that not everybody knows.
 *
 * With a `field` it is that field's value while it holds (`look`: "left arm in a cast"); without, it stands beside the
 * fields ("Tom took the violin"). Scenes are card ids; order is story time, not script order.
 */
export interface Fact {
  /** `fa_…`; never changes. */
  readonly id: string;
  readonly field?: string;
  readonly value: Json;
  /** The first scene in which it holds; from the beginning unless given. */
  readonly from?: string;
  /** The last scene in which it holds; to the end unless given. */
  readonly to?: string;
  /** Who knows it. When anybody is named, nobody else does, until told. */
  readonly holders?: readonly Holder[];
  /** Kept from everybody but its holders, and from the audience, before this scene. */
  readonly secretUntil?: string;
}

/** Somebody who knows a fact, or believes something else. */
export interface Holder {
  /** A character's id. */
  readonly character: string;
  /** The first scene in which they know it; always unless given. */
  readonly since?: string;
  /** What they take for true instead. */
  readonly believes?: string;
}

/** A fact as a sentence. */
export function factText({ value }: Pick<Fact, 'value'>): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}
