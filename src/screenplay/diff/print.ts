import { plainText } from '../inline/inline.ts';
import type { Block, SceneHeading } from '../tree.ts';
import { blockText } from '../visit/block-text.ts';
import type { BlockChange, ScriptDiff } from './diff.ts';
import type { Move } from './moves.ts';
import type { TitleChange } from './title-page.ts';
import type { WordChange } from './words.ts';

/**
 * A diff as text for people: under the heading of each scene that changed, what was removed after `-` and what was
 * inserted after `+`, with `[-…-]` and `{+…+}` around the words that changed, and `>` before what moved.
 * Empty when nothing changed; ends in a line break otherwise.
 */
export function printDiff({ titlePage, changes, moves }: ScriptDiff): string {
  const lines = titlePage.length === 0 ? [] : ['@@ Title page @@', ...titlePage.flatMap(titleLines)];
  const starts = new Map(moves.map((move) => [move.to, move]));
  let scene: SceneHeading | undefined;
  let shown: SceneHeading | null | undefined = null;
  for (const change of changes) {
    const block = 'after' in change ? change.after : change.block;
    if (change.type !== 'removed' && block.type === 'sceneHeading') scene = block;
    const move = change.type === 'kept' || change.type === 'changed' ? starts.get(change.to) : undefined;
    const told = [...(move === undefined ? [] : [movedLine(move, block)]), ...changeLines(change)];
    if (told.length === 0) continue;
    if (scene !== shown) lines.push(scene === undefined ? '@@ @@' : `@@ ${oneLine(scene)} @@`);
    shown = scene;
    for (const line of told) lines.push(line);
  }
  return lines.map((line) => `${line}\n`).join('');
}

function titleLines({ key, before = [], after = [] }: TitleChange): readonly string[] {
  return [...prefixed('- ', before, key), ...prefixed('+ ', after, key)];
}

function prefixed(mark: string, lines: readonly string[], key: string): readonly string[] {
  return lines.map((line, at) => `${mark}${at === 0 ? `${key}: ` : '    '}${line}`);
}

function movedLine({ heading, from, fromLast }: Move, block: Block): string {
  const count = fromLast - from + 1;
  return `> ${heading === undefined ? oneLine(block) : oneLine(heading)} (moved, ${count} ${count === 1 ? 'block' : 'blocks'})`;
}

function changeLines(change: BlockChange): readonly string[] {
  switch (change.type) {
    case 'kept':
      return [];
    case 'removed':
      return marked('- ', shownText(change.block));
    case 'inserted':
      return marked('+ ', shownText(change.block));
    case 'changed':
      return changedLines(change.words);
  }
}

function changedLines(words: readonly WordChange[]): readonly string[] {
  // Words that only one side has need marks only when the other words are still there.
  const rewritten = !words.some(({ type, text }) => type === 'kept' && /[\p{L}\p{N}]/u.test(text));
  const only = (type: 'removed' | 'inserted', [open, close]: readonly [string, string]): string =>
    words
      .filter((word) => word.type === 'kept' || word.type === type)
      .map((word) => (word.type === 'kept' || rewritten ? word.text : open + word.text + close))
      .join('');
  if (words.every(({ type }) => type === 'kept')) return marked('~ ', only('inserted', ['', '']));
  return [...marked('- ', only('removed', ['[-', '-]'])), ...marked('+ ', only('inserted', ['{+', '+}']))];
}

function shownText(block: Block): string {
  return block.type === 'pageBreak' ? '===' : blockText(block);
}

function marked(mark: string, text: string): readonly string[] {
  return text.split('\n').map((line) => mark + line);
}

function oneLine(block: Block): string {
  return plainText(blockText(block)).split('\n', 1)[0] ?? '';
}
