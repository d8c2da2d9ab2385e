import { expect, test } from 'vitest';
import { LOGLINE_LIMIT, SCENE_LIMIT, SCENES } from '../project.ts';
import { FORMAT_NAMES, LONGEST_LOGLINE, MOST_SCENES } from './options.ts';

// The command line repeats them, so that it can refuse a wrong word without loading the project.
test('the limits and formats of the command line are those of the project', () => {
  expect([LONGEST_LOGLINE, MOST_SCENES]).toEqual([LOGLINE_LIMIT, SCENE_LIMIT]);
  expect(Object.keys(FORMAT_NAMES)).toEqual(Object.keys(SCENES));
});
