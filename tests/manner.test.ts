import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openProject } from '../src/index.ts';
import { scratch } from './support/cli.ts';

const folder = scratch();
afterAll(() => folder.remove());

test('a script is gone over as it was written, until something else is asked for', async () => {
  const dir = join(folder.dir, 'project');
  const first = await openProject({ dir, env: {}, dialogue: 'turns', order: 'story', surface: false });
  await first.write({ logline: 'A ferryman learns that the far bank has moved overnight.', scenes: 4 });
  await first.close();

  const again = await openProject({ dir, env: {} });
  expect((await again.plan()).scenes).toEqual([]);
  expect((await again.status()).scenes.map(({ state }) => state)).toEqual(['fresh', 'fresh', 'fresh', 'fresh']);
  expect((await again.build()).tally.asked).toBe(0);
  await again.close();

  const other = await openProject({ dir, env: {}, dialogue: 'apart', order: 'parallel', surface: true });
  expect((await other.plan()).scenes.length).toBeGreaterThan(0);
  await other.build();
  await other.close();
  const last = await openProject({ dir, env: {} });
  expect((await last.plan()).scenes).toEqual([]);
  await last.close();
});
