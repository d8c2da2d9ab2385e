import type { Block, SceneHeading, TitlePage } from '../screenplay/index.ts';
import type { Signed } from './signed.ts';

/**
 * What a person made of a scene's text. It is a source: a scene that is generated again is merged with it, block by block,
 * the text that it was made from being the base of both.
 */
export interface EditDocument {
  /** The generated blocks that it was made from, without the heading; where a conflict is undecided, as they were before. */
  readonly base: readonly Block[];
  /** The scene as it is to be, without the heading. */
  readonly text: readonly Block[];
  /** The heading as the person wrote it, where the card cannot say it. */
  readonly heading?: SceneHeading;
  /** What of `text` a model wrote and a person took; all else that is not in `base` is the person's. */
  readonly taken?: readonly Taken[];
}

/** An edit of one scene, and who made it last. */
export interface Edit extends EditDocument, Signed {
  readonly scene: string;
}

/** A block that a model wrote, for a note or as a take, and that a person took into the text. */
export interface Taken {
  /** As it was taken: what a person changed later is another text. */
  readonly block: Block;
  /** The steps that wrote it. */
  readonly keys: readonly string[];
  /** `provider/model` */
  readonly model: string;
  /** Where it came from: `pr_…`, or a take's name. */
  readonly from: string;
  /** The notes that it answers, by id or in words. */
  readonly notes: readonly string[];
}

/** The id of the one edit that is of no scene. */
export const FRONT = 'front';

/** What a person made of what stands outside of the scenes. What is absent is as the script gives it. */
export interface FrontDocument {
  readonly titlePage?: TitlePage | null;
  /** What stands before the first heading. */
  readonly front?: readonly Block[];
  /** What stands behind the last scene. */
  readonly end?: readonly Block[];
  /** The file as the person laid it out, where the script has other blank lines, line ends or marks when it is printed plainly. */
  readonly layout?: string;
}
