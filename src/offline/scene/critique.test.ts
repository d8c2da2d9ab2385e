import { expect, test } from 'vitest';
import type { Json } from '../../core/index.ts';
import { CritiqueAnswer, ReviseAnswer, type SceneElement } from '../../generators/index.ts';
import { ask, sampleScenes, writeSample } from './sample-scenes.ts';
import { shortName } from './slots.ts';

const [sample] = sampleScenes(40).filter(({ scene }) => scene.speakers.length === 2);
if (!sample) throw new Error('no dialogue among the samples');
const [ann = '', bob = ''] = sample.scene.speakers;
const scene = { ...sample.scene } as unknown as Json;

test.each<[string, readonly SceneElement[], string]>([
  ['a speech over thirty words', [say(ann, `${'word '.repeat(31).trim()}.`)], 'line/length'],
  ['a block over sixty words', [act(`${'It rains on them. '.repeat(16)}`.trim())], 'action/length'],
  ['a feeling that is announced', [say(ann, 'Leave it. I am so angry.')], 'line/on-the-nose'],
  [
    'four words said twice',
    [say(ann, 'Give me the old key.'), say(bob, 'Never mind. Give me the old hat.')],
    'surface/repetition',
  ],
  [
    'an action done twice',
    [act('Ann shuts the green door.'), act('Ann shuts the green door again.')],
    'action/repetition',
  ],
  [
    'a name called twice',
    [say(ann, `Come in, ${shortName(bob)}.`), say(ann, `Sit down, ${shortName(bob)}. Eat.`)],
    'line/naming',
  ],
  ['adverbs in action', [act('Ann slowly turns.'), act('The lamp swings wildly.')], 'action/adverb'],
  [
    'a scene that stops in talk',
    [...Array.from({ length: 5 }, (_, n) => say(n % 2 ? ann : bob, `Number ${n}.`)), say(ann, 'So'), say(ann, 'On.')],
    'scene/no-turn',
  ],
])('%s is noted with its exact words, and a patch settles it', (_, elements, rule) => {
  const notes = critique(elements).notes;
  const note = notes.find((each) => each.rule === rule);
  expect(note?.rule).toBe(rule);
  expect(elements[(note?.element ?? 0) - 1]?.text).toContain(note?.quote);
  const revised = revise(elements, notes, []);
  expect(critique(patch(elements, revised)).notes.filter((each) => each.rule === rule)).toEqual([]);
});

test('a clean scene gets no notes', () => {
  expect(
    critique([act('Rain.'), say(ann, 'Is it open?'), say(bob, 'It was.'), act('He hands over the key.')]).notes,
  ).toEqual([]);
});

test('there are never more than seven notes, and most of our own scenes need few', () => {
  const counts = sampleScenes(30).map((each) => critique(writeSample(each)).notes.length);
  expect(Math.max(...counts)).toBeLessThanOrEqual(7);
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThan(2);
});

test('what is to be kept is not touched, and what no rule settles is declined', () => {
  const elements = [say(ann, 'I am so angry.')];
  const [note] = critique(elements).notes;
  if (!note) throw new Error('no note');
  expect(revise(elements, [note], ['so angry']).patches).toEqual([]);
  expect(revise(elements, [{ ...note, rule: 'story/stakes' }], []).declined).toHaveLength(1);
  expect(revise(elements, [{ ...note, quote: 'not there' }], []).declined).toHaveLength(1);
});

function critique(elements: readonly SceneElement[]): CritiqueAnswer {
  return CritiqueAnswer.parse(
    ask('scene.critique', { title: '', logline: '', scene, bible: [], elements: json(elements) }),
  );
}

function revise(
  elements: readonly SceneElement[],
  notes: CritiqueAnswer['notes'],
  keep: readonly string[],
): ReviseAnswer {
  const input = { title: '', scene, bible: [], elements: json(elements), notes, keep };
  return ReviseAnswer.parse(ask('scene.revise', input));
}

function patch(elements: readonly SceneElement[], { patches }: ReviseAnswer): readonly SceneElement[] {
  return elements.flatMap((element, index) => patches.find((each) => each.element === index + 1)?.with ?? [element]);
}

function json(elements: readonly SceneElement[]): Json {
  return elements.map((element) => ({ ...element }));
}

function say(character: string, text: string): SceneElement {
  return { type: 'line', character, extension: '', parenthetical: '', text };
}

function act(text: string): SceneElement {
  return { type: 'action', character: '', extension: '', parenthetical: '', text };
}
