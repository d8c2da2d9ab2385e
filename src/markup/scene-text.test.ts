import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { action, type Block, dialogue } from '../screenplay/index.ts';
import { conflictProposals, decideConflict } from './conflict.ts';
import { changed, numbered, someChange, someGeneration, someText } from './fixtures/scenes.ts';
import { edited, rebase, sameBlocks, sameText } from './rebase.ts';
import { sceneText } from './scene-text.ts';

/** By hand: `RUNS=10000 npx vitest run src/markup/scene-text.test.ts`. */
const RUNS = Number(process.env['RUNS'] ?? 300);

/** A text, what a person made of it, and what was generated in its place. */
const someEdit = someText.chain((base) =>
  fc.record({
    base: fc.constant(numbered(base)),
    text: fc.array(someChange, { maxLength: 5 }).map((changes) => changed(base, changes)),
    generated: someGeneration(base),
  }),
);

/** A stretch of a text. */
const someStretch = fc.record({ from: fc.nat({ max: 20 }), length: fc.integer({ min: 1, max: 4 }) });

function stretchOf(text: readonly Block[], { from, length }: { from: number; length: number }): readonly Block[] {
  const at = text.length === 0 ? 0 : from % text.length;
  return text.slice(at, at + length);
}

const keyOf = ({ id: _, ...block }: Block): string => JSON.stringify(block);

/** How often each block stands in a text. */
function counted(blocks: readonly Block[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of blocks.map(keyOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function standsIn(text: readonly Block[], blocks: readonly Block[]): boolean {
  return blocks.length === 0 || [...text.keys()].some((at) => sameBlocks(text.slice(at, at + blocks.length), blocks));
}

describe('a scene as it reads', () => {
  test('is the generated text where nobody changed it, and the person’s where nothing was generated anew', () => {
    fc.assert(
      fc.property(someEdit, ({ base, text, generated }) => {
        expect(sceneText(generated, undefined).blocks).toBe(generated);
        for (const [made, edit, reads] of [
          [base, { base, text }, text],
          [generated, { base, text: base }, generated],
          [generated, { base, text: generated }, generated],
        ] as const) {
          const scene = sceneText(made, edit);
          expect(scene.conflicts).toEqual([]);
          expect(sameBlocks(scene.blocks, reads)).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('has every block that the person put in or changed, and no block that neither has', () => {
    fc.assert(
      fc.property(someEdit, ({ base, text, generated }) => {
        const { blocks } = sceneText(generated, { base, text });
        const [reads, were, made] = [counted(blocks), counted(base), counted(generated)];
        for (const [key, count] of counted(text))
          expect(reads.get(key) ?? 0).toBeGreaterThanOrEqual(Math.max(0, count - (were.get(key) ?? 0)));
        for (const key of reads.keys()) expect(made.has(key) || counted(text).has(key)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('has every locked stretch byte for byte and in order, whatever is generated', () => {
    fc.assert(
      fc.property(someEdit, someStretch, someStretch, ({ base, text, generated }, one, other) => {
        const edit = { base, text };
        const locks = [one, other].map((stretch) => ({ blocks: stretchOf(text, stretch) }));
        const scene = sceneText(generated, edit, locks);
        for (const { blocks } of locks) expect(standsIn(scene.blocks, blocks)).toBe(true);
        const lone = sceneText(generated, undefined, locks.slice(0, 1));
        expect(standsIn(lone.blocks, locks[0]?.blocks ?? [])).toBe(true);
        for (const { ours, at } of scene.conflicts)
          expect(sameBlocks(scene.blocks.slice(at, at + ours.length), ours)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('reads the same, and has the same conflicts, when the edit is carried onto what was generated', () => {
    let carried = 0;
    fc.assert(
      fc.property(someEdit, someStretch, fc.boolean(), ({ base, text, generated }, stretch, isLocked) => {
        const edit = { base, text };
        const locks = isLocked ? [{ blocks: stretchOf(text, stretch) }] : [];
        const after = rebase(edit, generated, locks);
        if (after !== edit) carried += 1;
        const [was, is] = [sceneText(generated, edit, locks), sceneText(generated, after, locks)];
        expect(sameText(was, is)).toBe(true);
        expect(sceneText(generated, after, locks)).toEqual(is);
      }),
      { numRuns: RUNS },
    );
    expect(carried).toBeGreaterThan(RUNS * 0.8);
  });

  test('reads as a person made it, of whatever it read before', () => {
    fc.assert(
      fc.property(someEdit, fc.array(someChange, { maxLength: 4 }), ({ base, text, generated }, changes) => {
        const edit = { base, text };
        const made = changed(sceneText(generated, edit).blocks, changes);
        expect(sameBlocks(sceneText(generated, edited(generated, edit, made)).blocks, made)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('has one conflict less when one is decided, and is changed only there', () => {
    let met = 0;
    let kept = 0;
    fc.assert(
      fc.property(
        someEdit,
        fc.nat({ max: 5 }),
        fc.constantFrom('ours', 'theirs', 'other'),
        ({ base, text, generated }, at, how) => {
          const edit = { base, text };
          const draft = { scene: 'sc_1', blocks: generated, keys: [], model: 'a/b' };
          const proposals = conflictProposals({ draft, edit });
          const proposal = proposals[at % Math.max(1, proposals.length)];
          if (proposal === undefined) return;
          met += 1;
          const mine = [action('Something else entirely.')];
          const after = decideConflict({ draft, edit }, proposal.conflict, how === 'other' ? mine : how);
          const { conflict } = proposal;
          const wanted = how === 'ours' ? conflict.ours : how === 'theirs' ? conflict.theirs : mine;
          const scene = sceneText(generated, after);
          expect(sameBlocks(scene.blocks, proposal.base.toSpliced(conflict.at, conflict.ours.length, ...wanted))).toBe(
            true,
          );
          expect(scene.conflicts.length).toBeLessThan(proposals.length);
          if (scene.conflicts.length === proposals.length - 1) kept += 1;
        },
      ),
      { numRuns: RUNS },
    );
    expect(met).toBeGreaterThan(RUNS / 10);
    expect(kept).toBeGreaterThan(met * 0.8);
  });
});

describe('by example', () => {
  const [rain, door, lamp, sea] = [
    action('Rain on the window of the tower.'),
    action('The door opens slowly behind her.'),
    dialogue('MARA', 'Turn off that lamp before they see us.'),
    action('Far out, a boat on the black sea.'),
  ];
  const base = [rain, door, lamp, sea];
  const said = dialogue('MARA', 'Turn off that damned lamp before they see us.');

  test('what a person said stands, with all around it written anew', () => {
    const generated = [
      action('Sun on the window of the tower.'),
      door,
      lamp,
      action('Far out, a ship on the blue sea.'),
    ];
    expect(sceneText(generated, { base, text: base.with(2, said) })).toEqual({
      blocks: generated.with(2, said),
      conflicts: [],
    });
  });

  test('what both say otherwise is undecided, and nothing new of the scene is missing', () => {
    const anew = dialogue('MARA', 'Turn off that lamp before the boat sees us.');
    const steps = action('Steps below.');
    expect(sceneText([rain, steps, door, anew, sea], { base, text: base.with(2, said) })).toEqual({
      blocks: [rain, steps, door, said, sea],
      conflicts: [{ at: 3, base: [lamp], ours: [said], theirs: [anew] }],
    });
  });

  test('what a person put in stands beside what was generated there', () => {
    const [mine, theirs] = [action('She counts to ten.'), action('Steps below, and a voice.')];
    expect(sceneText([rain, door, theirs, lamp, sea], { base, text: [rain, door, mine, lamp, sea] })).toEqual({
      blocks: [rain, door, mine, theirs, lamp, sea],
      conflicts: [],
    });
  });

  test('a locked line stands in the place of what was generated for it', () => {
    const anew = dialogue('MARA', 'Turn off that lamp before the boat sees us.');
    const generated = [action('Night.'), door, anew, sea];
    expect(sceneText(generated, undefined, [{ blocks: [lamp] }])).toEqual({
      blocks: [action('Night.'), door, lamp, sea],
      conflicts: [],
    });
    expect(sceneText(generated, { base, text: base }, [{ blocks: [door, lamp] }]).blocks).toEqual([
      action('Night.'),
      door,
      lamp,
      sea,
    ]);
  });
});
