import { expect, test } from 'vitest';
import type { SceneCard } from '../bibles/index.ts';
import type { SceneElement } from '../generators/index.ts';
import { blocksOf } from './draft.ts';
import { splitScenes } from './outline.ts';

const card = { id: 'sc_1' } as SceneCard;

test('lines in a row by one speaker share a cue, with their parentheticals', () => {
  check(
    [line('Maya', 'Sit.'), line('Maya', 'Please.', { parenthetical: 'quieter' }), line('Tom', 'No.')],
    ['MAYA: Sit. | (quieter) | Please.', 'TOM: No.'],
  );
});

test("one who speaks again after action alone is (CONT'D), and not after somebody else or a transition", () => {
  check(
    [line('Maya', 'Sit.'), action('He stands.'), line('Maya', 'Well?'), line('Tom', 'No.'), line('Maya', 'Oh.')],
    ['MAYA: Sit.', 'He stands.', "MAYA (CONT'D): Well?", 'TOM: No.', 'MAYA: Oh.'],
  );
  check(
    [line('Maya', 'Sit.'), { ...action('cut to:'), type: 'transition' }, line('Maya', 'Well?')],
    ['MAYA: Sit.', 'CUT TO:', 'MAYA: Well?'],
  );
});

test('a voice off stage has a cue of its own', () => {
  check(
    [line('Maya', 'Sit.'), line('Maya', 'Up here.', { extension: 'O.S.' })],
    ['MAYA: Sit.', "MAYA (O.S.) (CONT'D): Up here."],
  );
});

test('a line that nobody speaks is something seen or heard', () => {
  check([line('', 'A door, somewhere.')], ['A door, somewhere.']);
});

test('sequences are of nearly equal length and add up', () => {
  for (const scenes of [1, 6, 7, 8, 12, 40, 100, 133, 200]) {
    const sequences = splitScenes(scenes);
    expect(sequences.reduce((sum, count) => sum + count, 0)).toBe(scenes);
    expect(Math.max(...sequences) - Math.min(...sequences)).toBeLessThanOrEqual(1);
  }
});

/** The one place here that makes blocks. */
function check(elements: readonly SceneElement[], expected: readonly string[]): void {
  const printed = blocksOf(card, elements).map((block) => {
    if (block.type === 'dialogue') {
      const cue = [block.name, ...block.extensions.map((extension) => `(${extension})`)].join(' ');
      return `${cue}: ${block.parts.map((part) => (part.type === 'parenthetical' ? `(${part.text})` : part.text)).join(' | ')}`;
    }
    return 'text' in block ? block.text : block.type;
  });
  expect(printed).toEqual(expected);
}

function action(text: string): SceneElement {
  return { type: 'action', character: '', extension: '', parenthetical: '', text };
}

function line(character: string, text: string, own: Partial<SceneElement> = {}): SceneElement {
  return { ...action(text), type: 'line', character, ...own };
}
