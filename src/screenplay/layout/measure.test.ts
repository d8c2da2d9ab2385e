import fc from 'fast-check';
import { expect, test } from 'vitest';
import { action, heading, pageBreak, screenplay } from '../build.ts';
import { layoutScreenplay } from './layout.ts';
import { measureScenes } from './measure.ts';
import { profileOf } from './profiles.ts';
import { layoutOptions, script as randomScript } from './random-script.fixture.ts';

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
      { block: 0, id: 'a', number: '1', heading: 'INT. HOUSE', page: 1, pageLabel: '1', eighths: 1 },
      { block: 2, heading: 'INT. GARDEN', page: 1, pageLabel: '1', eighths: 7 },
      { block: 4, heading: 'INT. TOWER', page: 2, pageLabel: '2', eighths: 12 },
    ],
  });
});

test.each([
  ['us', 55],
  ['a4', 58],
  ['finaldraft', 53],
] as const)('two full pages of %s are sixteen eighths', (profile, bodyLines) => {
  const script = screenplay(null, heading('int. house'), lines(2 * bodyLines - 2), pageBreak(), heading('int. tower'));
  const pages = layoutScreenplay(script, { profile });
  expect(measureScenes(script, pages, { profile }).scenes).toMatchObject([{ eighths: 16 }, { page: 3, eighths: 1 }]);
});

test('scenes together are as long as their pages, but for what rounding adds or takes', () => {
  fc.assert(
    fc.property(randomScript, layoutOptions, (script, options) => {
      const pages = layoutScreenplay(script, options);
      const { scenes } = measureScenes(script, pages, options);
      const sum = scenes.reduce((total, { eighths }) => total + eighths, 0);
      const used = pages.reduce((total, { lines: [...all] }) => {
        const ys = all.flatMap(({ block, y }) => (block < 0 ? [] : [y]));
        return total + (ys.length === 0 ? 0 : (ys.reduce((a, b) => Math.max(a, b)) - (ys[0] ?? 0)) / 12 + 1);
      }, 0);
      const { bodyLines } = profileOf(options.profile);
      expect(sum).toBeLessThanOrEqual((used * 8) / bodyLines + scenes.length);
      if (script.children[0]?.type === 'sceneHeading')
        expect(sum).toBeGreaterThanOrEqual((used * 8) / bodyLines - scenes.length / 2);
    }),
    { endOnFailure: true },
  );
});

test('an omitted scene has no length, and adds none to the scene above', () => {
  const script = screenplay(
    null,
    heading('int. house'),
    lines(4),
    { ...heading('int. garden'), omitted: true },
    lines(90),
  );
  expect(measureScenes(script, layoutScreenplay(script)).scenes).toMatchObject([{ heading: 'INT. HOUSE', eighths: 1 }]);
});
