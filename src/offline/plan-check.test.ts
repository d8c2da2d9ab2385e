import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testRun } from '../../tests/support/test-run.ts';
import { type Bible, type Format, firstVersion } from '../bibles/index.ts';
import { planStory } from '../orchestrator/index.ts';
import { packageRoot } from '../project/package-root.ts';
import { loadPrompts } from '../prompts/index.ts';
import { openSqlite } from '../storage/index.ts';
import { checkOutline, expectedPages, parseStructures, SHAPES } from '../structures/index.ts';
import { LOGLINES } from './develop/loglines.fixture.ts';
import { createOfflineWriter, OFFLINE_WRITER } from './index.ts';

const dir = await mkdtemp(join(tmpdir(), 'offline-plans-'));
afterAll(() => rm(dir, { recursive: true, force: true }));
const { structures } = parseStructures(readFileSync(join(packageRoot(), 'config', 'structures.json'), 'utf8'));

const SIZES: readonly (readonly [Format, number])[] = [
  ['short', 12],
  ['feature', 120],
  ['tv-hour', 45],
  ['sitcom', 14],
  ['short', 6],
  ['short', 3],
  ['short', 1],
  ['feature', 100],
  ['feature', 40],
  ['short', 20],
  ['feature', 200],
];

test('x', { timeout: 600_000 }, async () => {
  const counts = new Map<string, number>();
  const few = process.env['FEW'] ? LOGLINES.slice(0, 3) : LOGLINES;
  for (const [format, scenes] of SIZES) {
    const storage = await openSqlite(join(dir, `${format}-${scenes}.db`));
    const start = performance.now();
    for (const logline of few) {
      const run = testRun(storage, createOfflineWriter(), {
        models: () => ({ model: OFFLINE_WRITER, params: {} }),
        prompts: loadPrompts(packageRoot()),
      });
      const structure = structures.get(SHAPES[format].structure);
      const planned = await planStory(
        run,
        { logline, format, scenes },
        { name: async (title) => ({ title, slug: 's' }), structure },
      );
      const bible: Bible = { entries: planned.entries.map(firstVersion) };
      const notes = checkOutline({
        bible,
        outline: planned.outline,
        script: planned.script,
        format,
        structure: structure!,
      });
      for (const { rule, severity, message } of notes) {
        const key = `${format}-${scenes} ${severity} ${rule}`;
        if (!counts.has(key)) console.log(key, logline.slice(0, 40), message);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      const { cards, plan } = planned.outline;
      const silent = cards.filter((c) => c.speakers.length === 0).length / cards.length;
      const roles = new Set(cards.flatMap((c) => [...c.speakers, ...(c.extras ?? []).map((e) => e.name)]));
      if (logline === few[0])
        console.log(
          format,
          scenes,
          'pages',
          expectedPages(cards),
          'silent',
          silent,
          'roles',
          roles.size,
          'plants',
          plan?.plants.length,
          'uses',
          cards.filter((c) => c.uses).length,
          'people',
          bible.entries.filter((e) => e.kind === 'character').length,
          'beats',
          plan?.beats.length,
        );
    }
    console.log(format, scenes, Math.round((performance.now() - start) / few.length), 'ms each');
    await storage.close();
  }
  console.log([...counts].map(([k, v]) => `${k}: ${v}`).join('\n'));
  expect(1).toBe(1);
});
