import fc from 'fast-check';
import { expect, test } from 'vitest';
import { action, heading, screenplay } from '../build.ts';
import type { Screenplay } from '../tree.ts';
import { US_LABELS } from './label.ts';
import { nextRevision } from './next-revision.ts';
import { numberScenes } from './number-scenes.ts';
import { omitScene } from './omit-scene.ts';
import { FINAL_DRAFT_COLORS } from './revision-colors.ts';

function scenes(...numbers: readonly (string | undefined)[]): Screenplay {
  return screenplay(
    null,
    ...numbers.flatMap((number) => [heading('int. house', number === undefined ? {} : { number }), action('Dark.')]),
  );
}

function numbersOf({ children }: Screenplay): readonly (string | undefined)[] {
  return children.flatMap((block) => (block.type === 'sceneHeading' ? [block.number] : []));
}

test('scenes are numbered from the top', () => {
  expect(numbersOf(numberScenes(scenes('7', undefined, '7')))).toEqual(['1', '2', '3']);
});

test('locked numbers stay, and new scenes are lettered after the one above', () => {
  const script = scenes('9', '10', undefined, undefined, '11', undefined);
  expect(numbersOf(numberScenes(script, { locked: true }))).toEqual(['9', '10', '10A', '10B', '11', '12']);
});

test('a letter in front says that a scene comes before another', () => {
  const between = (...numbers: readonly (string | undefined)[]): readonly (string | undefined)[] =>
    numbersOf(numberScenes(scenes(...numbers), { locked: true }));
  expect(between('10', undefined, undefined, '10A')).toEqual(['10', 'A10A', 'B10A', '10A']);
  expect(between('10A', undefined, '10B')).toEqual(['10A', 'A10B', '10B']);
  expect(between('10', undefined, 'A10A', undefined, '10A')).toEqual(['10', 'AA10A', 'A10A', 'B10A', '10A']);
  expect(between(undefined, '1')).toEqual(['A1', '1']);
  expect(between('10Z', undefined, '11')).toEqual(['10Z', '10AA', '11']);
});

test('however scenes are added to a locked script, no number changes and none is given twice', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(), { maxLength: 6 }), { minLength: 1, maxLength: 8 }), (rounds) => {
      let script = numberScenes(scenes(undefined, undefined, undefined));
      for (const places of rounds) {
        const before = numbersOf(script);
        const children = [...script.children];
        for (const place of places) children.splice(place % (children.length + 1), 0, heading('int. tower'));
        script = numberScenes({ ...script, children }, { locked: true });
        const now = numbersOf(script);
        expect(now.filter((number) => before.includes(number))).toEqual(before);
        expect(new Set(now).size).toBe(now.length);
      }
    }),
  );
});

test('between any two numbers of the scheme there is room for one more, on either side of it', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (steps) => {
      let [lower, upper] = ['10', '11'];
      for (const up of steps) {
        const middle = US_LABELS(lower, upper);
        expect(middle).toMatch(/^[A-Z]*1\d[A-Z]*$/);
        expect([lower, upper]).not.toContain(middle);
        [lower, upper] = up ? [middle, upper] : [lower, middle];
      }
    }),
  );
});

test('a number that is no number of the scheme stays, and what follows it differs from it', () => {
  const script = scenes('X-1', undefined, undefined, '2');
  expect(numbersOf(numberScenes(script, { locked: true }))).toEqual(['X-1', 'X-1A', 'X-1AA', '2']);
});

test('scenes can be numbered by a scheme of your own', () => {
  const scheme = (before = '0'): string => `${before}.1`;
  expect(numbersOf(numberScenes(scenes('4', undefined, '5'), { locked: true, scheme }))).toEqual(['4', '4.1', '5']);
});

test('a scheme that gives one number twice gives no two scenes the same', () => {
  const script = scenes('4', undefined, undefined, '5');
  expect(numbersOf(numberScenes(script, { locked: true, scheme: () => '4X' }))).toEqual(['4', '4X', '4X.1', '5']);
});

test('an omitted scene keeps heading and number, and loses what is in it', () => {
  const script = screenplay(
    null,
    heading('int. house', { id: 'a', number: '1' }),
    action('She waits.'),
    heading('int. garden', { id: 'b', number: '2' }),
    action('Rain.'),
    heading('int. tower', { id: 'c', number: '3' }),
  );
  const omitted = omitScene(script, 'b');
  expect(omitted.children.map((block) => ('text' in block ? block.text : ''))).toEqual([
    'INT. HOUSE',
    'She waits.',
    'INT. GARDEN',
    'INT. TOWER',
  ]);
  expect(omitted.children[2]).toMatchObject({ number: '2', omitted: true });
  expect(omitScene(script, 'nowhere')).toBe(script);
});

test('rounds of changes take the colours of the industry in their order, and then begin anew', () => {
  let script = screenplay(null);
  for (let round = 0; round < 18; round += 1) script = nextRevision(script, { date: `${round}` });
  const sets = script.production?.revisions ?? [];
  expect(sets.map(({ name }) => name)).toEqual([
    ...['Blue', 'Pink', 'Yellow', 'Green', 'Goldenrod', 'Buff', 'Salmon', 'Cherry'],
    ...['Blue', 'Pink', 'Yellow', 'Green', 'Goldenrod', 'Buff', 'Salmon', 'Cherry'].map((name) => `Second ${name}`),
    ...['Third Blue', 'Third Pink'],
  ]);
  expect(sets[1]).toEqual({ id: 2, name: 'Pink', mark: '*', color: '#FF00FF', pageColor: '#FDCCD4', date: '1' });
});

test('the next round goes on from the last set, whatever sets a script came with', () => {
  const buff = { id: 6, name: 'Buff', mark: '*', color: '#8E6B23', pageColor: '#FCED9D' };
  const cherry = { ...buff, id: 9, name: 'Second Cherry' };
  const after = (set: typeof buff, colors = FINAL_DRAFT_COLORS): unknown =>
    nextRevision({ ...screenplay(null), production: { revisions: [set] } }, { colors }).production?.revisions?.at(-1);
  expect(after(buff)).toMatchObject({ id: 7, name: 'Salmon' });
  expect(after(cherry)).toMatchObject({ id: 10, name: 'Second Tan' });
});
