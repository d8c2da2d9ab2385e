import type { Fine, Lock, Pin, SceneConflict, SceneLine } from '../../markup/index.ts';
import type { ScenePlace } from '../../steps/index.ts';
import type { MarkOptions } from './options.ts';

/** A scene by its printed lines, with what is locked and undecided in it. */
export interface SceneLines extends ScenePlace {
  readonly lines: readonly (SceneLine & { readonly locked: boolean })[];
  /** Where generated text contradicts a person's; the person's stands. */
  readonly conflicts: readonly SceneConflict[];
}

/** Everything that is kept as it is, and by whom. */
export interface Marks {
  /** With what each is on, as people say it: `scene 4, line 12`. */
  readonly locks: readonly (Lock & { readonly on: string })[];
  readonly pins: readonly (Pin & ScenePlace)[];
  /** Those that hold and those that do not any more, because the scene would ask something else. */
  readonly fines: readonly (Fine & ScenePlace & { readonly holds: boolean })[];
}

/** What people decide about the text of one script: what is locked, approved, still fine. Each is a change set, and can be undone. */
export interface ScriptMarkup {
  marks(): Promise<Marks>;
  /** A scene, by number or id, by its lines: as `lock` counts them. */
  lines(scene: string): Promise<SceneLines>;
  /**
   * Lock lines of a scene (`9:12-14`: the elements that stand in these lines), a scene (`9`), an act (`act:2`,
   * `act:Departure`), or `outline`. Nobody changes what is locked, neither agent nor build, until it is unlocked.
   *
   * @throws ScriptGenError `markup/not-found` for lines or an act that there are not, `markup/conflict` when that is locked
   * already, `markup/invalid` for a scene that is not written.
   */
  lock(what: string, options?: MarkOptions): Promise<Lock>;
  /** Take locks away: by what they are on, as for `lock`, or by id. @throws ScriptGenError `markup/not-found` */
  unlock(what: string, options?: MarkOptions): Promise<readonly Lock[]>;
  /**
   * Approve a scene: no build writes it anew, also when it is stale, but one that names it and is told to rewrite.
   *
   * @throws ScriptGenError `markup/invalid` for a scene that is not written, `markup/conflict` for one that is pinned.
   */
  pin(scene: string, options?: MarkOptions): Promise<Pin>;
  /** @throws ScriptGenError `markup/not-found` */
  unpin(scene: string, options?: MarkOptions): Promise<void>;
  /**
   * Say of a stale scene that it is still fine: builds leave it until it would ask anything else.
   *
   * @throws ScriptGenError `markup/invalid` for a scene that is not stale, or not written.
   */
  markFine(scene: string, options?: MarkOptions): Promise<Fine>;
  /** @throws ScriptGenError `markup/not-found` */
  unmarkFine(scene: string, options?: MarkOptions): Promise<void>;
}
