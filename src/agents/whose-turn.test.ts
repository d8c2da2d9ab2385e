import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlayedTurn } from './stage.ts';
import { type Floor, whoseTurn } from './whose-turn.ts';

const floor: Omit<Floor, 'turns'> = { speakers: ['Maya', 'Tom', 'Zoe'], lead: 'Tom', beats: 3, length: 'short' };

test('the lead begins, then whoever is given the word, else who has been quiet longest', () => {
  expect(whoseTurn({ ...floor, turns: [] })).toBe('Tom');
  expect(whoseTurn({ ...floor, turns: [turn('Tom', { next: 'Zoe' })] })).toBe('Zoe');
  expect(whoseTurn({ ...floor, turns: [turn('Tom'), turn('Maya')] })).toBe('Zoe');
  expect(whoseTurn({ ...floor, turns: [turn('Tom'), turn('Maya'), turn('Zoe'), turn('Tom', { next: 'Tom' })] })).toBe(
    'Maya',
  );
});

test('it is over when all are done, and when everybody has answered in the last beat', () => {
  const done = floor.speakers.map((name) => turn(name, { done: true }));
  expect(whoseTurn({ ...floor, turns: done })).toBeUndefined();
  const last = [...floor.speakers, ...floor.speakers].map((name) => turn(name, { beat: 3 }));
  expect(whoseTurn({ ...floor, turns: last })).toBeUndefined();
  expect(whoseTurn({ ...floor, turns: last.slice(1) })).toBeDefined();
});

test('whatever is answered, it ends, and not before everybody has had a turn', () => {
  const anAnswer = fc.record({
    ...{ next: fc.constantFrom('', ...floor.speakers), done: fc.boolean(), beat: fc.integer({ min: 1, max: 4 }) },
    words: fc.nat(30),
  });
  const length = fc.constantFrom('flash', 'short', 'standard', 'setPiece');
  fc.assert(
    fc.property(fc.array(anAnswer, { minLength: 90, maxLength: 90 }), length, (answers, size) => {
      const turns: PlayedTurn[] = [];
      for (const { words, ...answer } of answers) {
        const name = whoseTurn({ ...floor, length: size, turns });
        if (name === undefined) break;
        const lines = [{ text: 'word '.repeat(words).trim(), parenthetical: '' }];
        turns.push(turn(name, { ...answer, lines }));
      }
      expect(turns.length).toBeLessThan(64);
      expect(new Set(turns.map(({ character }) => character))).toEqual(new Set(floor.speakers));
    }),
  );
});

function turn(character: string, own: Partial<PlayedTurn> = {}): PlayedTurn {
  const said = [{ text: 'No.', parenthetical: '' }];
  return { character, intent: 'stay', withheld: '', beat: 1, does: '', lines: said, next: '', done: false, ...own };
}
