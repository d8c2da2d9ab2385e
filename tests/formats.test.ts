import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEVIATIONS } from '../src/screenplay/fountain/fixtures/deviations.ts';
import { parseFountain, printFountain } from '../src/screenplay/index.ts';

/*
 * docs/formats.md is the specification of what is read and written as Fountain: every sample in it is parsed here,
 * and gives the tree and the notes printed below it.
 */
const SPEC = readFileSync(resolve('docs/formats.md'), 'utf8');

const samples = [...SPEC.matchAll(/^```fountain\n([\s\S]*?)\n```\n```json\n([\s\S]*?)\n```$/gm)].map(
  ([, text = '', tree = '']) => ({
    text,
    tree,
    name: text.split('\n', 1).join(''),
  }),
);

/** A tree as the document prints it: without ids, positions and the source. */
function printed(text: string): unknown {
  const { screenplay, notes } = parseFountain(text);
  const { titlePage, children } = screenplay;
  const shown = {
    ...(titlePage === null ? {} : { titlePage }),
    children,
    ...(notes.length === 0 ? {} : { notes: notes.map(({ rule }) => rule) }),
  };
  return JSON.parse(
    JSON.stringify(shown, (key, value: unknown) => (key === 'id' || key === 'position' ? undefined : value)),
  );
}

describe('the specification', () => {
  test('has a sample for every node that Fountain has', () => {
    expect(samples.length).toBeGreaterThan(12);
    const types = new Set(
      samples.flatMap(({ tree }) => [...tree.matchAll(/"type": "(\w+)"/g)].map((match) => match[1])),
    );
    expect([...types].sort()).toEqual(
      [
        ...[
          'action',
          'boneyard',
          'centered',
          'dialogue',
          'dualDialogue',
          'lyrics',
          'note',
          'pageBreak',
          'parenthetical',
        ],
        ...['sceneHeading', 'section', 'speech', 'synopsis', 'transition'],
      ].sort(),
    );
  });

  test.each(samples)('$name', ({ text, tree }) => {
    expect(printed(text)).toEqual(JSON.parse(tree));
    expect(printFountain(parseFountain(text).screenplay)).toBe(text);
  });

  test('lists every public case that is decided otherwise', () => {
    const listed = [...SPEC.matchAll(/^\| (\w+\/[^|]+?) \| (.+?) \|$/gm)].map(([, name, rule]) => [name, rule]);
    expect(listed).toEqual(Object.entries(DEVIATIONS));
  });
});
