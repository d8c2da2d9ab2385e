import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, layoutScreenplay, type Screenplay, scenesOf } from '../../screenplay/index.ts';
import { issueOf, lockedDraft, PRODUCTION_LAYOUT, productionDraft } from './production-draft.ts';

const RUNS = Number(process.env['RUNS'] ?? 60);

/** A scene: the id of its card, and what its paragraphs say. */
type Written = readonly [id: string, ...lines: readonly string[]];

function script(scenes: readonly Written[]): Screenplay {
  const children = scenes.flatMap(([id, ...lines]): Block[] => [
    { type: 'sceneHeading', id, text: `INT. ROOM ${id} - DAY` },
    // Generated blocks are numbered, whatever they say.
    ...lines.map((text, at): Block => ({ type: 'action', id: `${id}.${at + 1}`, text })),
  ]);
  return { type: 'screenplay', titlePage: null, children };
}

const START: readonly Written[] = Array.from(
  { length: 14 },
  (_, at): Written => [
    `sc_${at + 1}`,
    ...Array.from({ length: 12 }, (_line, line) => `Line ${line} of room ${at + 1} is its own.`),
  ],
);

const white = lockedDraft(script(START), { name: 'White', profile: 'us' });

function numbersOf(draft: Screenplay): readonly string[] {
  return scenesOf(draft).map(({ heading }) => `${heading?.number}${heading?.omitted ? ' OMITTED' : ''}`);
}

test('a new scene is 10A, and one that is gone is OMITTED where it stood', () => {
  const [first, , ...rest] = START;
  const now = [...(first ? [first] : []), ...rest.slice(0, 8), ['sc_new', 'A door.'] as const, ...rest.slice(8)];
  const { screenplay, open } = productionDraft(white, script(now));
  expect(open?.name).toBe('Blue');
  expect(numbersOf(screenplay).slice(0, 12)).toEqual([
    '1',
    '2 OMITTED',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
    '10',
    '10A',
    '11',
  ]);
  const pages = layoutScreenplay(screenplay, { ...PRODUCTION_LAYOUT, profile: 'us' });
  const omitted = pages.flatMap(({ lines }) => lines).filter(({ element }) => element === 'omitted');
  expect(omitted).toHaveLength(1);
});

test('a scene that comes back has its number again, and no mark', () => {
  const gone = productionDraft(white, script(START.slice(1)));
  const blue = issueOf({ ...gone, open: gone.open ?? fail() }, white);
  expect(numbersOf(blue.screenplay)[0]).toBe('1 OMITTED');
  expect(numbersOf(productionDraft(blue, script(START)).screenplay)).toEqual(numbersOf(white.screenplay));
  expect(productionDraft(white, script(START)).open).toBeUndefined();
});

/** What people and builds do to a script: by scene, so that an index means one that is there. */
const change = fc.oneof(
  fc.record({
    type: fc.constant('write' as const),
    at: fc.nat(),
    line: fc.nat(11),
    text: fc.string({ maxLength: 60 }),
  }),
  fc.record({
    type: fc.constant('grow' as const),
    at: fc.nat(),
    lines: fc.array(fc.string({ maxLength: 60 }), { maxLength: 40 }),
  }),
  fc.record({ type: fc.constant('remove' as const), at: fc.nat() }),
  fc.record({ type: fc.constant('add' as const), at: fc.nat() }),
  fc.record({ type: fc.constant('move' as const), at: fc.nat(), to: fc.nat() }),
);

test('however a locked script is changed: numbers stay, none is given twice, pages keep their order, the same again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 5 }), { maxLength: 4 }), (rounds) => {
      let scenes = START;
      let last = white;
      let made = 0;
      for (const round of rounds) {
        for (const one of round) {
          made += 1;
          const at = one.at % Math.max(1, scenes.length);
          const [id = 'sc_x', ...lines] = scenes[at] ?? [];
          if (one.type === 'write')
            scenes = scenes.with(at, [id, ...lines.with(one.line % Math.max(1, lines.length), `Said: ${one.text}`)]);
          else if (one.type === 'grow')
            scenes = scenes.with(at, [id, ...one.lines.map((text) => `More: ${text}`), ...lines]);
          else if (one.type === 'remove' && scenes.length > 1) scenes = scenes.toSpliced(at, 1);
          else if (one.type === 'add') scenes = scenes.toSpliced(at, 0, [`sc_new${made}`, 'Somebody new.']);
          else if (one.type === 'move')
            scenes = scenes.toSpliced(at, 1).toSpliced(one.to % scenes.length, 0, scenes[at] ?? ['sc_x']);
        }
        const before = new Map(scenesOf(last.screenplay).map(({ heading }) => [heading?.id, heading?.number]));
        const draft = productionDraft(last, script(scenes));
        const headings = scenesOf(draft.screenplay).flatMap(({ heading }) => heading ?? []);
        const numbers = headings.map(({ number }) => number);
        expect(numbers).not.toContain(undefined);
        expect(new Set(numbers).size).toBe(numbers.length);
        for (const { id, number } of headings) expect(before.get(id) ?? number).toBe(number);
        expect(headings.filter(({ omitted }) => omitted !== true).map(({ id }) => id)).toEqual(
          scenes.map(([id]) => id),
        );
        expect(productionDraft(last, script(scenes))).toEqual(draft);
        if (draft.open === undefined) continue;
        last = issueOf({ ...draft, open: draft.open }, last);
        expect(productionDraft(last, script(scenes)).open).toBeUndefined();
      }
    }),
    { numRuns: RUNS },
  );
});

function fail(): never {
  throw new Error('nothing is open');
}
