import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ScriptGenError } from '../core/index.ts';
import { rewriteText } from './controller.ts';
import { action, badness, line } from './fixtures/defects.ts';
import { measure, STATED } from './fixtures/measure.ts';
import { type Calls, type Play, playedParts } from './fixtures/played-parts.ts';
import { seededScenes } from './fixtures/seeded-scenes.ts';
import type { Concern, RewriteParts, SceneElements } from './index.ts';

const RUNS = Number(process.env['RUNS'] ?? 60);
const draft: SceneElements = [action('Rain.'), line('Maya', 'I am so angry. Sit.'), line('Tom', 'No.')];
const nose: Concern = {
  ...{ id: 'n1', source: 'critic', rule: 'line/on-the-nose', severity: 'major', scope: 'element' },
  ...{ quote: 'I am so angry.', message: 'said', fix: 'unsay it' },
};
const mended = line('Maya', 'Sit.');
/** Prefers whatever is new, and has no opinion of the whole. */
const pleased: RewriteParts['judge'] = async ({ part }) => ({
  better: part === 'whole/old-first' ? 'tie' : part.endsWith('old-first') ? 'B' : 'A',
  reasons: 'new',
});

test('of more than a hundred planted faults most are mended, no scene is worse than it was, and none takes four rounds', async () => {
  const { played, planted, fixed, introduced, worse } = await measure(STATED, { scenes: 60, faults: 3, seed: 1 });
  expect(planted).toBeGreaterThanOrEqual(100);
  expect(worse).toBe(0);
  expect(fixed / planted).toBeGreaterThan(0.7);
  expect(introduced / planted).toBeLessThan(0.05);
  for (const { result } of played) expect(result.rounds).toBeLessThanOrEqual(3);
});

test('whoever takes part, under a judge that knows the result is never worse than the input, and it ends', async () => {
  const odds = fc.double({ min: 0, max: 1, noNaN: true });
  const people = fc.record({ sees: odds, invents: odds, mends: odds, breaks: odds, doubts: odds });
  await fc.assert(
    fc.asyncProperty(
      people,
      fc.integer({ min: 1, max: 1e6 }),
      fc.integer({ min: 1, max: 5 }),
      async (play, seed, faults) => {
        const calls: Calls = { critic: 0, verify: 0, revise: 0, judge: 0 };
        const [scene = { text: [] }] = seededScenes(1, faults, seed);
        const result = await rewriteText(playedParts({ ...play, judge: true }, seed, calls), scene.text);
        expect(badness(result.text)).toBeLessThanOrEqual(badness(scene.text));
        expect(calls.critic).toBeLessThanOrEqual(3);
        const speakers = (text: SceneElements): Set<string> => new Set(text.map(({ character }) => character));
        expect([...speakers(scene.text)].filter((name) => !speakers(result.text).has(name))).toEqual([]);
      },
    ),
    { numRuns: RUNS },
  );
});

test('a judge that flips a coin takes no more than one change in four: both orders have to agree', async () => {
  // One fault a scene, always seen and always mended: one comparison.
  const coin: Play = { sees: 1, invents: 0, mends: 1, breaks: 0, doubts: 0, judge: 'coin' };
  let [compared, taken] = [0, 0];
  for (const [at, scene] of seededScenes(1000, 1, 5).entries()) {
    const calls: Calls = { critic: 0, verify: 0, revise: 0, judge: 0 };
    const result = await rewriteText(playedParts(coin, at, calls), scene.text, { rounds: 1 });
    compared += Math.min(1, calls.judge);
    if (badness(result.text) < badness(scene.text)) taken += 1;
  }
  expect(compared).toBe(1000);
  // Four standard deviations of a binomial count: about one run in 30,000 would be outside by chance.
  expect(Math.abs(taken - compared / 4)).toBeLessThanOrEqual(4 * Math.sqrt((compared * 3) / 16));
});

test('a patch that the judge prefers in one order only is not taken, and says so', async () => {
  const result = await rewriteText(parts({ judge: async () => ({ better: 'B', reasons: 'the second' }) }), draft);
  expect(result.text).toEqual(draft);
  expect(result.stopped).toBe('nothing-accepted');
  expect(result.decisions).toMatchObject([
    {
      note: 'n1',
      accepted: false,
      why: expect.stringMatching(/other order: the second/),
      before: [draft[1]],
      after: [mended],
    },
  ]);
  expect(result.left).toEqual([nose]);
});

test('a patch that passes is taken with its reason, and the rest stays the same value', async () => {
  const result = await rewriteText(parts({}), draft);
  expect(result.text).toEqual([draft[0], mended, draft[2]]);
  expect(result.text[0]).toBe(draft[0]);
  expect(result.decisions).toMatchObject([{ accepted: true, why: 'unsay it', round: 1 }]);
  expect(result).toMatchObject({ stopped: 'clean', settled: ['n1'], left: [], rounds: 2 });
});

test.each<[string, Partial<RewriteParts>, RegExp]>([
  ['breaks a gate', { gates: { held: () => undefined, broken: () => 'a new contradiction' } }, /new contradiction/],
  [
    'touches a held element',
    { gates: { held: () => 'locked by R. Lund', broken: () => undefined } },
    /locked by R\. Lund/,
  ],
  ['is about what is right on a second look', { verify: async () => new Map([['n1', 'she lies']]) }, /she lies/],
  ['is declined', { revise: async () => ({ patches: [], declined: [{ note: 1, why: 'her voice' }] }) }, /her voice/],
  ['gives a stranger a line', patches([{ element: 2, with: [line('Inspector', 'Sit.')] }]), /Inspector/],
  ['silences somebody', patches([{ element: 2, with: [] }]), /take Maya out/],
  ['is not about the quoted words', patches([{ element: 1, with: [action('Snow.')] }]), /does not quote/],
])('a change that %s is refused before the judge is asked', async (_, own, why) => {
  let asked = 0;
  const judge: RewriteParts['judge'] = async () => ({ better: ++asked > 0 ? 'B' : 'A', reasons: '' });
  const result = await rewriteText(parts({ judge, ...own }), draft);
  expect(result.text).toEqual(draft);
  expect(result.decisions[0]).toMatchObject({ accepted: false, why: expect.stringMatching(why) });
  expect(asked).toBe(0);
});

test('a note whose words do not stand is never applied elsewhere, and minor notes alone are not worth a round', async () => {
  const revise: RewriteParts['revise'] = () => Promise.reject(new Error('asked'));
  const gone = { ...nose, quote: 'I am angry.' };
  const minor = { ...nose, severity: 'minor' } as const;
  for (const concern of [gone, minor]) {
    const result = await rewriteText(
      parts({ revise, critics: async () => ({ concerns: [concern], keep: [] }) }),
      draft,
    );
    expect(result).toMatchObject({ stopped: 'clean', rounds: 1, decisions: [] });
  }
});

test('facts are settled before style, and what a person asks for may take several patches', async () => {
  const order: string[][] = [];
  const fact: Concern = { ...nose, id: 'n2', rule: 'continuity/changed-fact', source: 'continuity', quote: 'Rain.' };
  const { quote: _, ...whole } = nose;
  const asked: Concern = { ...whole, id: 'n3', source: 'person', rule: 'instruction', scope: 'scene', asked: true };
  const result = await rewriteText(
    parts({
      judge: pleased,
      critics: async () => ({ concerns: [nose, asked, fact], keep: ['No.'] }),
      revise: async ({ concerns }) => {
        order.push(concerns.map(({ id }) => id));
        const own = concerns[0]?.id === 'n3' ? [1, 3] : [];
        return {
          patches: own.map((element) => ({
            note: 1,
            element,
            with: [{ ...draft[element - 1], text: 'Cold.' } as (typeof draft)[0]],
          })),
          declined: [],
        };
      },
    }),
    draft,
    { rounds: 1 },
  );
  expect(order).toEqual([['n2'], ['n3'], ['n1']]);
  expect(result.text.map(({ text }) => text)).toEqual(['Cold.', 'I am so angry. Sit.', 'Cold.']);
  expect(result.settled).toEqual(['n3']);
});

test('a scene that comes back to what it was ends, and a spent budget leaves what was reached', async () => {
  const turn = parts({
    judge: pleased,
    critics: async (text, round) => ({
      concerns: [{ ...nose, id: `r${round}`, quote: text[1]?.text ?? '' }],
      keep: [],
    }),
    revise: async ({ text }) => ({
      declined: [],
      patches: [{ note: 1, element: 2, with: [text[1] === draft[1] ? mended : (draft[1] ?? mended)] }],
    }),
  });
  expect(await rewriteText(turn, draft)).toMatchObject({ stopped: 'cycle', text: [draft[0], mended, draft[2]] });

  const poor = parts({
    critics: async (_, round) => {
      if (round > 1) throw new ScriptGenError({ code: 'run/over-budget', message: 'spent' });
      return { concerns: [nose], keep: [] };
    },
  });
  expect(await rewriteText(poor, draft)).toMatchObject({
    stopped: 'budget',
    settled: ['n1'],
    text: [draft[0], mended, draft[2]],
  });
});

test('a patch that brings a new fault in counts against its model, and so does a whole that is worse', async () => {
  const down = line('Maya', 'Down.');
  const again = parts({
    critics: async (text, round) => ({
      concerns: round === 1 ? [nose] : [{ ...nose, id: 'n2', quote: text[1]?.text ?? '' }],
      keep: [],
    }),
    revise: async ({ text }) => ({
      declined: [],
      patches: text[1] === draft[1] ? [{ note: 1, element: 2, with: [down] }] : [],
    }),
  });
  expect((await rewriteText(again, draft)).outcome).toEqual({ accepted: 1, worse: 1 });

  const round = parts({
    critics: async (text, at) => ({ concerns: [{ ...nose, id: `r${at}`, quote: text[1]?.text ?? '' }], keep: [] }),
    revise: async ({ part }) => ({
      declined: [],
      patches: [{ note: 1, element: 2, with: [line('Maya', `Sit, ${part}.`)] }],
    }),
    judge: async ({ part }) => ({ better: part.endsWith('old-first') ? 'B' : 'A', reasons: '' }),
  });
  const result = await rewriteText(round, draft);
  expect(result).toMatchObject({ stopped: 'worse', text: draft, settled: [], outcome: { accepted: 3, worse: 3 } });
  expect(result.decisions.some(({ accepted }) => accepted)).toBe(false);
});

/** Parts that mend the one note, under a judge that prefers what is mended. */
function parts(own: Partial<RewriteParts>): RewriteParts {
  const isMended = (text: SceneElements): boolean => !text.some((element) => element.text.includes('so angry'));
  return {
    voices: ['Maya', 'Tom'],
    critics: async (text) => ({ concerns: isMended(text) ? [] : [nose], keep: [] }),
    verify: async () => new Map(),
    ...patches([{ element: 2, with: [mended] }]),
    gates: { held: () => undefined, broken: () => undefined },
    judge: async ({ a, b, part }) =>
      part.startsWith('whole') || isMended(a) === isMended(b)
        ? { better: 'tie', reasons: 'alike' }
        : { better: isMended(b) ? 'B' : 'A', reasons: 'less is said' },
    ...own,
  };
}

function patches(list: readonly { readonly element: number; readonly with: readonly SceneElements[number][] }[]) {
  return {
    revise: async () => ({
      declined: [],
      patches: list.map((patch) => ({ note: 1, element: patch.element, with: [...patch.with] })),
    }),
  } satisfies Partial<RewriteParts>;
}
