import { expect, test } from 'vitest';
import { LOGLINE_LIMIT, MOST_CANDIDATES as MOST_PLANS, SCENE_LIMIT, SCENES } from '../project.ts';
import { FORMAT_NAMES, LONGEST_LOGLINE, MOST_CANDIDATES, MOST_SCENES } from './options.ts';

// The command line repeats them, so that it can refuse a wrong word without loading the project.
test('the limits and formats of the command line are those of the project', () => {
  expect([LONGEST_LOGLINE, MOST_SCENES, MOST_CANDIDATES]).toEqual([LOGLINE_LIMIT, SCENE_LIMIT, MOST_PLANS]);
  expect(Object.keys(FORMAT_NAMES)).toEqual(Object.keys(SCENES));
});
