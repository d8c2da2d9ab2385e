import { deriveId } from '../../core/index.ts';
import type { Block } from '../../screenplay/index.ts';
import { type ExportedText, type FileText, sameText } from './exported-text.ts';
import type { ExportedScene, FileScene } from './file-scene.ts';
import type { SceneMatch } from './match-scenes.ts';
import { sameHeading } from './scene-edit.ts';
import type { ScriptNow } from './script-now.ts';

/** A scene of an edited file, and which it is. */
export interface SceneItem {
  readonly id: string;
  readonly file: FileScene;
  /** As it was written; absent for a new one. */
  readonly exported?: ExportedScene;
  /** The scene that it was cut off from. */
  readonly splitFrom?: string;
  readonly isEdited: boolean;
  readonly isRetitled: boolean;
}

/** Give every scene of a file its id: its own, or for a new one one that is made of its text, and so is the same again. */
export function itemsOf(
  { script }: Pick<ScriptNow, 'script'>,
  { match, exported, file }: { readonly match: SceneMatch; readonly exported: ExportedText; readonly file: FileText },
): readonly SceneItem[] {
  const written = new Map(exported.scenes.map((scene) => [scene.id, scene]));
  const counts = new Map<string, number>();
  return file.scenes.map((scene, at): SceneItem => {
    const found = match.edited[at];
    const was = found?.type === 'known' ? written.get(found.scene) : undefined;
    if (was !== undefined)
      return {
        ...{ id: was.id, file: scene, exported: was },
        isEdited: !sameText(scene.blocks, was.blocks),
        isRetitled: !sameHeading(scene.heading, was.heading),
      };
    const says = JSON.stringify([scene.heading.text, scene.blocks]);
    const count = (counts.get(says) ?? 0) + 1;
    counts.set(says, count);
    const id = deriveId('sc', script, 'sync', says, String(count));
    const splitFrom = found?.type === 'new' ? found.splitFrom : undefined;
    return { id, file: scene, isEdited: true, isRetitled: true, ...(splitFrom === undefined ? {} : { splitFrom }) };
  });
}

/** A scene that is in the file no more, and the scene that its text stands in now. */
export interface GoneItem {
  readonly id: string;
  /** As it was written. */
  readonly blocks: readonly Block[];
  readonly into?: string;
}
