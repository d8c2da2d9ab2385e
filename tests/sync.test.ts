import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openProject, type Project } from '../src/index.ts';
import { scratch } from './support/cli.ts';

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';
const SCENES = 9;
let folder: ReturnType<typeof scratch>;
let project: Project;
let file: string;

beforeEach(async () => {
  folder = scratch();
  project = await openProject({ dir: folder.dir, env: {}, detect: false });
  const report = await project.write({ logline: LOGLINE, scenes: SCENES });
  file = report.files.find(({ path }) => path.endsWith('.fountain'))?.path ?? '';
});
afterEach(async () => {
  await project.close();
  folder.remove();
});

const text = (): string => readFileSync(file, 'utf8');
const save = (change: (text: string) => string): void => writeFileSync(file, change(text()));
/** The file cut before each heading. */
const parts = (): readonly string[] => text().split(/(?<=\n\n)(?=(?:INT|EXT)\. )/);

describe('a file that a person edited', () => {
  test('untouched, is taken in without a word written', async () => {
    const { cards } = await project.getOutline();
    const report = await project.sync();
    expect(report.state).toBe('unchanged');
    expect(report.changeSet).toBeUndefined();
    expect(await project.getOutline()).toEqual({ ...(await project.getOutline()), cards });
  });

  test('is read back scene by scene, and the next build leaves every byte of it', async () => {
    const [front = '', ...scenes] = parts();
    const [one = '', two = '', three = '', ...rest] = scenes;
    const mine = 'The rope is cut clean through.\n\n';
    const added = 'INT. BOAT SHED - NIGHT\n\nA lamp swings.\n\nHARBOUR MASTER\nNobody crosses tonight.\n\n';
    writeFileSync(file, [front, two, one, `${three}${mine}`, added, ...rest].join(''));
    const before = (await project.getOutline()).cards.map(({ id }) => id);
    const report = await project.sync({ author: 'Ana' });
    expect(report.state).toBe('synced');
    expect(report.counts).toMatchObject({ moved: 1, changed: 1, new: 1, deleted: 0, refused: 0 });
    const after = (await project.getOutline()).cards;
    expect(after).toHaveLength(SCENES + 1);
    expect(after.slice(0, 3).map(({ id }) => id)).toEqual([before[1], before[0], before[2]]);
    expect(after[3]?.extras).toEqual([{ name: 'HARBOUR MASTER', sketch: '' }]);
    expect(report.proposals.map(({ change }) => change.type === 'create' && change.entry.name).sort()).toEqual([
      'Boat Shed',
      'Harbour Master',
    ]);
    const edited = text();
    const built = await project.build();
    expect(built.files.map(({ keptEdited }) => keptEdited)).toEqual([undefined, undefined]);
    expect(text()).toBe(edited);
    expect((await project.sync()).state).toBe('unchanged');
  });
});
