import { type Block, mergeScreenplays, type Screenplay } from '../screenplay/index.ts';
import type { EditDocument } from './edit.ts';

/** A place where a scene's new text and a person's contradict each other. The person's stands. */
export interface SceneConflict {
  /** What both were made from. */
  readonly base: readonly Block[];
  /** The person's. */
  readonly ours: readonly Block[];
  /** The generated text. */
  readonly theirs: readonly Block[];
  /** The index in the scene's text where ours stands, or would stand. */
  readonly at: number;
}

/** A scene as it reads: the generated text under a person's. */
export interface SceneText {
  /** Without the heading. */
  readonly blocks: readonly Block[];
  readonly conflicts: readonly SceneConflict[];
}

/** Lay a person's edit over the generated text of a scene. Pure: what is generated again is merged again. */
export function sceneText(generated: readonly Block[], edit: EditDocument | undefined): SceneText {
  if (edit === undefined) return { blocks: generated, conflicts: [] };
  const { screenplay, conflicts } = mergeScreenplays({
    base: asScript(edit.base),
    ours: asScript(edit.text),
    theirs: asScript(generated),
  });
  return {
    blocks: screenplay.children,
    conflicts: conflicts.flatMap((conflict) => ('at' in conflict ? [conflict] : [])),
  };
}

/** Ids of generated blocks count them, and say nothing of which block is which after another generation. */
function asScript(blocks: readonly Block[]): Screenplay {
  return { type: 'screenplay', titlePage: null, children: blocks.map(({ id: _, ...block }) => block as Block) };
}
