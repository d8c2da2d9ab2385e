import type { SceneCard } from '../../bibles/index.ts';
import type { Block, SceneHeading } from '../../screenplay/index.ts';
import type { EditDocument } from '../edit.ts';
import { editDocument } from '../markup.ts';
import { edited } from '../rebase.ts';
import { sceneText } from '../scene-text.ts';
import { bare, sameText } from './exported-text.ts';
import type { ExportedScene, FileScene } from './file-scene.ts';
import { headed } from './retitle.ts';
import type { ScriptNow } from './script-now.ts';

/** What a scene's text in a file makes of its edit and of its card. */
export interface SceneEdit {
  /** Absent where nothing is to be kept. */
  readonly document?: EditDocument;
  /** The card, where the heading says something else. */
  readonly card?: SceneCard;
  /** Places where the script has another text by now. */
  readonly conflicts: number;
}

/**
 * Read a scene that was there back. Where it says what the script says by now, there is nothing to keep. Where the script
 * has moved on since the file was written, what the person did is laid over what it is now.
 */
export function sceneEdit(now: ScriptNow, card: SceneCard, exported: ExportedScene, file: FileScene): SceneEdit {
  const { id } = exported;
  const edit = now.markup.edits.get(id);
  const generated = now.generated.get(id) ?? [];
  const there = now.text.scenes.find((scene) => scene.id === id);
  const reads = now.blocks.get(id) ?? [];
  const { card: said, heading } = headed(card, file.heading, now);
  const isRetitled = !sameHeading(file.heading, exported.heading) && !sameHeading(file.heading, there?.heading);
  const current = there?.blocks ?? [];
  const isChanged = !sameText(file.blocks, exported.blocks) && !sameText(file.blocks, current);
  if (!isChanged && !isRetitled) return { conflicts: 0 };
  const laid = laidOver(exported.blocks, file.blocks, current);
  const asWritten = originals(current, reads);
  const text = isChanged ? laid.blocks.map(asWritten) : reads;
  const isFirst = edit === undefined && laid.conflicts > 0;
  const made = !isChanged
    ? (edit ?? { base: generated, text: reads })
    : isFirst
      ? { base: exported.blocks.map(asWritten), text: file.blocks.map(asWritten) }
      : edited(generated, edit, text);
  const { heading: old, ...rest } = made;
  const kept = isRetitled ? heading : old;
  const isNeeded = isChanged || edit !== undefined || kept !== undefined;
  const document = editDocument({ ...rest, ...(kept === undefined ? {} : { heading: kept }) });
  return {
    ...(isNeeded ? { document } : {}),
    ...(isRetitled && said !== card ? { card: said } : {}),
    conflicts: isChanged ? laid.conflicts : 0,
  };
}

/** A person's change of what was written, laid over what is there now. */
function laidOver(
  base: readonly Block[],
  text: readonly Block[],
  now: readonly Block[],
): { readonly blocks: readonly Block[]; readonly conflicts: number } {
  if (sameText(base, now)) return { blocks: text, conflicts: 0 };
  const { blocks, conflicts } = sceneText(now, { base, text } as Parameters<typeof sceneText>[1]);
  return { blocks: bare(blocks), conflicts: conflicts.length };
}

/** Gives blocks as the script has them for blocks as a file gives them back: Fountain has no shots and no acts. */
function originals(read: readonly Block[], written: readonly Block[]): (block: Block) => Block {
  if (read.length !== written.length) return (block) => block;
  const known = new Map(read.map((block, at) => [JSON.stringify(block), bare(written.slice(at, at + 1))[0] ?? block]));
  return (block) => known.get(JSON.stringify(block)) ?? block;
}

/** Whether two headings say the same. */
export function sameHeading(one: SceneHeading, other: SceneHeading | undefined): boolean {
  return one.text === other?.text && one.number === other.number;
}
