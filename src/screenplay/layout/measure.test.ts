import { expect, test } from 'vitest';
import { action, heading, screenplay } from '../build.ts';
import { layoutScreenplay } from './layout.ts';
import { measureScenes } from './measure.ts';

const lines = (count: number) => action('Dark.\n'.repeat(count));

test('scenes are measured in eighths of a page, at least one', () => {
  const script = screenplay(
    null,
    heading('int. house', { id: 'a', number: '1' }),
    lines(1),
    heading('int. garden'),
    lines(47),
    heading('int. tower'),
    lines(80),
  );
  expect(measureScenes(script, layoutScreenplay(script))).toEqual({
    pages: 3,
    scenes: [
      { block: 0, id: 'a', number: '1', heading: 'INT. HOUSE', page: 1, eighths: 1 },
      { block: 2, heading: 'INT. GARDEN', page: 1, eighths: 7 },
      { block: 4, heading: 'INT. TOWER', page: 2, eighths: 12 },
    ],
  });
});
