import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { action, dialogue, dualDialogue, heading, parenthetical, screenplay, speech, titlePage } from '../build.ts';
import { sameBlock } from '../same.ts';
import type { Action, Block, Screenplay } from '../tree.ts';
import { mergeScreenplays } from './merge.ts';
import { edited, someEdit, someScript } from './scripts.fixture.ts';

const edits = fc.array(someEdit, { maxLength: 5 });

function says(one: Screenplay, other: Screenplay): void {
  expect(one.children.length).toBe(other.children.length);
  for (const [at, block] of one.children.entries()) {
    const counterpart = other.children[at];
    expect(counterpart !== undefined && sameBlock(block, counterpart)).toBe(true);
  }
}

const scene = (name: string): readonly Block[] => [
  heading(`int. ${name}`),
  action(`Mara comes into the ${name} and looks around.`),
  dialogue('MARA', `Is this the ${name} that you spoke about?`),
  action(`Nobody in the ${name} says anything.`),
];

const texts = (script: Screenplay): readonly string[] =>
  script.children.map((block) => ('text' in block ? block.text : block.type));

describe('merging two changes of one script', () => {
  test('a side that changed nothing takes nothing away from the other', () => {
    fc.assert(
      fc.property(someScript, edits, fc.option(someScript), (base, changes, another) => {
        const other = another ?? edited(base, changes);
        for (const merged of [
          mergeScreenplays({ base, ours: other, theirs: base }),
          mergeScreenplays({ base, ours: base, theirs: other }),
          mergeScreenplays({ base, ours: other, theirs: other }),
        ]) {
          expect(merged.conflicts).toEqual([]);
          says(merged.screenplay, other);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the same blocks conflict whichever side is called ours', () => {
    fc.assert(
      fc.property(someScript, edits, edits, (base, here, there) => {
        const [one, two] = [edited(base, here), edited(base, there)];
        const changed = (ours: Screenplay, theirs: Screenplay): readonly string[] =>
          mergeScreenplays({ base, ours, theirs })
            .conflicts.map((conflict) => `${conflict.type} ${JSON.stringify(conflict.base)}`)
            .toSorted();
        expect(changed(two, one)).toEqual(changed(one, two));
      }),
      { numRuns: 300 },
    );
  });

  test('no id is given twice', () => {
    fc.assert(
      fc.property(someScript, edits, edits, (base, here, there) => {
        const ours = edited(base, here);
        const { screenplay: merged } = mergeScreenplays({ base, ours, theirs: edited(base, there) });
        const ids = merged.children.flatMap(({ id }) => (id === undefined ? [] : [id]));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('a scene that one side moved has what the other changed, put in and took out in it', () => {
    const [one, two, three] = [scene('tower'), scene('beach'), scene('boat')];
    const base = screenplay(null, ...one, ...two, ...three);
    const ours = screenplay(
      null,
      ...one,
      ...two,
      ...three.toSpliced(1, 2, action('Mara comes into the boat and sits down.'), action('New.')),
    );
    const theirs = screenplay(null, ...three, ...one, ...two);
    for (const sides of [
      { ours, theirs },
      { ours: theirs, theirs: ours },
    ]) {
      const merged = mergeScreenplays({ base, ...sides });
      expect(merged.conflicts).toEqual([]);
      expect(texts(merged.screenplay)).toEqual([
        'INT. BOAT',
        'Mara comes into the boat and sits down.',
        'New.',
        'Nobody in the boat says anything.',
        ...texts(screenplay(null, ...one, ...two)),
      ]);
    }
  });

  test('a block that ours changed stays in its scene when theirs moved that and took the block out', () => {
    const [one, two, three] = [scene('tower'), scene('beach'), scene('boat')];
    const changed = action('Mara comes into the boat and sits down.');
    const merged = mergeScreenplays({
      base: screenplay(null, ...one, ...two, ...three),
      ours: screenplay(null, ...one, ...two, ...three.with(1, changed)),
      theirs: screenplay(null, ...three.toSpliced(1, 1), ...one, ...two),
    });
    expect(merged.conflicts).toMatchObject([{ type: 'changed', at: 1, ours: [changed], theirs: [] }]);
    says(merged.screenplay, screenplay(null, ...three.with(1, changed), ...one, ...two));
  });

  test('what theirs changed takes the id and the place of ours, so that it is printed there', () => {
    const position = { line: 1, endLine: 1, offset: 0, endOffset: 5 };
    const mine = { ...action('Rain.', { id: 'r' }), position };
    const base = { ...screenplay(null, mine), source: { format: 'fountain' as const, text: 'Rain.' } };
    const elsewhere = { line: 9, endLine: 9, offset: 90, endOffset: 95 };
    const theirs = screenplay(
      null,
      { ...action('Snow.'), position: elsewhere },
      { ...action('Wind.'), position: elsewhere },
    );
    const merged = mergeScreenplays({ base, ours: base, theirs });
    expect(merged.screenplay).toEqual({
      ...base,
      children: [action('Wind.'), { ...mine, text: 'Snow.' }].toReversed(),
    });
  });

  test('marks that one side put on a text whose words the other changed are a conflict', () => {
    const text = (words: string): Action => action(words, { id: 'a' });
    const marked: Block = { ...action('Rain falls.', { id: 'a' }), spans: [{ from: 5, to: 10, strike: true }] };
    const script = (block: Block): Screenplay => screenplay(null, block);
    const sides = { base: script(text('Rain falls.')), ours: script(text('It rains.')), theirs: script(marked) };
    expect(mergeScreenplays(sides).conflicts).toMatchObject([{ type: 'changed' }]);
    const both: Block = { ...text('Rain.'), spans: [{ from: 0, to: 4, strike: true }] };
    const scripts = {
      base: script(text('Rain falls.')),
      ours: script({ ...text('Rain falls.'), revision: 1 }),
      theirs: script(both),
    };
    expect(mergeScreenplays(scripts)).toEqual({ screenplay: script({ ...both, revision: 1 }), conflicts: [] });
  });

  test('scenes that both sides moved to different places are a conflict, and stand where ours has them', () => {
    const [one, two, three, four] = [scene('tower'), scene('beach'), scene('boat'), scene('house')];
    const base = screenplay(null, ...one, ...two, ...three, ...four);
    const ours = screenplay(null, ...four, ...one, ...two, ...three);
    const merged = mergeScreenplays({ base, ours, theirs: screenplay(null, ...one, ...four, ...two, ...three) });
    expect(merged.conflicts).toMatchObject([{ type: 'moved', at: 0, base: [{ text: 'INT. HOUSE' }] }]);
    says(merged.screenplay, ours);
  });

  test('a block changed in two ways is a conflict with all three in it, and ours stays', () => {
    const [before, mine, yours] = ['The door opens slowly.', 'The door opens fast.', 'The gate opens slowly.'];
    const script = (text: string): Screenplay => screenplay(null, heading('int. tower'), action(text, { id: 'd' }));
    const merged = mergeScreenplays({ base: script(before), ours: script(mine), theirs: script(yours) });
    expect(merged.conflicts).toMatchObject([
      { type: 'changed', at: 1, base: [{ text: before }], ours: [{ text: mine }], theirs: [{ text: yours }] },
    ]);
    says(merged.screenplay, script(mine));
  });

  test('different lines of one text, and different parts and fields of one dialogue, are merged', () => {
    const script = (lines: string, how: string, words: string, extensions: readonly string[]): Screenplay =>
      screenplay(
        null,
        action(lines, { id: 'a' }),
        dialogue('MARA', [parenthetical(how), speech(words)], { id: 'b', extensions }),
        dualDialogue(dialogue('TOM', how), dialogue('ANN', words), { id: 'c' }),
      );
    const merged = mergeScreenplays({
      base: script('One.\nTwo.\nThree.', 'low', 'Who is there?', []),
      ours: script('ONE.\nTwo.\nThree.', 'loud', 'Who is there?', []),
      theirs: script('One.\nTwo.\nTHREE.', 'low', 'Who goes there?', ['O.S.']),
    });
    expect(merged.conflicts).toEqual([]);
    says(merged.screenplay, script('ONE.\nTwo.\nTHREE.', 'loud', 'Who goes there?', ['O.S.']));
  });

  test('what one side took out and the other changed is a conflict', () => {
    const base = screenplay(null, ...scene('tower'));
    const gone = screenplay(null, ...scene('tower').slice(0, 3));
    const kept = screenplay(null, ...scene('tower').with(3, action('Nobody in the tower says a word.')));
    const merged = mergeScreenplays({ base, ours: gone, theirs: kept });
    expect(merged.conflicts).toMatchObject([{ type: 'changed', at: 3, ours: [], theirs: [{ type: 'action' }] }]);
    says(merged.screenplay, gone);
    says(mergeScreenplays({ base, ours: kept, theirs: gone }).screenplay, kept);
  });

  test('what both put in at one place is there once, and what they put in apart is a conflict', () => {
    const base = screenplay(null, ...scene('tower'));
    const withMore = (...more: readonly Block[]): Screenplay => screenplay(null, ...scene('tower'), ...more);
    const [same, mine, yours] = [action('Rain.'), action('A gull.'), action('A ship.')];
    const merged = mergeScreenplays({ base, ours: withMore(same, mine), theirs: withMore(same, yours) });
    expect(merged.conflicts).toMatchObject([{ type: 'inserted', at: 5, base: [], ours: [mine], theirs: [yours] }]);
    says(merged.screenplay, withMore(same, mine));
  });

  test('title pages and production are merged entry by entry', () => {
    const page = (author: string, contact: string): Screenplay => ({
      ...screenplay(titlePage({ title: 'Light', author, contact })),
      production: { cast: [{ name: author }], sceneNumbers: contact === 'x' ? 'both' : 'left' },
    });
    const merged = mergeScreenplays({ base: page('A', 'x'), ours: page('B', 'x'), theirs: page('A', 'y') });
    expect(merged).toEqual({ screenplay: page('B', 'y'), conflicts: [] });
    const apart = mergeScreenplays({ base: page('A', 'x'), ours: page('B', 'x'), theirs: page('C', 'x') });
    expect(apart.screenplay).toEqual(page('B', 'x'));
    expect(apart.conflicts).toMatchObject([
      { type: 'titlePage', key: 'Author', base: ['A'], ours: ['B'], theirs: ['C'] },
      { type: 'production', key: 'cast' },
    ]);
  });
});
