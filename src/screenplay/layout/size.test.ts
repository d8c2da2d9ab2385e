import { expect, test } from 'vitest';
import * as build from '../build.ts';
import type { Block } from '../tree.ts';
import { pagesOf } from './seen.fixture.ts';

test.each(['action', 'speech', 'two speeches', 'word', 'marks', 'blank lines', 'name'])(
  'a megabyte of %s is put on pages',
  (kind) => {
    const sentence = 'The keeper waits at the window. ';
    const long = sentence.repeat(1e6 / sentence.length);
    const blocks: Readonly<Record<string, Block>> = {
      action: build.action(long),
      speech: build.dialogue('Mara', long),
      'two speeches': build.dualDialogue(build.dialogue('Mara', long), build.dialogue('Eddie', long)),
      word: build.action('x'.repeat(1e6)),
      marks: build.action('*a* **b** _c_ '.repeat(7e4)),
      'blank lines': build.action('Dark.\n\n'.repeat(1.4e5)),
      name: build.dialogue('M'.repeat(1e6), 'No.'),
    };
    const block = blocks[kind];
    expect(pagesOf(...(block === undefined ? [] : [block])).length).toBeGreaterThan(80);
  },
);
