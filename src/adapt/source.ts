import type { Note } from '../core/index.ts';
import type { Screenplay } from '../screenplay/index.ts';

/** What a story is written from: a screenplay that exists already, a list of scenes, or prose. */
export type Source = ScreenplaySource | OutlineSource | ProseSource;

interface SourceBase {
  /** The name of its file, for people. */
  readonly name: string;
  /** The whole text, as it was decoded, without a byte order mark. */
  readonly text: string;
  /** What there is to say about the file. */
  readonly notes: readonly Note[];
}

/** A screenplay: has scene headings and people who speak. */
export interface ScreenplaySource extends SourceBase {
  readonly kind: 'screenplay';
  readonly screenplay: Screenplay;
}

/** A list of scenes in the order in which they are told: an outline, a step sheet, a beat sheet. */
export interface OutlineSource extends SourceBase {
  readonly kind: 'outline';
  /** What the file calls its story, when it does. */
  readonly title: string | undefined;
  /** What happens in each scene, one line of words each, without its number. */
  readonly scenes: readonly string[];
}

/** Anything else that tells a story: a treatment, a synopsis, a short story, a novel. */
export interface ProseSource extends SourceBase {
  readonly kind: 'prose';
  readonly title: string | undefined;
}
