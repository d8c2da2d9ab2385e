import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { characterName } from './character-name.ts';
import { readHeading } from './heading.ts';

describe('reading a scene heading', () => {
  test.each([
    [
      'INT. HOUSE - KITCHEN - NIGHT (1942)',
      { prefix: 'INT', location: 'HOUSE', sublocations: ['KITCHEN'], time: 'NIGHT', remark: '1942' },
    ],
    ['ext. drive-in - day', { prefix: 'EXT', location: 'drive-in', sublocations: [], time: 'day' }],
    ['INT./EXT. CAR – HIGHWAY — DAWN', { prefix: 'INT/EXT', location: 'CAR', sublocations: ['HIGHWAY'], time: 'DAWN' }],
    ['EXT/INT BOAT--CONTINUOUS', { prefix: 'INT/EXT', location: 'BOAT--CONTINUOUS', sublocations: [] }],
    ['I/E. TRUCK -- CONTINUOUS', { prefix: 'I/E', location: 'TRUCK', sublocations: [], time: 'CONTINUOUS' }],
    ['EST. PARIS—1939–45', { prefix: 'EST', location: 'PARIS', sublocations: ['1939–45'] }],
    [
      'INT. BAR - LATER THAT NIGHT - FLASHBACK',
      { prefix: 'INT', location: 'BAR', sublocations: [], time: 'LATER THAT NIGHT', remark: 'FLASHBACK' },
    ],
    ['INT. DAY CARE - OFFICE', { prefix: 'INT', location: 'DAY CARE', sublocations: ['OFFICE'] }],
    ['INT. HOUSE - DAY CARE', { prefix: 'INT', location: 'HOUSE', sublocations: ['DAY CARE'] }],
    ['EXT. FIELD - MAGIC HOUR', { prefix: 'EXT', location: 'FIELD', sublocations: [], time: 'MAGIC HOUR' }],
    ['INT. CAFÉ - DÍA 2', { prefix: 'INT', location: 'CAFÉ', sublocations: [], time: 'DÍA 2' }],
    ['INT. WOHNUNG - KÜCHE - NACHT', { prefix: 'INT', location: 'WOHNUNG', sublocations: ['KÜCHE'], time: 'NACHT' }],
    ['INTERIOR MONOLOGUE', { location: 'INTERIOR MONOLOGUE', sublocations: [] }],
    ['INT. **HOUSE** [[check]] - NIGHT', { prefix: 'INT', location: 'HOUSE', sublocations: [], time: 'NIGHT' }],
    ['NIGHT', { location: '', sublocations: [], time: 'NIGHT' }],
    ['INT. HOUSE -', { prefix: 'INT', location: 'HOUSE', sublocations: [] }],
    ['INT', { prefix: 'INT', location: '', sublocations: [] }],
    ['', { location: '', sublocations: [] }],
  ])('%s', (text, parts) => {
    expect(readHeading(text)).toEqual(parts);
  });

  test('any text can be read', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(' ', '-', '–', '(', ')', '1', 'INT', '.', 'DAY', '[[', '*') }),
        (text) => {
          expect(typeof readHeading(text).location).toBe('string');
        },
      ),
    );
    const long = readHeading(`INT. ${' '.repeat(200_000)}HOUSE${' - '.repeat(100_000)}${'('.repeat(100_000)}`);
    expect(long.location).toBe('HOUSE');
  });
});

describe('the name in a cue', () => {
  test.each([
    ["MARA (V.O.) (CONT'D)", 'MARA'],
    ['@McAvoy ^', 'McAvoy'],
    ['*THE KEEPER* (low', 'THE KEEPER'],
    ['TOM', 'TOM'],
    ['', ''],
  ])('%s', (cue, name) => {
    expect(characterName(cue)).toBe(name);
  });
});
