import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  action,
  dialogue,
  dualDialogue,
  heading,
  note,
  pageBreak,
  parenthetical,
  screenplay,
  speech,
  sung,
} from '../build.ts';
import type { Block, Screenplay, TextSpan } from '../tree.ts';
import { blockText } from '../visit/block-text.ts';
import { reviseScreenplay } from './revise.ts';
import { edited, someEdit, someScript } from './scripts.fixture.ts';

/** A script without any mark of revisions. */
function unmarked(script: Screenplay): Screenplay {
  const text = JSON.stringify(script, (key, value: unknown) =>
    key === 'revision' || key === 'spans' ? undefined : value,
  );
  // Nothing but fields that may be absent was left out.
  return JSON.parse(text) as Screenplay;
}

function spansOf(block: Block): readonly (readonly TextSpan[])[] {
  if (block.type === 'dialogue') return block.parts.map(({ spans }) => spans ?? []);
  if (block.type === 'dualDialogue') return [block.left, block.right].flatMap(spansOf);
  return 'spans' in block ? [block.spans ?? []] : [];
}

const revised = (before: readonly Block[], after: readonly Block[], revision = 2): readonly Block[] =>
  reviseScreenplay(screenplay(null, ...before), screenplay(null, ...after), revision).children;

describe('marking what changed between two issues', () => {
  test('nothing but marks is added, and an issue like the last one has none', () => {
    fc.assert(
      fc.property(someScript, fc.array(someEdit, { maxLength: 6 }), (before, edits) => {
        const after = edited(before, edits);
        expect(unmarked(reviseScreenplay(before, after, 2))).toEqual(unmarked(after));
        expect(reviseScreenplay(before, before, 2)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  test('issue after issue, spans stay in order and inside the text, and no two revisions lie over each other', () => {
    fc.assert(
      fc.property(someScript, fc.array(fc.array(someEdit, { maxLength: 4 }), { maxLength: 3 }), (first, issues) => {
        let script = first;
        for (const [at, edits] of issues.entries()) {
          // An edit of the words makes the spans over them worthless: an editor would move them, this test drops them.
          const plain = edited(unmarked(script), edits);
          const kept = new Map(script.children.map((block) => [blockText(block), block]));
          const after = { ...plain, children: plain.children.map((block) => kept.get(blockText(block)) ?? block) };
          script = reviseScreenplay(script, after, at + 1);
          for (const block of script.children) {
            for (const spans of spansOf(block)) {
              for (const [index, { from, to }] of spans.entries()) {
                expect(from).toBeLessThanOrEqual(to);
                expect(to).toBeLessThanOrEqual(blockText(block).length);
                expect(from).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? 0);
              }
            }
          }
        }
      }),
    );
  });

  test('new words are marked, and where words only went, the place', () => {
    const before = [action('The red door opens very slowly.')];
    expect(revised(before, [action('The blue door opens slowly.')])).toMatchObject([
      {
        spans: [
          { from: 4, to: 8, revision: 2 },
          { from: 20, to: 20, revision: 2 },
        ],
      },
    ]);
  });

  test('a new block belongs to the revision, a new dialogue with its parts', () => {
    const after = [heading('int. tower'), action('Rain.'), dialogue('MARA', [parenthetical('low'), speech('No.')])];
    expect(revised([heading('int. tower')], after)).toEqual([
      heading('int. tower'),
      { ...action('Rain.'), revision: 2 },
      {
        ...dialogue('MARA', [
          { type: 'parenthetical', text: 'low', revision: 2 },
          { type: 'speech', text: 'No.', revision: 2 },
        ]),
        revision: 2,
      },
    ]);
  });

  test('where blocks were taken out, the text before carries the mark, or the one after at the start', () => {
    const [one, two, three] = [action('One thing.'), action('Another one.'), action('A third.')];
    expect(revised([one, two, three], [one, three])).toEqual([
      { ...one, spans: [{ from: 10, to: 10, revision: 2 }] },
      three,
    ]);
    expect(revised([one, two, three], [pageBreak(), two, three])).toMatchObject([
      { type: 'pageBreak', revision: 2 },
      { text: 'Another one.' },
      three,
    ]);
    expect(revised([one, two], [two])).toEqual([{ ...two, spans: [{ from: 0, to: 0, revision: 2 }] }]);
    expect(revised([one, note('Check.'), three], [one, three])).toEqual([one, three]);
  });

  test('what stands in the place of something that was taken out carries the mark alone', () => {
    const [one, two, three] = [action('One thing.'), dialogue('MARA', 'No.'), action('A third.')];
    const rain = action('Rain.');
    expect(revised([one, two, three], [one, rain, three])).toEqual([one, { ...rain, revision: 2 }, three]);
    const said = dialogue('MARA', [parenthetical('low'), speech('No.')], { id: 'd' });
    const sings = dialogue('MARA', [sung('La.'), speech('No.')], { id: 'd' });
    expect(revised([said], [sings])).toEqual([{ ...sings, parts: [{ ...sung('La.'), revision: 2 }, speech('No.')] }]);
  });

  test('where something was taken out before and the words around it are new, one mark is left', () => {
    const before = action('The old red door opens now.', { id: 'a' });
    const after: Block = {
      ...action('The new blue gate opens now.', { id: 'a' }),
      spans: [{ from: 8, to: 8, revision: 1 }],
    };
    expect(revised([before], [after])).toEqual([{ ...after, spans: [{ from: 4, to: 17, revision: 2 }] }]);
  });

  test('in a dialogue, the cue, each part and the place of a part that went are marked apart', () => {
    const said = (name: string, ...parts: readonly string[]): Block => dialogue(name, parts.map(speech), { id: 'd' });
    expect(revised([said('MARA', 'Who is there?')], [said('TOM', 'Who is there?')])).toEqual([
      { ...said('TOM', 'Who is there?'), revision: 2 },
    ]);
    const how = dialogue('MARA', [parenthetical('low'), speech('Who is there?')], { id: 'd' });
    expect(revised([how], [said('MARA', 'Who is there?')])).toMatchObject([
      { parts: [{ text: 'Who is there?', spans: [{ from: 0, to: 0, revision: 2 }] }] },
    ]);
    expect(revised([said('MARA', 'Who is there?')], [how])).toEqual([
      { ...how, parts: [{ ...parenthetical('low'), revision: 2 }, speech('Who is there?')] },
    ]);
    const both = (words: string): Block => dualDialogue(dialogue('A', 'No.'), dialogue('B', words), { id: 'x' });
    expect(revised([both('Oh yes.')], [both('Oh no.')])).toMatchObject([
      { left: dialogue('A', 'No.'), right: { parts: [{ spans: [{ from: 3, to: 5, revision: 2 }] }] } },
    ]);
  });

  test('a heading with another number is marked as a whole', () => {
    const [before, after] = [heading('int. tower', { number: '4' }), heading('int. tower', { number: '5' })];
    expect(revised([before], [after])).toEqual([{ ...after, revision: 2 }]);
  });

  test('a scene that moved is marked at its new place, and its old place is', () => {
    const rooms = ['tower', 'beach', 'boat'].map((name) => [
      heading(`int. ${name}`),
      action(`The ${name} is empty and dark.`),
      action(`Then a light goes on in the ${name}.`),
    ]);
    const [one = [], two = [], three = []] = rooms;
    const blocks = revised([...one, ...two, ...three], [...three, ...one, ...two]);
    expect(blocks.slice(0, 3)).toEqual(three.map((block) => ({ ...block, revision: 2 })));
    expect(blocks.slice(3, 8)).toEqual([...one, ...two].slice(0, 5));
    expect(blocks[8]).toMatchObject({ spans: [{ from: 34, to: 34, revision: 2 }] });
  });

  test('older marks stay beside the new ones, and what else a span carries stays under them', () => {
    const before: Block = { ...action('The old red door opens now.', { id: 'a' }), revision: 1 };
    const after: Block = {
      ...action('The old blue gate opens now.', { id: 'a' }),
      spans: [
        { from: 0, to: 20, revision: 1, strike: true },
        { from: 20, to: 28, revision: 1 },
        { from: 28, to: 28, revision: 1 },
      ],
    };
    expect(revised([before], [after])).toMatchObject([
      {
        spans: [
          { from: 0, to: 8, revision: 1, strike: true },
          { from: 8, to: 17, strike: true },
          { from: 8, to: 17, revision: 2 },
          { from: 17, to: 20, revision: 1, strike: true },
          { from: 20, to: 28, revision: 1 },
          { from: 28, to: 28, revision: 1 },
        ],
      },
    ]);
  });

  test('a text that is new up to where something was taken out has one mark', () => {
    const [waves, gulls] = [action('The waves break on the rocks.', { id: 'w' }), action('Gulls.')];
    const tower = heading('int. tower');
    expect(revised([waves, gulls, tower], [{ ...waves, text: 'The waves break on the boat' }, tower])).toMatchObject([
      { spans: [{ from: 23, to: 27, revision: 2 }] },
      tower,
    ]);
    const after = [{ ...gulls, text: 'Waves.' }];
    expect(revised([tower, gulls], after)).toEqual([{ ...after[0], spans: [{ from: 0, to: 5, revision: 2 }] }]);
  });

  test('a block that became new has no older marks left', () => {
    const after: Block = {
      ...action('Rain.'),
      spans: [
        { from: 0, to: 2, revision: 1 },
        { from: 2, to: 4, revision: 1, strike: true },
      ],
    };
    expect(revised([], [after])).toEqual([
      { ...action('Rain.'), revision: 2, spans: [{ from: 2, to: 4, strike: true }] },
    ]);
  });
});
