import type { Block, SceneHeading } from '../screenplay/index.ts';
import { lockedLines } from './held.ts';
import type { Markup } from './markup.ts';
import { sceneLock } from './refuse-locked.ts';
import { type SceneText, sceneText } from './scene-text.ts';

/** The generated text of a scene; without blocks where nothing was generated. */
export interface DraftText {
  readonly scene: string;
  /** Without the heading. */
  readonly blocks: readonly Block[];
}

/** A scene as it reads. */
export interface EffectiveText extends SceneText {
  /** The heading as a person wrote or locked it; absent where the card gives it. */
  readonly heading?: SceneHeading;
}

/** The text of a scene as it reads: its draft under what people made of it, and under their locks. The one place that says so. */
export function textOfScene(markup: Markup | undefined, { scene, blocks }: DraftText): EffectiveText {
  const edit = markup?.edits.get(scene);
  const lock = sceneLock(markup, scene);
  const locked = lock?.scope === 'scene' || lock?.scope === 'act' ? lock.headings?.[scene] : undefined;
  const heading = edit?.heading ?? locked;
  return {
    ...sceneText(blocks, edit, lockedLines(markup, scene)),
    ...(heading === undefined ? {} : { heading }),
  };
}
