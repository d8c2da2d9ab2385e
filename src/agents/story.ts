import type { Bible, Outline, Script } from '../bibles/index.ts';
import type { Markup } from '../markup/index.ts';

/** The story values that agents work on. They travel as arguments; a run carries none. */
export interface Story {
  readonly script: Script;
  readonly bible: Bible;
  readonly outline: Outline;
  /** What people decided about its text; nothing unless given. */
  readonly markup?: Markup;
}
