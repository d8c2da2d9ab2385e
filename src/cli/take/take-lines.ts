import type { ShownTake, Take } from '../../project.ts';
import { blockText, countWords } from '../../screenplay/index.ts';
import { counted, formatMoney, table } from '../format.ts';
import { cut, oneLine, safeLines } from '../text.ts';

/** How takes are listed. */
export interface TakeTableOptions {
  /** The number of the take that the scene is generated from; marked with `*`. */
  readonly chosen: number | undefined;
  readonly width: number;
}

/** Takes, a line each. */
export function takeTable(takes: readonly Take[], { chosen, width }: TakeTableOptions): readonly string[] {
  const rows = takes.map(({ number, blocks, error, model, cost, time, instruction }) => {
    const words = countWords((blocks ?? []).map(blockText).join('\n'));
    const what = error === undefined ? counted(words, 'word') : `failed: ${oneLine(error.message)}`;
    const told = instruction === undefined ? '' : `“${oneLine(instruction)}”`;
    return [
      `${number === chosen ? '*' : ' '} take ${number}`,
      what,
      oneLine(model),
      formatMoney(cost),
      `${time.slice(0, 19)}Z`,
      told,
    ];
  });
  return table(rows).map((line) => cut(line, width));
}

/** A scene line by line, with the numbers by which lines are taken. */
export function numberedText({ lines }: ShownTake): readonly string[] {
  const digits = String(lines.length).length;
  return lines.map(({ number, text }) => `${String(number).padStart(digits)}  ${safeLines(text)}`.trimEnd());
}
