import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordVersion } from '../../bibles/index.ts';
import { toJson } from '../../core/index.ts';
import type { Block } from '../../screenplay/index.ts';
import type { EditDocument } from '../edit.ts';
import { sceneText } from '../scene-text.ts';
import { blameScene, type SceneHistory } from './blame-scene.ts';
import { sharesOf } from './disclose.ts';
import type { StepAnswer } from './origin.ts';
import { passagesOf, wordsIn } from './passage.ts';

const RUNS = Number(process.env['RUNS'] ?? 1000);

const action = (text: string): Block => ({ type: 'action', text });
const line = (name: string, ...texts: readonly string[]): Block => ({
  ...{ type: 'dialogue', name, extensions: [] },
  parts: texts.map((text) => ({ type: 'speech', text })),
});

/** A step that gave these words. */
function answer(
  task: string,
  ...said: readonly (string | { readonly text: string; readonly note: string })[]
): StepAnswer {
  return {
    ...{ key: `k1:${task}`, slot: `sc_1/${task}`, task, agent: task.slice('scene.'.length), model: 'acme/large' },
    ...{ reads: [{ label: 'MAYA.want', version: 'v3' }], time: '2026-11-26T12:00:00.000Z', cost: 0.01 },
    said: said.map((one) => (typeof one === 'string' ? { text: one } : one)),
  };
}

/** A version of the scene's edit. */
function version(at: number, by: string, document: EditDocument | null): RecordVersion {
  return {
    ...{ kind: 'edit', id: 'sc_1', version: at, reason: '', changeSet: `cs_${at}` },
    document: document === null ? null : toJson(document),
    author: { type: 'person', name: by },
    time: `2026-11-2${at}T12:00:00.000Z`,
  };
}

const GENERATED = [
  action('Rain on the ferry.'),
  line('MAYA', 'You never came back for me.'),
  action('She unties the rope.'),
];

function scene(own: Partial<SceneHistory> = {}): SceneHistory {
  const generated = own.generated ?? GENERATED;
  const last = own.versions?.at(-1)?.document as unknown as EditDocument | undefined;
  return {
    ...{ generated, isImported: false, model: 'acme/large', answers: [], versions: [] },
    ...own,
    text: own.text ?? sceneText(generated, last).blocks,
  };
}

test('a line that nobody touched is the machine’s, with the steps that gave it', () => {
  const answers = [
    answer('scene.direct', 'Rain on the ferry.', 'You never came back for me.', 'She waits.'),
    answer('scene.lines', 'You never came back for me, not once.'),
    answer('scene.revise', { text: 'She unties the rope.', note: 'visual: show it' }),
    answer('scene.critique', 'She unties the rope.'),
  ];
  const [rain, said, rope] = blameScene(scene({ answers }));
  expect(rain?.origin).toMatchObject({ type: 'model', steps: [{ task: 'scene.direct', part: 'wrote' }] });
  expect(said?.origin).toMatchObject({
    steps: [
      { task: 'scene.lines', part: 'wrote', reads: [{ label: 'MAYA.want', version: 'v3' }] },
      { task: 'scene.direct', part: 'changed' },
    ],
  });
  expect(rope?.origin).toMatchObject({ steps: [{ task: 'scene.revise', part: 'wrote', note: 'visual: show it' }] });
});

test('what a person typed is theirs, from the version in which they did', () => {
  const first = { base: GENERATED, text: [...GENERATED, action('The bank is gone.')] };
  const second = { base: GENERATED, text: [...first.text, line('TOM', 'I moved it.')] };
  const blamed = blameScene(scene({ versions: [version(1, 'Ada', first), version(2, 'Ben', second)] }));
  expect(blamed.map(({ origin }) => origin.type)).toEqual(['model', 'model', 'model', 'person', 'person']);
  expect(blamed[3]?.origin).toMatchObject({ by: { name: 'Ada' }, version: 1, time: '2026-11-21T12:00:00.000Z' });
  expect(blamed[4]?.origin).toMatchObject({ by: { name: 'Ben' }, version: 2 });
});

test('a generated line that a person changed is both: so many words kept, so many of the person’s', () => {
  const edit = { base: GENERATED, text: GENERATED.with(1, line('MAYA', 'You never came back for the dog.')) };
  const [, said] = blameScene(scene({ versions: [version(1, 'Ada', edit)] }));
  expect(said?.origin).toMatchObject({
    ...{ type: 'edited', before: 'You never came back for me.', kept: 5, own: 2, by: { name: 'Ada' } },
  });
  // Changed again, it is held against the machine's words, and not against the first person's.
  const again = { base: GENERATED, text: GENERATED.with(1, line('MAYA', 'You never came for the dog.')) };
  const [, twice] = blameScene(scene({ versions: [version(1, 'Ada', edit), version(2, 'Ben', again)] }));
  expect(twice?.origin).toMatchObject({ type: 'edited', before: 'You never came back for me.', kept: 4, own: 2 });
  // What has next to nothing of it left is the person's.
  const other = { base: GENERATED, text: GENERATED.with(1, line('MAYA', 'Good evening, captain.')) };
  expect(blameScene(scene({ versions: [version(1, 'Ada', other)] }))[1]?.origin.type).toBe('person');
});

test('a line that a model wrote and a person took is the machine’s, and says who took it', () => {
  const block = action('The rope is already cut.');
  const taken = [{ block, keys: ['k1:patch'], model: 'acme/small', from: 'pr_1', notes: ['nt_1'] }];
  const edit = { base: GENERATED, text: GENERATED.with(2, block), taken };
  const [, , rope] = blameScene(scene({ versions: [version(1, 'Ada', edit)] }));
  expect(rope?.origin).toMatchObject({
    ...{ type: 'taken', by: { name: 'Ada' }, model: 'acme/small', keys: ['k1:patch'], from: 'pr_1', notes: ['nt_1'] },
  });
  const changed = { base: GENERATED, text: GENERATED.with(2, action('The rope is already frayed.')), taken };
  const both = blameScene(scene({ versions: [version(1, 'Ada', edit), version(2, 'Ben', changed)] }))[2]?.origin;
  expect(both).toMatchObject({ type: 'edited', model: 'acme/small', kept: 4, own: 1, by: { name: 'Ben' } });
});

test('a scene that was generated again under an edit: new lines are the machine’s, the person’s stay theirs', () => {
  const edit = { base: GENERATED, text: [...GENERATED, action('The bank is gone.')] };
  const generated = GENERATED.with(0, action('Snow on the ferry, and no sound.'));
  const blamed = blameScene(scene({ generated, versions: [version(1, 'Ada', edit)] }));
  expect(blamed.map(({ text, origin }) => [text, origin.type])).toEqual([
    ['Snow on the ferry, and no sound.', 'model'],
    ['You never came back for me.', 'model'],
    ['She unties the rope.', 'model'],
    ['The bank is gone.', 'person'],
  ]);
});

test('what was read from a file is imported, and changed by a person it is the person’s', () => {
  const edit = { base: GENERATED, text: GENERATED.with(0, action('Rain on the old ferry.')) };
  const blamed = blameScene(scene({ isImported: true, versions: [version(1, 'Ada', edit)] }));
  expect(blamed.map(({ origin }) => origin.type)).toEqual(['person', 'imported', 'imported']);
  expect(sharesOf(blamed)).toMatchObject({ machine: { words: 0 }, edited: { words: 0 }, imported: { elements: 2 } });
});

const word = fc.constantFrom('rain', 'ferry', 'rope', 'you', 'never', 'came', 'back', 'dog');
const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const block: fc.Arbitrary<Block> = fc.oneof(
  text.map(action),
  fc
    .tuple(fc.constantFrom('MAYA', 'TOM'), fc.array(text, { minLength: 1, maxLength: 3 }))
    .map(([name, texts]) => line(name, ...texts)),
);
const blocks = fc.array(block, { maxLength: 8 });

test('the words of the three classes are the words of the scene; untouched is machine, typed anew is human', () => {
  fc.assert(
    fc.property(blocks, fc.array(blocks, { maxLength: 4 }), fc.boolean(), (generated, texts, again) => {
      const versions = texts.map((one, at) => version(at + 1, 'Ada', { base: generated, text: one }));
      const now = again ? [...generated, action('dog dog dog')] : generated;
      const history = scene({ generated: now, versions });
      const blamed = blameScene(history);
      const { human, machine, edited, all } = sharesOf(blamed);
      const total = passagesOf(history.text).reduce((sum, passage) => sum + wordsIn(passage), 0);
      expect(all).toEqual({ words: total, elements: passagesOf(history.text).length });
      expect(human.words + machine.words + edited.words).toBe(total);
      expect(human.elements + machine.elements + edited.elements).toBe(all.elements);
      for (const { origin, words } of blamed)
        if (origin.type === 'edited') expect(origin.kept + origin.own).toBe(words);
      if (versions.length === 0) expect(machine).toEqual(all);
      // Words that no machine ever used are nobody's but a person's.
      const typed = blameScene(
        scene({
          generated,
          versions: [...versions, version(9, 'Ben', { base: generated, text: [action('Unheard.')] })],
        }),
      );
      expect(typed.filter((one) => one.text === 'Unheard.').map(({ origin }) => origin)).toMatchObject([
        { type: 'person', by: { name: 'Ben' }, version: 9 },
      ]);
    }),
    { numRuns: RUNS },
  );
});

test('passages are counted by the lines in which they are printed, as locks count them', () => {
  const text: readonly Block[] = [
    action('Rain.\nMore rain.'),
    { ...line('MAYA', 'You came.', 'Why?'), id: 'x' } as Block,
  ];
  expect(blameScene(scene({ text, generated: text })).map((one) => [one.line, one.lastLine, one.text])).toEqual([
    [3, 4, 'Rain.\nMore rain.'],
    [7, 7, 'You came.'],
    [8, 8, 'Why?'],
  ]);
});
