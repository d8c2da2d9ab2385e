import { expect, test } from 'vitest';
import { isScriptGenError } from '../core/index.ts';
import { SHIPPED } from './fixtures/shipped.ts';
import { parseStructures } from './index.ts';

const TURN = { id: 'turn', name: 'Turn', from: 0.5, to: 0.5, purpose: 'It turns.' };
const span = (id: string, from: number, to: number): object => ({ ...TURN, id, from, to });

function fileOf(own: object): string {
  return JSON.stringify({ version: 1, structures: { 'my-own': { name: 'Mine', source: 'me', ...own } } });
}

test('what is shipped is read without a warning, and every beat says what must happen', () => {
  expect(SHIPPED.warnings).toEqual([]);
  expect([...SHIPPED.structures.keys()]).toEqual([
    'turning-points',
    'three-act',
    'five-act',
    'save-the-cat',
    'story-circle',
    'heros-journey',
    'eight-sequences',
    'tv-hour',
    'tv-hour-four',
    'sitcom',
    'short',
    'none',
  ]);
  for (const { id, beats, tension } of SHIPPED.structures.values()) {
    if (id !== 'none') expect(beats.length, id).toBeGreaterThan(3);
    for (const beat of beats) expect(beat.purpose.length, `${id}.${beat.id}`).toBeGreaterThan(20);
    if (tension.length > 0) expect([tension[0]?.at, tension.at(-1)?.at], id).toEqual([0, 1]);
  }
});

test('acts that are shipped follow each other without a gap, over all pages', () => {
  for (const { id, acts } of SHIPPED.structures.values()) {
    if (acts.length === 0) continue;
    expect([acts[0]?.from, acts.at(-1)?.to], id).toEqual([0, 1]);
    for (const [at, act] of acts.slice(1).entries()) expect(act.from, `${id}: ${act.name}`).toBe(acts[at]?.to);
  }
});

test('a project adds structures, and one of a shipped id takes its place', () => {
  const { structures, warnings } = parseStructures(fileOf({ beats: [TURN] }), { above: SHIPPED.structures });
  expect(warnings).toEqual([]);
  expect(structures.get('my-own')).toEqual({
    id: 'my-own',
    name: 'Mine',
    source: 'me',
    beats: [TURN],
    acts: [],
    tension: [],
  });
  expect(structures.get('short')).toEqual(SHIPPED.structures.get('short'));
  const over = fileOf({ beats: [TURN] }).replace('my-own', 'short');
  expect(parseStructures(over, { above: SHIPPED.structures }).structures.get('short')?.beats).toEqual([TURN]);
});

test('a key that nothing reads is left out and told, with what was meant', () => {
  const text = fileOf({
    beats: [{ ...TURN, optionl: true }],
    actz: [],
    tension: [{ at: 0, tension: 1, colour: 'red' }],
  });
  const { structures, warnings } = parseStructures(text);
  expect(structures.get('my-own')?.beats).toEqual([TURN]);
  expect(warnings).toEqual([
    'structures.json: structures.my-own.actz is not known. Did you mean "acts"?',
    'structures.json: structures.my-own.beats.0.optionl is not known. Did you mean "optional"?',
    'structures.json: structures.my-own.tension.0.colour is not known. There are: at, tension.',
  ]);
});

test.each<[string, object, string]>([
  [
    'a page in the place of a fraction',
    { beats: [span('a', 12, 20)] },
    'beats.0.from: expected a fraction of the pages, from 0 to 1',
  ],
  [
    'a beat that ends before it begins',
    { beats: [span('a', 0.5, 0.4)] },
    'beats.0.to: ends at 0.4, before it begins at 0.5',
  ],
  [
    'beats out of order',
    { beats: [span('a', 0.5, 0.5), span('b', 0.2, 0.2)] },
    'beats.1.from: begins before the beat before it',
  ],
  [
    'beats across each other',
    { beats: [span('a', 0, 0.5), span('b', 0.4, 0.7)] },
    'beats.1.from: overlaps the beat from 0 to 0.5',
  ],
  ['one beat twice', { beats: [TURN, TURN] }, 'beats.1.id: "turn" stands twice'],
  [
    'acts that overlap',
    {
      beats: [],
      acts: [
        { name: 'A', from: 0, to: 0.6 },
        { name: 'B', from: 0.5, to: 1 },
      ],
    },
    'acts.1.from: begins before the act before it ends, at 0.6',
  ],
  ['an act of no length', { beats: [], acts: [{ name: 'A', from: 0.5, to: 0.5 }] }, 'acts.0.to: ends at 0.5'],
  [
    'a curve that goes back',
    {
      beats: [],
      tension: [
        { at: 0.5, tension: 1 },
        { at: 0.5, tension: 2 },
      ],
    },
    'tension.1.at: stands before',
  ],
  ['tension beyond ten', { beats: [], tension: [{ at: 0.5, tension: 11 }] }, 'tension.0.tension: '],
  ['a beat without purpose', { beats: [{ ...TURN, purpose: '' }] }, 'beats.0.purpose: '],
  ['an id with spaces', { beats: [{ ...TURN, id: 'My Turn' }] }, 'beats.0.id: expected small letters'],
  ['no beats at all', {}, 'beats: '],
])('%s is an error with its path', (_, own, message) => {
  const error = errorOf(fileOf(own));
  expect(error.code).toBe('config/invalid');
  expect(error.message).toContain(`structures.json: structures.my-own.${message}`);
});

test('a beat may lie in another, begin with it, and be a moment on its border', () => {
  const beats = [span('a', 0, 0.5), span('b', 0, 0.1), span('c', 0.2, 0.2), span('d', 0.5, 0.5), span('e', 0.5, 1)];
  expect(parseStructures(fileOf({ beats })).structures.get('my-own')?.beats).toHaveLength(5);
});

test('what is no JSON, or of another version, is told as such', () => {
  expect(errorOf('{"version": 1,').message).toMatch(/^structures\.json is no JSON: /);
  expect(errorOf('{"version": 2, "structures": {}}').message).toMatch(/^structures\.json: version: /);
  expect(errorOf('[]').message).toMatch(/^structures\.json: the file: /);
});

test('every fault has a detail of its own', () => {
  const error = errorOf(fileOf({ beats: [span('a', 0.5, 0.4), span('a', 0.9, 0.8)] }));
  expect(error.message).toContain('(and 2 more)');
  expect(error.details).toHaveLength(3);
});

function errorOf(text: string): { code: string; message: string; details?: unknown } {
  try {
    parseStructures(text);
  } catch (error) {
    if (isScriptGenError(error)) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
