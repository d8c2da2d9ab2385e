import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutScreenplay } from '../layout/layout.ts';
import { normalizeScreenplay } from '../normalize.ts';
import type { Block, Dialogue, DialoguePart, Screenplay } from '../tree.ts';
import { parseFountain } from './parse.ts';
import { printFountain } from './print.ts';

const RUNS = Number(process.env['RUNS'] ?? 2000);

/** Pieces that mean something to a reader of Fountain, or to a page, or to nobody. */
const PIECES = [
  ...['.', '..', '@', '!', '>', '<', '~', '#', '##', '=', '===', '^', '(', ')', '[[', ']]', ']', '/*', '*/', '/', '*'],
  ...['\n', '\n\n', '\n  \n', '\r\n', '\r', '\t', ' ', '  ', '    ', '\u00a0', '\u2028', '\u0000', '\u001b', '\ufeff'],
  ...['INT.', 'int. house', 'EXT HOUSE: NIGHT', 'I/E', 'CUT TO:', 'TO:', 'FADE IN:', 'MARA', 'Mara', '#12A#', 'Title:'],
  ...[
    'Key: value',
    'ÉMILIE',
    'ß',
    '漢字',
    '🎬',
    '\ud800',
    '**',
    '_',
    '\\*',
    '\\',
    'He waits.',
    'BANG',
    "CONT'D",
    '- DAY',
  ],
] as const;

/** Text of hard cases run together, and now and then of anything at all. */
const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 7 }).map((pieces) => pieces.join('')) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((pieces) => pieces.join(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

const anyPart: fc.Arbitrary<DialoguePart> = fc.record({
  type: fc.constantFrom('speech', 'speech', 'parenthetical', 'lyrics'),
  text: anyText,
});

const anyDialogue: fc.Arbitrary<Dialogue> = fc.record({
  type: fc.constant('dialogue'),
  name: fc.oneof(fc.constant('MARA'), anyText),
  extensions: fc.array(anyText, { maxLength: 2 }),
  parts: fc.array(anyPart, { maxLength: 4 }),
});

const id = fc.option(fc.constant('b1'), { nil: undefined });

/** Any block, hard text in every place that holds text. */
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record(
    { type: fc.constant('sceneHeading' as const), text: anyText, number: fc.oneof(fc.constant('12'), anyText) },
    { requiredKeys: ['type', 'text'] },
  ),
  fc.record({ type: fc.constant('action' as const), text: anyText, id }).map(dropMissingId),
  anyDialogue,
  fc.record({ type: fc.constant('dualDialogue' as const), left: anyDialogue, right: anyDialogue }),
  fc.record({
    type: fc.constantFrom('transition', 'centered', 'lyrics', 'synopsis', 'note', 'boneyard'),
    text: anyText,
  }),
  fc.record({ type: fc.constant('section' as const), depth: fc.integer({ min: -1, max: 9 }), text: anyText }),
  fc.constant<Block>({ type: 'pageBreak' }),
);

/** Any screenplay, with a title page in one of two. */
const anyScreenplay: fc.Arbitrary<Screenplay> = fc.record({
  type: fc.constant('screenplay'),
  titlePage: fc.option(
    fc.record({
      entries: fc.array(
        fc.record({ key: fc.oneof(fc.constant('Title'), anyText), lines: fc.array(anyText, { maxLength: 3 }) }),
        { maxLength: 3 },
      ),
    }),
  ),
  children: fc.array(anyBlock, { maxLength: 6 }),
});

/** The same script as a reader of its text would know it: without ids, positions and its source. */
function words(script: Screenplay): unknown {
  return JSON.parse(
    JSON.stringify({ titlePage: script.titlePage, children: script.children }, (key, value: unknown) =>
      key === 'id' || key === 'position' ? undefined : value,
    ),
  );
}

function dropMissingId<T extends { readonly id: string | undefined }>({ id: given, ...rest }: T) {
  return given === undefined ? rest : { ...rest, id: given };
}

test('what is printed reads back as the normalized script', () => {
  fc.assert(
    fc.property(anyScreenplay, (script) => {
      expect(words(parseFountain(printFountain(script)).screenplay)).toEqual(words(normalizeScreenplay(script)));
    }),
    { numRuns: RUNS },
  );
});

test('normalizing twice changes nothing more', () => {
  fc.assert(
    fc.property(anyScreenplay, (script) => {
      const once = normalizeScreenplay(script);
      expect(normalizeScreenplay(once)).toEqual(once);
    }),
    { numRuns: RUNS },
  );
});

const anySource = fc.array(anyText).map((texts) => texts.join('\n'));

test('what was read is printed as it stood, byte for byte', () => {
  fc.assert(
    fc.property(anySource, (text) => {
      expect(printFountain(parseFountain(text).screenplay)).toBe(text);
    }),
    { numRuns: RUNS },
  );
});

test('bare, the same is read without ids and positions', () => {
  fc.assert(
    fc.property(anySource, (text) => {
      const [whole, bare] = [parseFountain(text), parseFountain(text, { bare: true })];
      expect(bare.screenplay.children).toEqual(
        whole.screenplay.children.map(({ id: _, position: __, ...block }) => block),
      );
      expect(bare.notes).toEqual(whole.notes);
      expect(bare.screenplay.titlePage).toEqual(whole.screenplay.titlePage);
    }),
    { numRuns: RUNS },
  );
});

test('what was read is put on pages as any other script that says the same', () => {
  fc.assert(
    fc.property(anySource, (text) => {
      const { screenplay } = parseFountain(text);
      const other = { ...screenplay, children: [...screenplay.children] };
      expect(layoutScreenplay(screenplay)).toEqual(layoutScreenplay(other));
    }),
    { numRuns: Math.ceil(RUNS / 4) },
  );
});

test('without its source a text prints to what reads the same', () => {
  fc.assert(
    fc.property(anySource, (text) => {
      const { source: _, ...script } = parseFountain(text).screenplay;
      expect(words(parseFountain(printFountain(script)).screenplay)).toEqual(words(script));
    }),
    { numRuns: RUNS },
  );
});
