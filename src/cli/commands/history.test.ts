import { expect, test } from 'vitest';
import type { LoggedChange } from '../../project.ts';
import { runCli } from '../fakes/io.ts';
import { MAYA } from '../fakes/maya.ts';
import { fakeProject } from '../fakes/project.ts';

const CHANGE: LoggedChange = {
  id: 'cs_1',
  script: 'scr_1',
  author: { type: 'person', name: 'Ann' },
  reason: 'table\nread',
  time: '2026-11-26T18:00:00.000Z',
  versions: [{ entry: 'ch_maya', version: 5 }],
  records: [{ kind: 'card', id: 'sc_9', version: 2 }],
  what: ['card of scene 9 v2', 'MAYA v5'],
  isUndone: false,
};

test('log says who changed what, when and why, a line each, and what was taken back', async () => {
  const asked: unknown[] = [];
  const project = fakeProject({
    listChanges: async (...args) => {
      asked.push(args);
      return [
        { ...CHANGE, what: ['a', 'b', 'c', 'd', 'e'] },
        { ...CHANGE, isUndone: true },
      ];
    },
  });
  const { stdout, exit } = await runCli(['log', '--limit', '2', '--script', 'the-light'], { project });
  expect(exit).toBe(0);
  expect(asked).toEqual([['the-light', { limit: 2 }]]);
  expect(stdout.split('\n').slice(0, 2)).toEqual([
    'cs_1  2026-11-26T18:00:00.000Z  person Ann  a, b, c, +2 more             table read',
    'cs_1  2026-11-26T18:00:00.000Z  person Ann  card of scene 9 v2, MAYA v5  table read (taken back)',
  ]);
  const json = await runCli(['log', '--json'], { project });
  expect(JSON.parse(json.stdout.split('\n')[1] ?? '')).toEqual({ type: 'change', ...CHANGE, isUndone: true });
});

test('undo takes back the last change, or the named one, and says what stands now', async () => {
  const asked: unknown[] = [];
  const project = fakeProject({
    undo: async (...args) => {
      asked.push(args);
      const { what, isUndone: _, ...undone } = CHANGE;
      return { undone, what, entries: [MAYA], ...(args[0] === undefined ? { changeSet: 'cs_2' } : {}) };
    },
  });
  const { stdout } = await runCli(['undo', '--as', 'Ben', '--reason', 'too much'], { project });
  expect(stdout).toBe(
    `Taken back: table read (Ann, card of scene 9 v2, MAYA v5)\nMaya is at v${MAYA.version}\nSee what that reaches: scriptgen plan\n`,
  );
  const nothing = await runCli(['undo', 'cs_1'], { project });
  expect(nothing.stdout).toBe('Nothing is left to take back of: table read (Ann, card of scene 9 v2, MAYA v5)\n');
  expect(asked).toEqual([
    [undefined, { reason: 'too much', author: 'Ben' }, undefined],
    ['cs_1', {}, undefined],
  ]);
});
