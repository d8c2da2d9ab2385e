import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeLines } from './merge-lines.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', '', 'e\r'), { maxLength: 12 })
  .map((lines) => lines.join('\n'));

describe('merging two changes of one text', () => {
  test('a side that changed nothing takes nothing away from the other', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(mergeLines({ base, ours: other, theirs: base })).toEqual({ text: other, conflicts: [] });
        expect(mergeLines({ base, ours: base, theirs: other })).toEqual({ text: other, conflicts: [] });
        expect(mergeLines({ base, ours: other, theirs: other })).toEqual({ text: other, conflicts: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('the same lines conflict whichever side is called ours', () => {
    fc.assert(
      fc.property(text, text, text, (base, one, two) => {
        const here = mergeLines({ base, ours: one, theirs: two }).conflicts;
        const there = mergeLines({ base, ours: two, theirs: one }).conflicts;
        expect(there.map(({ base: old, ours, theirs }) => ({ base: old, ours: theirs, theirs: ours }))).toEqual(
          here.map(({ base: old, ours, theirs }) => ({ base: old, ours, theirs })),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('a conflict says where ours stands in the text', () => {
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        const merged = mergeLines({ base, ours, theirs });
        const lines = merged.text.split('\n');
        for (const { line, ours: mine } of merged.conflicts) {
          expect(lines.slice(line - 1, line - 1 + mine.length)).toEqual(mine);
        }
      }),
    );
  });

  test('changes with an unchanged line between them are both taken', () => {
    const merged = mergeLines({ base: 'a\nb\nc\n', ours: 'A\nb\nc\n', theirs: 'a\nb\nC\nd\n' });
    expect(merged).toEqual({ text: 'A\nb\nC\nd\n', conflicts: [] });
  });

  test('different changes of one line are a conflict, and ours stays, without marks unless they are asked for', () => {
    const three = { base: 'a\nb\nc', ours: 'a\nx\nc', theirs: 'a\ny\nz\nc' };
    const conflicts = [{ base: ['b'], ours: ['x'], theirs: ['y', 'z'], line: 2 }];
    expect(mergeLines(three)).toEqual({ text: 'a\nx\nc', conflicts });
    expect(mergeLines({ ...three, markers: true })).toEqual({
      text: 'a\n<<<<<<< ours\nx\n=======\ny\nz\n>>>>>>> theirs\nc',
      conflicts,
    });
  });

  test('what both put in alike is there once, also when one put in more', () => {
    expect(mergeLines({ base: 'a\nz', ours: 'a\nb\nz', theirs: 'a\nb\nc\nz' })).toEqual({
      text: 'a\nb\nc\nz',
      conflicts: [],
    });
  });

  test('where both replaced a line and one put in more, the rest is a conflict', () => {
    expect(mergeLines({ base: 'a\nb\nz', ours: 'a\np\nz', theirs: 'a\np\nq\nz' })).toEqual({
      text: 'a\np\nz',
      conflicts: [{ base: ['b'], ours: [], theirs: ['q'], line: 3 }],
    });
  });

  test('texts of many thousand lines, most of them blank, are merged', () => {
    const base = Array.from({ length: 40_000 }, (_, at) => (at % 2 === 0 ? `line ${at % 100}` : ''));
    const merged = mergeLines({
      base: base.join('\n'),
      ours: base.with(10, 'ours').join('\n'),
      theirs: base.with(39_000, 'theirs').toSpliced(20_000, 0, '', '').join('\n'),
    });
    expect(merged.conflicts).toEqual([]);
    expect(merged.text).toBe(base.with(39_000, 'theirs').with(10, 'ours').toSpliced(20_000, 0, '', '').join('\n'));
  });
});
