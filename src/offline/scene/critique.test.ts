import { expect, test } from 'vitest';
import type { Json } from '../../core/index.ts';
import { CritiqueAnswer, ReviseAnswer, type SceneElement, SceneJudgeAnswer } from '../../generators/index.ts';
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

test('through a lens only what it is for is seen, and the version with fewer faults is the better one in either order', () => {
  const faulty = [act('Ann slowly turns.'), act('The lamp swings wildly.'), say(ann, 'Leave it. I am so angry.')];
  const through = (lens: string): readonly string[] =>
    notesOf('critique.lens', { title: '', logline: '', scene, bible: [], elements: json(faulty), lens });
  expect(through('subtext')).toEqual(['line/on-the-nose']);
  expect(through('action')).toEqual(['action/adverb', 'action/adverb']);
  expect(through('voice')).toEqual([]);
  const judge = (a: readonly SceneElement[], b: readonly SceneElement[]): string =>
    SceneJudgeAnswer.parse(
      ask('scene.judge', { title: '', logline: '', scene, bible: [], asked: [], a: json(a), b: json(b) }),
    ).better;
  const better = [...faulty.slice(0, 2), say(ann, 'Leave it.')];
  expect([judge(faulty, better), judge(better, faulty), judge(faulty, faulty)]).toEqual(['B', 'A', 'tie']);
});

test('what nobody may change is declined, and so is what takes a writer', () => {
  const elements = [say(ann, 'Leave it. I am so angry.')];
  const [note] = critique(elements).notes;
  if (!note) throw new Error('no note');
  const { element: _, ...whole } = note;
  const input = { title: '', scene, bible: [], elements: json(elements), keep: [], voices: [ann] };
  const patch = (notes: readonly object[], held: readonly number[]): ReviseAnswer =>
    ReviseAnswer.parse(ask('rewrite.patch', { ...input, notes: notes as Json, held }));
  expect(patch([note], []).patches).toHaveLength(1);
  expect(patch([note], [1]).declined).toHaveLength(1);
  expect(patch([whole], []).declined).toMatchObject([{ why: expect.stringContaining('writer') }]);
});

function notesOf(task: string, input: Json): readonly string[] {
  const { notes } = ask(task, input) as unknown as { readonly notes: readonly { readonly rule: string }[] };
  return notes.map(({ rule }) => rule);
}

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
