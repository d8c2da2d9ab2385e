import { type Block, printFountain, type SceneHeading, type Span } from '../screenplay/index.ts';

/** A line of a scene as it is printed in Fountain. */
export interface SceneLine {
  /** From 1; the heading is the first. */
  readonly line: number;
  readonly text: string;
  /** The index of its block in the scene's text; absent on the heading and on blank lines between blocks. */
  readonly block?: number;
}

/** A scene by its printed lines: the heading, then every block behind a blank line. */
export function sceneLines(heading: SceneHeading, blocks: readonly Block[]): readonly SceneLine[] {
  const lines: Omit<SceneLine, 'line'>[] = printed(heading).map((text) => ({ text }));
  for (const [block, one] of blocks.entries()) {
    lines.push({ text: '' });
    for (const text of printed(one)) lines.push({ text, block });
  }
  return lines.map((line, at) => ({ line: at + 1, ...line }));
}

/** The blocks that stand in these lines, first and last included, whole; `undefined` where none does. */
export function blocksInLines(lines: readonly SceneLine[], first: number, last: number): Span | undefined {
  const found = lines.flatMap(({ line, block }) => (line < first || line > last || block === undefined ? [] : [block]));
  const [from, to] = [found[0], found.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to: to + 1 };
}

function printed({ position: _, ...block }: Block): readonly string[] {
  const text = printFountain({ type: 'screenplay', titlePage: null, children: [block as Block] });
  return text.replace(/\n+$/, '').split('\n');
}
