import { expect, test } from 'vitest';
import type { SceneBrief, SceneElement } from './index.ts';
import { stagingFaults } from './staging.ts';

const scene = {
  speakers: ['Neel', 'Piet'],
  extras: [{ name: 'Boy', sketch: 'sells papers' }],
  length: 'flash',
} as unknown as SceneBrief;
const offers = [
  offer('Neel', 'You have moved the clock.', 'Forty days I would need to pay it.', 'Whose hand is that?'),
  offer('Piet', 'We close at four, as a rule.', "I'm not saying it can't, I'm only..."),
];
const rain = action('Rain on the skylight, and a boy with papers under his coat who waits for the door to be opened.');
const boy = line('Boy', 'Late edition.');
const piet = line('Piet', 'We close at four.');

test('lines as they were offered, shortened, joined or told as changed are right', () => {
  const clock = line('Neel', 'You’ve moved the clock. Whose hand is that?');
  const changed = [{ from: 'You have moved the clock.', to: "You've moved the clock." }];
  expect(rules([rain, boy, piet, line('Neel', 'Forty days I would need.')])).toEqual([]);
  expect(rules([rain, boy, piet, line('Neel', 'You have moved the clock. Well, whose hand is that?')])).toEqual([]);
  expect(rules([rain, boy, piet, clock], changed)).toEqual([]);
});

test.each<[string, readonly SceneElement[], string]>([
  [
    'a line that nobody offered',
    [rain, boy, piet, line('Neel', 'I never loved this boat, nor you.')],
    'staging/strange-line',
  ],
  [
    "another one's line",
    [rain, boy, piet, line('Neel', 'We close at four.'), line('Neel', 'Whose hand is that?')],
    'staging/strange-line',
  ],
  ['somebody without a line', [rain, boy, line('Neel', 'Whose hand is that?')], 'staging/no-line'],
  ['an extra without a line', [rain, piet, line('Neel', 'Whose hand is that?')], 'staging/no-line'],
  ['an extra who talks', [rain, boy, boy, boy, boy, piet, line('Neel', 'Whose hand is that?')], 'staging/extra'],
  [
    'somebody who is not there',
    [rain, boy, piet, line('Neel', 'Whose hand is that?'), line('Jo', 'No.')],
    'staging/strange-speaker',
  ],
  ['next to nothing', [boy, piet, line('Neel', 'Whose?')], 'staging/length'],
  ['far too much', [...Array.from({ length: 12 }, () => rain), boy, piet, line('Neel', 'Whose?')], 'staging/length'],
])('%s is a fault', (_, elements, rule) => {
  expect(rules(elements)).toEqual([rule]);
});

test('a change that is told from words that nobody offered is none', () => {
  const changed = [{ from: 'I hate you.', to: 'I never loved this boat.' }];
  expect(rules([rain, boy, piet, line('Neel', 'I never loved this boat.')], changed)).toEqual(['staging/strange-line']);
});

function rules(elements: readonly SceneElement[], changed: readonly { from: string; to: string }[] = []) {
  return stagingFaults({ scene, offers }, { elements, changed }).map(({ rule }) => rule);
}

function offer(character: string, ...lines: readonly string[]) {
  return { character, offer: { lines: lines.map((text) => ({ beat: 1, text, parenthetical: '' })) } };
}

function action(text: string): SceneElement {
  return { type: 'action', character: '', extension: '', parenthetical: '', text };
}

function line(character: string, text: string): SceneElement {
  return { ...action(text), type: 'line', character };
}
