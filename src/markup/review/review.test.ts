import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edited, someBlock, someEdit } from '../../screenplay/diff/scripts.fixture.ts';
import { action, type Block, blockText, dialogue, screenplay } from '../../screenplay/index.ts';
import type { Edit } from '../edit.ts';
import type { Lock } from '../lock.ts';
import type { Mark, MarkDocument, TextProposal } from '../proposal.ts';
import { sceneText } from '../scene-text.ts';
import { type AppliedMarks, applyMarks, applyProposal, hunksOf } from './index.ts';

/** By hand: `RUNS=10000 npx vitest run src/markup/review`. */
const RUNS = Number(process.env['RUNS'] ?? 60);
const ANN = { by: { type: 'person', name: 'Ann' }, time: '2026-11-26T20:00:00Z', reason: '', version: 1 } as const;

const scene: readonly Block[] = [
  action('Rain on the skylight.'),
  dialogue('MAYA', 'I am angry, Tom. I am so angry.'),
  action('A clock ticks.'),
  dialogue('TOM', 'I know.'),
];
const better: readonly Block[] = [
  action('Rain on the skylight.'),
  dialogue('MAYA', 'Sit down, Tom. I am so angry.'),
  action('A clock ticks.'),
  dialogue('TOM', 'I know.'),
  action('He does not sit.'),
];

const blocks = fc.array(someBlock, { maxLength: 12 });
const edits = fc.array(someEdit, { maxLength: 5 });
const change = (from: readonly Block[], how: Parameters<typeof edited>[1]): readonly Block[] =>
  edited(screenplay(null, ...from), how).children;
const pair = fc
  .tuple(blocks, edits, blocks)
  .chain(([base, how, other]) => fc.constantFrom([base, change(base, how)] as const, [base, other] as const));

describe('taking a proposal', () => {
  test('all of its changes give just its text, and none of them just what there was', () => {
    fc.assert(
      fc.property(pair, ([base, text]) => {
        const proposal = proposalOf(base, text);
        const hunks = hunksOf(proposal, { current: base });
        const whole = decide(base, proposal, all(hunks.length, 'accept'));
        expect(texts(whole.blocks)).toEqual(texts(text));
        expect(whole.left).toEqual([]);
        expect(after(base, whole)).toEqual(texts(text));
        const none = decide(base, proposal, all(hunks.length, 'reject'));
        expect(none.edit).toBeUndefined();
        expect(none.left).toEqual([]);
        expect(texts(none.blocks)).toEqual(texts(base));
        expect(texts(applyProposal({ generated: base, proposal }).blocks)).toEqual(texts(text));
      }),
      { numRuns: RUNS },
    );
  });

  test('the order of decisions makes no difference, nor whether they are applied at once or one after the other', () => {
    fc.assert(
      fc.property(
        pair,
        fc.infiniteStream(fc.tuple(fc.constantFrom('accept', 'reject', 'edit', 'none'), blocks)),
        ([base, text], stream) => {
          const proposal = proposalOf(base, text);
          const marks = hunksOf(proposal, { current: base }).flatMap(({ number }): readonly Mark[] => {
            const [decision, written] = stream.next().value;
            if (decision === 'none') return [];
            return [mark({ hunk: number, decision, ...(decision === 'edit' ? { text: written } : {}) })];
          });
          const once = decide(base, proposal, marks);
          expect(decide(base, proposal, marks.toReversed())).toEqual(once);
          let edit: Edit | undefined;
          let last = once;
          for (const [at] of marks.entries()) {
            const now = marks
              .slice(0, at + 1)
              .map((one, index) => (index < at ? { ...one, applied: true as const } : one));
            last = applyMarks({ generated: base, edit, proposal, marks: now });
            if (last.edit !== undefined)
              edit = last.edit === null ? undefined : { ...last.edit, scene: 'sc_1', ...ANN };
            expect(last.refused).toEqual([]);
          }
          expect(texts(last.blocks)).toEqual(texts(once.blocks));
          if (marks.length > 0) expect(last.left.map(({ id }) => id)).toEqual(once.left.map(({ id }) => id));
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('where the scene has changed since, no change goes elsewhere: what is stale changes nothing, and no line of a person goes that was not proposed to go', () => {
    let stale = 0;
    fc.assert(
      fc.property(blocks, edits, edits, (base, theirs, ours) => {
        const proposal = proposalOf(base, change(base, theirs));
        const current = change(base, ours);
        const edit: Edit = { base, text: current, scene: 'sc_1', ...ANN };
        const hunks = hunksOf(proposal, { current: sceneText(base, edit).blocks });
        const result = applyMarks({ generated: base, edit, proposal, marks: all(hunks.length, 'accept') });
        stale += hunks.filter(({ state }) => state === 'stale').length;
        expect(result.refused.every(({ state }) => state === 'stale')).toBe(true);
        const only = all(hunks.length, 'accept').filter((_, at) => hunks[at]?.state === 'stale');
        expect(applyMarks({ generated: base, edit, proposal, marks: only }).edit).toBeUndefined();
        const takenOut = result.settled.flatMap(({ hunk }) => texts(hunk.base));
        expect(missing(texts(current), texts(result.blocks))).toEqual(
          missing(texts(current), texts(result.blocks)).filter((line) => takenOut.includes(line)),
        );
      }),
      { numRuns: RUNS },
    );
    expect(stale).toBeGreaterThan(0);
  });

  test('no locked block is changed or parted from the next, whatever is accepted', () => {
    fc.assert(
      fc.property(pair, fc.nat(), fc.integer({ min: 1, max: 3 }), ([base, text], from, count) => {
        const at = from % Math.max(1, base.length);
        const locked = base.slice(at, at + count);
        const lock: Lock = { id: 'lk_1', scope: 'line', scene: 'sc_1', blocks: locked, ...ANN };
        const { blocks: result } = applyProposal({ generated: base, proposal: proposalOf(base, text), locks: [lock] });
        expect(` ${texts(result).join('\0')} `.includes(texts(locked).join('\0'))).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

test('a change is found by its number, with the words that change and the note that it answers', () => {
  const proposal = {
    ...proposalOf(scene, better),
    notes: ['nt_1', 'nt_2'],
    why: ['An order says it.', 'He stays up.'],
  };
  const note = { scene: 'sc_1', source: 'dramaturge', rule: 'line/on-the-nose', severity: 'major', ...ANN } as const;
  const notes = [
    { ...note, id: 'nt_1', quote: 'I am angry', message: 'Said outright.', state: 'open' as const },
    { ...note, id: 'nt_2', message: 'It ends too soon.', state: 'open' as const },
  ];
  const hunks = hunksOf(proposal, { current: scene, notes });
  expect(hunks).toMatchObject([
    {
      id: 'pr_1#1',
      state: 'open',
      notes: ['nt_1', 'nt_2'],
      why: ['An order says it.'],
      changes: [{ type: 'changed' }],
    },
    { id: 'pr_1#2', state: 'open', notes: ['nt_2'], why: ['He stays up.'], base: [], changes: [{ type: 'inserted' }] },
  ]);
});

test('what was accepted is the model’s, what was edited the person’s, and what was left alone is neither', () => {
  const text = [action('It rains.'), dialogue('MAYA', 'Sit.')];
  const result = decide(scene, proposalOf(scene, better), [
    mark({ hunk: 1, decision: 'accept' }),
    mark({ hunk: 2, decision: 'edit', text }),
  ]);
  expect(texts(result.blocks).slice(-2)).toEqual(['It rains.', 'MAYA\nSit.']);
  expect(result.edit).toMatchObject({
    base: scene,
    taken: [{ block: better[1], keys: ['k1:abc'], model: 'acme/large', from: 'pr_1' }],
  });
});

test('a change whose words a person has changed is stale; it can be dropped, or written anew where they stand', () => {
  const own = scene.with(1, dialogue('MAYA', 'Nobody asked you, Tom. I am so angry.'));
  const edit: Edit = { base: scene, text: own, scene: 'sc_1', ...ANN };
  const proposal = proposalOf(scene, better);
  const taken = applyMarks({ generated: scene, edit, proposal, marks: all(2, 'accept') });
  expect(texts(taken.blocks)).toEqual([...texts(own), 'He does not sit.']);
  expect(taken.refused).toMatchObject([{ id: 'pr_1#1', state: 'stale', now: [{ name: 'MAYA' }] }]);
  const anew = mark({ hunk: 1, decision: 'edit', text: [dialogue('MAYA', 'Out.')] });
  const { blocks: written } = applyMarks({ generated: scene, edit, proposal, marks: [anew] });
  expect(texts(written)).toEqual(texts(scene.with(1, dialogue('MAYA', 'Out.'))));
});

test('words that stand more often than they did are nobody’s to choose between', () => {
  const proposal = proposalOf(scene, scene.with(2, action('The clock stops dead.')));
  const twice = [...scene, action('A clock ticks.')];
  const edit: Edit = { base: scene, text: twice, scene: 'sc_1', ...ANN };
  const result = applyProposal({ generated: scene, edit, proposal });
  expect(result.refused).toMatchObject([{ state: 'stale' }]);
  expect(texts(result.blocks)).toEqual(texts(twice));
});

test('what stands there already is not proposed any more', () => {
  const edit: Edit = { base: scene, text: better, scene: 'sc_1', ...ANN };
  const {
    left,
    settled,
    edit: kept,
  } = applyMarks({ generated: scene, edit, proposal: proposalOf(scene, better), marks: [] });
  expect({ left, settled, kept }).toEqual({ left: [], settled: [], kept: undefined });
});

test('taking back the last own line leaves the generated text, and no edit', () => {
  const edit: Edit = { base: scene, text: better, scene: 'sc_1', ...ANN };
  const back = applyProposal({ generated: scene, edit, proposal: proposalOf(better, scene) });
  expect(back.edit).toBeNull();
});

function proposalOf(base: readonly Block[], text: readonly Block[]): TextProposal & { readonly id: string } {
  const from = { notes: [], why: [], keys: ['k1:abc'], model: 'acme/large' };
  return { id: 'pr_1', type: 'text', scene: 'sc_1', origin: 'rewrite', base, text, ...from };
}

function decide(generated: readonly Block[], proposal: TextProposal & { readonly id: string }, marks: readonly Mark[]) {
  return applyMarks({ generated, proposal, marks });
}

function mark(document: Omit<MarkDocument, 'proposal'>): Mark {
  return { id: `pr_1#${document.hunk}`, proposal: 'pr_1', ...document, ...ANN };
}

function all(count: number, decision: 'accept' | 'reject'): readonly Mark[] {
  return Array.from({ length: count }, (_, at) => mark({ hunk: at + 1, decision }));
}

function texts(of: readonly Block[]): readonly string[] {
  return of.map((block) => (block.type === 'pageBreak' ? '===' : blockText(block)));
}

/** How the scene reads when what came of the decisions is kept. */
function after(generated: readonly Block[], { edit }: AppliedMarks): readonly string[] {
  return texts(sceneText(generated, edit ?? undefined).blocks);
}

/** Lines that stand less often than before. */
function missing(before: readonly string[], now: readonly string[]): readonly string[] {
  const count = (all: readonly string[], line: string): number => all.filter((one) => one === line).length;
  return before.filter((line) => count(now, line) < count(before, line));
}
