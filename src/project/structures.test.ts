import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isScriptGenError } from '../core/index.ts';
import { openStructures } from './structures.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'structures-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const own = (beats: readonly object[], more: object = {}): void =>
  writeFileSync(
    join(dir, 'structures.json'),
    JSON.stringify({ version: 1, structures: { mine: { name: 'Mine', source: 'me', beats, ...more } } }),
  );

test('a folder without a file has what is shipped; a file adds to it', () => {
  expect(openStructures({ dir }).list()).toHaveLength(12);
  own([{ id: 'turn', name: 'Turn', from: 0.5, to: 0.5, purpose: 'It turns.' }], { acs: [] });
  const structures = openStructures({ dir });
  expect(structures.list().map(({ id }) => id)).toContain('mine');
  expect(structures.get('mine').beats).toHaveLength(1);
  expect(structures.warnings).toEqual(['structures.json: structures.mine.acs is not known. Did you mean "acts"?']);
});

test('a structure that there is not is refused with the nearest', () => {
  expect(errorOf(() => openStructures({ dir }).get('safe-the-cat'))).toEqual([
    'input/invalid',
    'There is no structure "safe-the-cat".',
    'Did you mean save-the-cat?',
  ]);
  expect(errorOf(() => openStructures({ dir }).get('zzzzzz'))[2]).toMatch(/^The structures are: turning-points, /);
});

test('a broken file is refused with its path', () => {
  own([{ id: 'turn', name: 'Turn', from: 0.5, to: 0.4, purpose: 'It turns.' }]);
  expect(errorOf(() => openStructures({ dir }))).toEqual([
    'config/invalid',
    'structures.json: structures.mine.beats.0.to: ends at 0.4, before it begins at 0.5',
    'Its shape is described in config/structures.schema.json.',
  ]);
});

function errorOf(work: () => unknown): readonly [string, string, string | undefined] {
  try {
    work();
  } catch (error) {
    if (isScriptGenError(error)) return [error.code, error.message, error.hint];
    throw error;
  }
  throw new Error('nothing was refused');
}
