import type { Script } from '../../bibles/index.ts';
import type { BlamedPassage } from '../../markup/index.ts';
import type { ScenePlace } from '../../steps/index.ts';
import type { CardHistory } from './histories.ts';

/** A script whose every passage was traced. */
export interface Traced {
  readonly script: Script;
  readonly scenes: readonly {
    readonly history: CardHistory;
    readonly place: ScenePlace;
    readonly passages: readonly BlamedPassage[];
  }[];
  /** Whether a model is a language model. */
  readonly isLanguageModel: (model: string) => boolean;
}
