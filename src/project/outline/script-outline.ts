import type { Author, CardChange, CardFields, SceneCard } from '../../bibles/index.ts';
import type { Note } from '../../core/index.ts';
import type { ScenePlace } from '../../steps/index.ts';
import type { ChangeOptions } from '../bible/script-bible.ts';

/** A scene card as people read it. */
export interface CardView extends ScenePlace {
  readonly version: number;
  readonly card: SceneCard;
  /** Every field as a text, as {@link ScriptOutline.set} takes it; empty where the card has none. */
  readonly texts: Readonly<Record<keyof CardFields, string>>;
}

/** What is to be said of a scene: values, with entries and scenes by id, or texts as people type them. */
export interface CardSaid {
  readonly fields?: CardChange;
  /** Fields as texts: `goal`, `turn.to`, `beats.2`; people, places and scenes by name and number. Read in order. */
  readonly texts?: readonly (readonly [field: string, text: string])[];
}

/** What a change made of an outline. */
export interface OutlineChanged {
  /** The cards that were written, as they stand now, in script order; none of those that are gone. */
  readonly cards: readonly CardView[];
  /** What is gravely wrong with the story now and was not before: links that lead nowhere, causes that come too late. */
  readonly notes: readonly Note[];
  /** What was written together; absent when all was so already. */
  readonly changeSet?: string;
}

/** One version of a card. */
export interface CardVersion {
  readonly scene: string;
  readonly version: number;
  readonly author: Author;
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly changeSet: string;
  /** `planned` for the first, `moved` where it says what it said before. */
  readonly did: 'planned' | 'added' | 'changed' | 'moved' | 'removed' | 'restored';
  /** The fields that say something else than in the version before. */
  readonly fields: readonly string[];
  readonly synopsis: string;
}

/**
 * The outline of one script. Scenes are named by number or id, and ids never change: what is moved, split or merged
 * keeps its text as far as nothing that it reads has changed. Every change is a new version, by a person unless said
 * otherwise. Methods throw `scene/not-found` for a scene that is not there, `input/invalid` for what a card cannot say,
 * `markup/locked` while the outline is locked, `markup/conflict` when somebody else changed the same card meanwhile.
 */
export interface ScriptOutline {
  list(): Promise<readonly CardView[]>;
  get(scene: string): Promise<CardView>;
  set(scene: string, said: CardSaid, how?: ChangeOptions): Promise<OutlineChanged>;
  /** Put a new scene in: behind another, first where that is `null`, else last. What is not said is taken from what is there. */
  add(said: CardSaid, how?: ChangeOptions & { readonly after?: string | null }): Promise<OutlineChanged>;
  /** Let a scene stand behind another, or first where that is `null`. */
  move(scene: string, after: string | null, how?: ChangeOptions): Promise<OutlineChanged>;
  /** Make two scenes of one: the second, of which more can be said, begins with this beat. The first keeps the id. */
  split(scene: string, beat: number, how?: ChangeOptions & CardSaid): Promise<OutlineChanged>;
  /** Make one scene of two neighbours. It has the first one's id; what links to the second goes to it. */
  merge(first: string, second: string, how?: ChangeOptions): Promise<OutlineChanged>;
  /** Take a scene out. What links to it is told and stays as it is, until it is mended or the scene is restored. */
  remove(scene: string, how?: ChangeOptions): Promise<OutlineChanged>;
  /** Bring a scene back that was taken out, by id, at its old place; or with a version what a scene said then. */
  restore(scene: string, version?: number, how?: ChangeOptions): Promise<OutlineChanged>;
  /** The versions of a scene's card, newest first; of all cards that were ever changed, unless one is named. */
  history(scene?: string): Promise<readonly CardVersion[]>;
}
