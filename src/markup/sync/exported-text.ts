import { type Block, type SceneHeading, type Screenplay, scenesOf, type TitlePage } from '../../screenplay/index.ts';
import { sameBlock } from '../../screenplay/same.ts';
import type { ExportedScene, FileScene } from './file-scene.ts';

/** A script as it stands in a file: its scenes, and what stands outside of them. */
export interface FileText<Scene extends FileScene = FileScene> {
  readonly titlePage: TitlePage | null;
  /** What stands before the first heading. */
  readonly front: readonly Block[];
  readonly scenes: readonly Scene[];
  /** What stands behind the last scene. */
  readonly end: readonly Block[];
}

/** A file as it was written, and which scene is where. */
export type ExportedText = FileText<ExportedScene>;

/**
 * What was written to a file, read back.
 *
 * @param ids The scenes in their order.
 * @param end How many blocks stand behind the last of them.
 * @returns `undefined` when the file does not have these scenes.
 */
export function exportedText(read: Screenplay, ids: readonly string[], end: number): ExportedText | undefined {
  const text = fileText(read, bare(read.children.slice(read.children.length - end)));
  if (text.scenes.length !== ids.length) return undefined;
  return { ...text, scenes: text.scenes.map((scene, at) => ({ ...scene, id: ids[at] ?? '' })) };
}

/** A file as it stands. What was written behind the last scene is no part of it, as long as it stands there. */
export function fileText(read: Screenplay, end: readonly Block[]): FileText {
  const scenes = scenesOf(read);
  const headed = scenes.flatMap(({ heading, blocks }) =>
    heading === undefined ? [] : [{ heading: bareHeading(heading), blocks: bare(blocks.slice(1)) }],
  );
  const last = headed.at(-1);
  const at = last === undefined ? -1 : endIn(last.blocks, end);
  return {
    titlePage: read.titlePage === null ? null : { entries: read.titlePage.entries },
    front: bare(scenes.find(({ heading }) => heading === undefined)?.blocks ?? []),
    scenes:
      last === undefined || at < 0 ? headed : [...headed.slice(0, -1), { ...last, blocks: last.blocks.slice(0, at) }],
    end: last === undefined || at < 0 ? [] : last.blocks.slice(at),
  };
}

/** Where the end begins among the blocks of the last scene; -1 when it does not stand there. */
function endIn(blocks: readonly Block[], end: readonly Block[]): number {
  const [first] = end;
  return first === undefined ? -1 : blocks.findLastIndex((block) => sameBlock(block, first));
}

/** Blocks without ids and places: those belong to the file that they were read from. */
export function bare(blocks: readonly Block[]): readonly Block[] {
  return blocks.map(({ id: _, position: __, ...block }) => block as Block);
}

function bareHeading({ id: _, position: __, ...heading }: SceneHeading): SceneHeading {
  return heading;
}

/** Whether blocks say the same, whatever their ids and places. */
export function sameText(one: readonly Block[], other: readonly Block[]): boolean {
  return (
    one.length === other.length &&
    one.every((block, at) => {
      const there = other[at];
      return there !== undefined && sameBlock(block, there);
    })
  );
}
