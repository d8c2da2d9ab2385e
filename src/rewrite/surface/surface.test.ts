import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SceneElement } from '../../generators/index.ts';
import { acceptSurface } from './accept-surface.ts';
import { findEchoes, type SurfaceScene, usedRuns } from './echoes.ts';

const NAMES = ['Maya Ruiz', 'Tom'];

test('what three scenes say is to be said otherwise by the third, whoever does it, and nothing else is', () => {
  const scenes = [
    'Maya folds the letter into her sleeve.',
    'Tom folds the letter into his sleeve.',
    'Maya folds the letter into a book.',
  ];
  const echoes = echoesOf(scenes.map((text, at) => [action(`Room ${at}, rain.`), action(text), action(`End ${at}.`)]));
  expect(echoes).toEqual([[], [], [expect.objectContaining({ element: 2, avoid: ['Maya folds the letter into'] })]]);
});

test('two scenes with the same words are no echo, and neither are names', () => {
  expect(echoesOf([[action('One. He folds the letter twice.')], [action('Two. He folds the letter twice.')]])).toEqual([
    [],
    [],
  ]);
  const named = [1, 2, 3].map((at) => [action(`Maya, Tom, Maya, Tom ${at}.`)]);
  expect(echoesOf(named)).toEqual([[], [], []]);
});

test('what a card asks for, and what is to be kept, is left alone', () => {
  const same = () => [action('Rain.'), action('He folds the letter into a boat.'), action('Dust.')];
  const scenes = [1, 2, 3].map((at) => [action(`${at}`), ...same().slice(1, 2), action(`${at}!`)]);
  expect(
    echoesOf(scenes, { allowed: ['Tom folds the letter into a boat.', 'He folds the letter into a boat'] }),
  ).toEqual([[], [], []]);
  expect(echoesOf(scenes, { keep: ['He folds the letter into a boat.'] })).toEqual([[], [], []]);
  expect(echoesOf(scenes).map((found) => found.length)).toEqual([0, 0, 1]);
});

test('a gesture of the stock may be seen twice, an end once, and a phrase of one person four times', () => {
  const nods = [1, 2, 3].map((at) => [
    action(`Scene ${at}.`),
    action(`Tom nods ${'again '.repeat(at)}`),
    action(`Out ${at}.`),
  ]);
  expect(echoesOf(nods).map((found) => found.map(({ avoid }) => avoid))).toEqual([[], [], [['nods']]]);
  const ends = [1, 2].map((at) => [action(`Scene ${at}.`), action('No answer.')]);
  expect(echoesOf(ends).map((found) => found.map(({ element }) => element))).toEqual([[], [2]]);
  const habit = [1, 2, 3, 4, 5].map((at) => [
    action(`Scene ${at}.`),
    line('Tom', `${at}, as I say.`),
    action(`Out ${at}.`),
  ]);
  expect(echoesOf(habit).map((found) => found.length)).toEqual([0, 0, 0, 0, 1]);
  const others = habit.map(
    ([first, , last], at) => [first, line(at % 2 === 0 ? 'Tom' : 'Maya', `${at}, as I say.`), last] as SceneElement[],
  );
  expect(echoesOf(others).flat()).toEqual([]);
});

const before = [line('Tom', 'Where is the ring you bought?'), action('Maya folds the letter into her sleeve.')];
const echoes = [
  { element: 1, avoid: ['is the ring you'], why: 'other scenes have these words' },
  { element: 2, avoid: ['folds the letter into'], why: 'other scenes have these words' },
];

test.each<[string, number, string, RegExp | undefined]>([
  ['says it otherwise', 2, 'Maya tucks the letter up her sleeve.', undefined],
  ['keeps the words', 2, 'Then Maya folds the letter into her boot.', /words to avoid/],
  ['says the same', 2, 'Maya folds the letter into her sleeve!', /changes nothing/],
  ['runs on', 2, `Maya tucks it up her sleeve, ${'and another thing, '.repeat(8)}`, /as long/],
  ['makes a question a statement', 1, 'Show me that ring of yours.', /question/],
  ['takes used words', 2, 'Maya puts it all in her coat.', /other scenes/],
])('words that %s: taken or refused, with the reason', (_, element, text, why) => {
  const used = (words: string) => (words.includes('puts it all in') ? 2 : 0);
  const { elements, decisions } = acceptSurface(before, [{ element, text }], { echoes, keep: [], used });
  expect(elements[element - 1]?.text).toBe(why === undefined ? text : before[element - 1]?.text);
  const decision = decisions[element - 1];
  expect(decision?.accepted).toBe(why === undefined);
  if (why !== undefined) expect(decision?.why).toMatch(why);
});

test('whatever is answered, only the elements that were asked for change, and only in what they say', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ element: fc.integer({ min: 1, max: 4 }), text: fc.string({ minLength: 1 }) })),
      (answer) => {
        const draft = [...before, action('A door.'), line('Maya', 'No.')];
        const { elements } = acceptSurface(draft, answer, { echoes, keep: ['her sleeve'], used: () => 0 });
        expect(elements).toHaveLength(draft.length);
        for (const [at, element] of elements.entries()) {
          expect({ ...element, text: '' }).toEqual({ ...draft[at], text: '' });
          if (at > 1) expect(element).toEqual(draft[at]);
        }
        expect(elements[1]?.text).toContain('her sleeve');
      },
    ),
  );
});

test('what is found is found again in the script that holds it, and how often words stand is counted by scenes', () => {
  const scenes = [1, 2, 3].map((at) =>
    scene(at, [action('He folds the letter into a boat.'), action('He folds the letter into a hat.')]),
  );
  const used = usedRuns(scenes, NAMES);
  expect(used('She folds the letter into nothing.')).toBe(3);
  expect(used('She burns it.')).toBe(0);
});

function echoesOf(scenes: readonly (readonly SceneElement[])[], own: Partial<SurfaceScene> = {}) {
  const found = findEchoes(
    scenes.map((elements, at) => ({ ...scene(at, elements), ...own })),
    NAMES,
  );
  return scenes.map((_, at) => found.get(`sc_${at}`) ?? []);
}

function scene(at: number, elements: readonly SceneElement[]): SurfaceScene {
  return { id: `sc_${at}`, elements, allowed: [], keep: [] };
}

function action(text: string): SceneElement {
  return { type: 'action', character: '', extension: '', parenthetical: '', text };
}

function line(character: string, text: string): SceneElement {
  return { ...action(text), type: 'line', character };
}
