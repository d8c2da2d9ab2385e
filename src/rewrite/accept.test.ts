import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SceneElement } from '../generators/index.ts';
import { acceptPatches, foundedNotes } from './index.ts';

const draft: readonly SceneElement[] = [
  action('Rain on the skylight.'),
  line('Maya', 'I am angry, Tom. I am so angry.'),
  line('Tom', 'I know.'),
];

test('a note whose quote does not stand where it says is dropped', () => {
  expect(foundedNotes([note(2, 'so angry'), note(3, 'so angry'), note(9, 'Rain'), note(1, '  ')], draft)).toHaveLength(
    1,
  );
});

test('a patch for the quoted element is taken, and nothing else changes', () => {
  const { elements, decisions } = settle(
    [note(2, 'so angry')],
    [{ note: 1, element: 2, with: [line('Maya', 'Sit down.')] }],
  );
  expect(elements).toEqual([draft[0], line('Maya', 'Sit down.'), draft[2]]);
  expect(decisions).toMatchObject([{ accepted: true }]);
});

test.each([
  ['changes another element', { note: 1, element: 1, with: [action('Snow.')] }, /does not quote/],
  ['changes nothing', { note: 1, element: 2, with: [draft[1] as SceneElement] }, /changes nothing/],
  ['takes a speaker out of the scene', { note: 1, element: 2, with: [] }, /take Maya out/],
  ['changes words to be kept', { note: 1, element: 2, with: [line('Maya', 'Go.')] }, /kept/, ['I am angry, Tom.']],
])('a patch that %s is refused, with the reason', (_, patch, why, keep: readonly string[] = []) => {
  const { elements, decisions } = settle([note(2, 'so angry')], [patch], keep);
  expect(elements).toEqual(draft);
  expect(decisions[0]).toMatchObject({ accepted: false, why: expect.stringMatching(why) });
});

test('a note about an exchange may be settled next to what it quotes', () => {
  const patch = { note: 1, element: 3, with: [line('Tom', 'Sit.')] };
  expect(settle([note(2, 'so angry')], [patch]).decisions[0]?.accepted).toBe(false);
  expect(settle([note(2, 'so angry', 'exchange')], [patch]).elements[2]).toEqual(line('Tom', 'Sit.'));
});

test('a second patch of one element is refused', () => {
  const notes = [note(2, 'so angry'), note(2, 'I am angry')];
  const patches = [
    { note: 1, element: 2, with: [line('Maya', 'Sit.')] },
    { note: 2, element: 2, with: [line('Maya', 'Stand.')] },
  ];
  expect(settle(notes, patches).decisions.map(({ accepted }) => accepted)).toEqual([true, false]);
});

test('a note that is declined, or answered by nothing, says so', () => {
  const result = acceptPatches(draft, {
    notes: [note(2, 'so angry'), note(3, 'I know')],
    keep: [],
    patches: [],
    declined: [{ note: 1, why: 'she is meant to say it' }],
  });
  expect(result.decisions.map(({ why }) => why)).toEqual(['she is meant to say it', 'the reviser gave no patch']);
  expect(result.elements).toEqual(draft);
});

test('whatever a reviser answers, nobody loses a last line and no unquoted element changes', () => {
  const element = fc.oneof(fc.constant(action('Dust.')), fc.constantFrom(line('Maya', 'No.'), line('Tom', 'Yes.')));
  const patch = fc.record({
    note: fc.integer({ min: 1, max: 4 }),
    element: fc.integer({ min: 1, max: 4 }),
    with: fc.array(element, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(
      fc.array(patch),
      fc.subarray([note(1, 'Rain'), note(2, 'angry'), note(3, 'know')]),
      (patches, notes) => {
        const { elements } = settle(notes, patches);
        const heard = elements.map(({ character }) => character);
        expect(heard).toEqual(expect.arrayContaining(['Maya', 'Tom']));
        for (const [index, before] of draft.entries()) {
          if (!notes.some((each) => each.element === index + 1)) expect(elements).toContainEqual(before);
        }
      },
    ),
  );
});

function settle(
  notes: Parameters<typeof acceptPatches>[1]['notes'],
  patches: Parameters<typeof acceptPatches>[1]['patches'],
  keep: readonly string[] = [],
) {
  return acceptPatches(draft, { notes, keep, patches, declined: [] });
}

function note(element: number, quote: string, scope: 'element' | 'exchange' | 'scene' = 'element') {
  return { rule: 'line/on-the-nose', severity: 'major' as const, scope, element, quote, message: 'said', fix: 'unsay' };
}

function action(text: string): SceneElement {
  return { type: 'action', character: '', extension: '', parenthetical: '', text };
}

function line(character: string, text: string): SceneElement {
  return { type: 'line', character, extension: '', parenthetical: '', text };
}
