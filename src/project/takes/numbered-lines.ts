import type { Block } from '../../screenplay/index.ts';
import { printBlocks } from '../review/read-blocks.ts';

/** One line of a scene as it is printed, to be named by its number. */
export interface NumberedLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** The index of the block that it is a line of; absent between blocks. */
  readonly block?: number;
}

/** A scene as Fountain, line by line. */
export function numberedLines(blocks: readonly Block[]): readonly NumberedLine[] {
  const lines = blocks.flatMap((block, at): readonly Omit<NumberedLine, 'number'>[] => [
    ...(at === 0 ? [] : [{ text: '' }]),
    ...printBlocks([block])
      .trimEnd()
      .split('\n')
      .map((text) => ({ text, block: at })),
  ]);
  return lines.map((line, at) => ({ number: at + 1, ...line }));
}
