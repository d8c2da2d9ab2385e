import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFdx } from './parse.ts';
import { printFdx } from './print.ts';
import { bare, script } from './random-script.fixture.ts';

test('a script written and read again is the same script', () => {
  fc.assert(
    fc.property(script, (given) => {
      const { text: written, notes } = printFdx(given);
      const { screenplay: back, notes: faults } = parseFdx(written);
      expect(faults.filter(({ severity }) => severity !== 'info')).toEqual([]);
      expect(notes).toEqual([]);
      expect(back.children.map(bare)).toEqual(given.children.map(bare));
      expect(back.titlePage).toEqual(given.titlePage);
      expect(back.production).toEqual(given.production);
      expect(printFdx(back).text).toBe(written);
    }),
    { numRuns: 200 },
  );
});
