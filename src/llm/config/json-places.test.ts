import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSyntaxFault, placeOf } from './json-places.ts';

test('whatever JSON.parse takes has no fault, and whatever it refuses has one', () => {
  const broken = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', 'x', '\u0001', '-', '0'))
    .map(([text, at, more]) => text.slice(0, at % (text.length + 1)) + more + text.slice((at % (text.length + 1)) + 1));
  fc.assert(
    fc.property(fc.oneof(fc.json(), broken), (text) => {
      expect(findSyntaxFault(text) === undefined).toBe(isJson(text));
    }),
    { numRuns: 2000 },
  );
});

test('a field is found by its name, an item by its value', () => {
  const text = '{\n  "a": [1,\n    {"b": true}]\n}';
  expect(placeOf(text, ['a', 1, 'b'])).toEqual({ line: 3, column: 6 });
  expect(placeOf(text, ['a', 0])).toEqual({ line: 2, column: 9 });
});

test('what is not there is placed at the nearest thing around it', () => {
  expect(placeOf('{\n "a": {}}', ['a', 'b', 'c'])).toEqual({ line: 2, column: 2 });
  expect(placeOf('\n {}', ['a'])).toEqual({ line: 2, column: 2 });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
