import * as build from '../build.ts';
import type { Block } from '../tree.ts';
import { layoutScreenplay } from './layout.ts';
import { lineText, type Page } from './page.ts';

/** The pages of a script of these blocks. */
export function pagesOf(...blocks: readonly Block[]): readonly Page[] {
  return layoutScreenplay(build.screenplay(null, ...blocks));
}

/** Element, x in inches, line of the body from 1, text. */
export function seen(page: Page | undefined): readonly (readonly [string, number, number, string])[] {
  return (page?.lines ?? []).map((line) => [
    line.element,
    Math.round((line.x / 72) * 100) / 100,
    (line.y - 72) / 12 + 1,
    lineText(line),
  ]);
}

/** An action of so many lines that all end a sentence, or none. */
export function lines(count: number, end = '.'): Block {
  return build.action(
    Array.from({ length: count }, (_, index) => `Line ${index + 1}${end}`).join(
      end === '.' ? '\n' : ' '.padEnd(55, 'x').concat(' '),
    ),
  );
}
