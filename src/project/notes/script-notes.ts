import type { Severity } from '../../core/index.ts';
import type { SceneNote } from '../../markup/index.ts';
import type { NoteState } from '../../rewrite/index.ts';
import type { ScenePlace } from '../../steps/index.ts';

/** A note, the scene that it is about, and how it stands there now. */
export interface NoteView extends Omit<SceneNote, 'scene' | 'state'> {
  readonly scene: ScenePlace;
  /** `stale`: it is open, and the words that it is about are gone. */
  readonly state: NoteState;
}

/** What a person says of a scene. */
export interface NewNote {
  /** By number or id. */
  readonly scene: string;
  readonly message: string;
  /** The exact words that it is about; the whole scene when absent. */
  readonly quote?: string;
  /** `major` when absent. */
  readonly severity?: Severity;
  /** Who says so; `writer` when absent. */
  readonly author?: string;
}

/** Who decides about a note, and why. */
export interface NoteDecision {
  readonly author?: string;
  readonly reason?: string;
}

/** The notes on the scenes of a script, whoever they are from. They are kept, and none is ever applied to other words than its own. */
export interface ScriptNotes {
  /**
   * Add a person's note. One that says the same of the same words is opened again.
   * @throws ScriptGenError `scene/not-found`; `markup/invalid` for an empty text, or a quote that does not stand in the scene.
   */
  add(note: NewNote): Promise<NoteView>;
  /** The open ones, stale ones among them, in the order of the script; with `all` those that were decided, too. */
  list(options?: { readonly scene?: string; readonly all?: boolean }): Promise<readonly NoteView[]>;
  /** One note; its id may be cut short. @throws ScriptGenError `markup/not-found` */
  show(id: string): Promise<NoteView>;
  /** Say that a note is dealt with, that it is none, or that it is open again. @throws ScriptGenError `markup/not-found` */
  decide(id: string, state: SceneNote['state'], how?: NoteDecision): Promise<NoteView>;
}
