import { existsSync, globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFountain } from '../fountain/parse.ts';
import { checkScreenplay } from './check.ts';

const SHARED = resolve(import.meta.dirname, '../../../../shared');
const plays = existsSync(SHARED) ? globSync(`${SHARED}/data/plays/*.fountain`) : [];

test('no text makes the check throw, and every note names a line of the text that holds its words', () => {
  const piece = fc.constantFrom(
    'INT. A - DAY',
    'TOM (VO)',
    '(nods',
    'She **runs',
    '\n',
    '\n\n',
    '\r\n',
    ' ',
    'CUT TO:',
    '#1#',
    '^',
    '[[',
    '[[check: ignore cue]]',
    '/*',
    '*/',
    '\u200b',
    '(MORE)',
    '@Tom',
    '>',
    '<',
    '=',
    '~la',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const lines = text.split(/\r\n|\n/);
      for (const { line, column, quote } of checkScreenplay(parseFountain(text).screenplay)) {
        if (line === undefined) continue;
        expect(line).toBeLessThanOrEqual(lines.length);
        if (column !== undefined && quote !== undefined && !quote.includes('\n')) {
          expect(lines[line - 1]?.slice(column - 1, column - 1 + quote.length)).toBe(quote);
        }
      }
    }),
  );
});

test('fifty thousand faults in one block or in many give a few notes for each', () => {
  const count = 50_000;
  const many = ['TOM', ...Array.from({ length: count }, () => `(${'so '.repeat(26)})`), 'Yes.'].join('\n');
  expect(checkScreenplay(parseFountain(many).screenplay, { only: ['parenthetical/long'] })).toHaveLength(3);
  const cues = Array.from({ length: count }, (_, at) => `TOM${'X'.repeat(at % 7)}${at}\n(VO\n\n`).join('');
  expect(
    checkScreenplay(parseFountain(`Rain.\n\n${cues}`).screenplay, { only: ['parenthetical', 'cue'] }),
  ).toHaveLength(count);
});

test.skipIf(plays.length === 0)('three stage plays, which follow other customs, are left in peace', () => {
  for (const play of plays) {
    const { screenplay } = parseFountain(readFileSync(play, 'utf8'));
    expect(checkScreenplay(screenplay, { ignore: ['title'] })).toEqual([]);
  }
});
