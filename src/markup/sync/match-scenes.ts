import type { ExportedScene, FileScene } from './file-scene.ts';
import { joinByHeading } from './join-by-heading.ts';
import { joinByText } from './join-by-text.ts';
import { findMerged } from './merged-scenes.ts';
import { Places } from './places.ts';
import { sceneTexts } from './scene-texts.ts';
import { findSplit } from './split-scenes.ts';

/** Which scene a scene of the file is: one that was written to it, or a new one, or what was cut off from one. */
export type EditedScene =
  | { readonly type: 'known'; readonly scene: string }
  | { readonly type: 'new'; readonly splitFrom?: string };

/** A scene that is in the file no more; its text may stand in another. */
export interface GoneScene {
  readonly scene: string;
  /** The scene of the file that its text stands in now, by index; absent when it is gone. */
  readonly mergedInto?: number;
}

/** What became of the scenes of a file. */
export interface SceneMatch {
  /** For every scene of the file, in its order. */
  readonly edited: readonly EditedScene[];
  /** In the order in which they were written. */
  readonly gone: readonly GoneScene[];
}

/**
 * Find which scene of an edited file is which of those that were written to it.
 *
 * What counts is, in this order: the text (words in a row, those that stand in few scenes counting more), the heading, and
 * what stands around it. Of a scene that was cut in two, the part with more of the old text keeps its name; of two that
 * were joined, the one whose heading is left does, or else the first. Takes time in proportion to the length of the texts.
 */
export function matchScenes(exported: readonly ExportedScene[], edited: readonly FileScene[]): SceneMatch {
  const texts = sceneTexts(exported, edited);
  const places = new Places(exported.length, edited.length);
  joinByText(places, texts);
  const splits = findSplit(places, texts);
  const merges = findMerged(places, texts);
  joinByHeading(places, texts, new Set([...merges.keys()]));
  const idOf = (at: number): string => exported[at]?.id ?? '';
  return {
    edited: edited.map((_, at): EditedScene => {
      const from = places.beforeOf(at);
      if (from >= 0) return { type: 'known', scene: idOf(from) };
      const split = splits.get(at);
      return split === undefined ? { type: 'new' } : { type: 'new', splitFrom: idOf(split) };
    }),
    gone: exported.flatMap(({ id }, at): readonly GoneScene[] => {
      if (places.afterOf(at) >= 0) return [];
      const into = merges.get(at);
      return [into === undefined ? { scene: id } : { scene: id, mergedInto: into }];
    }),
  };
}
