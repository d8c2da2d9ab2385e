import type { Bible, SceneCard } from '../../bibles/index.ts';
import type { Block } from '../../screenplay/index.ts';
import type { Markup } from '../markup.ts';
import type { ExportedText } from './exported-text.ts';

/** A script as it is when a file comes back. */
export interface ScriptNow {
  /** Its id. */
  readonly script: string;
  readonly bible: Bible;
  /** In their order. */
  readonly cards: readonly SceneCard[];
  readonly markup: Markup;
  /** By scene: what was generated for it, without its heading. Nothing for a scene that is not written. */
  readonly generated: ReadonlyMap<string, readonly Block[]>;
  /** By scene: how it reads. */
  readonly blocks: ReadonlyMap<string, readonly Block[]>;
  /** As it would be written to the file now. */
  readonly text: ExportedText;
  /** The heading that a card gives a scene. */
  readonly headingOf: (card: SceneCard) => string;
}
