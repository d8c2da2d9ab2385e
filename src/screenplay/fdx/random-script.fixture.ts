import fc from 'fast-check';
import type { InlineRun } from '../inline/inline.ts';
import type { Block, Dialogue, DialoguePart, Production, Screenplay, TitlePage } from '../tree.ts';
import { markedText } from './marked-text.ts';
import { isBlankRuns, readText } from './read-text.ts';
import { textRuns } from './text-runs.ts';

const plain = fc.constantFrom(
  'Rain.',
  'a',
  'A door & <opens>',
  'ÉMILIE',
  '雨',
  'x  y',
  '"quoted"',
  "it's",
  '2 * 3',
  'snake_case',
  '#1',
  '...',
  '~sung',
  '> <',
  '\\',
  '(so)',
);
const style = fc.record(
  {
    strike: fc.constant(true as const),
    capitals: fc.constant(true as const),
    hidden: fc.constant(true as const),
    color: fc.constantFrom('#112233', '#FF0000'),
    background: fc.constantFrom('#00FF00'),
    font: fc.constantFrom('Arial', 'A & "B"'),
    size: fc.constantFrom(10, 14.5),
    tags: fc.constantFrom([1], [2, 17]),
    revision: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: [] },
);
const run: fc.Arbitrary<InlineRun> = fc
  .record({
    text: fc.oneof(plain, fc.constantFrom(' ', '*', '_', '[[x]]', '/*')),
    bold: fc.boolean(),
    italic: fc.boolean(),
    underline: fc.boolean(),
    span: fc.option(style, { nil: undefined, freq: 2 }),
  })
  .map(({ span, ...rest }) => (span === undefined || Object.keys(span).length === 0 ? rest : { ...rest, span }));

/** Text as the marks say it best, with spans; on one line or on several. */
function text(lines: number) {
  const words = fc.oneof(
    plain.map((one) => [{ text: one, bold: false, italic: false, underline: false }]),
    fc.array(run, { minLength: 1, maxLength: 4 }),
  );
  const revision = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 2 });
  const end = fc.oneof(plain, fc.constant(''));
  return fc
    .tuple(end, fc.array(words, { minLength: 1, maxLength: lines }), end, revision)
    .map(([first, middle, last, set]) => {
      const ends = (one: string): InlineRun => ({ text: one, bold: false, italic: false, underline: false });
      const all = [
        ends(first),
        ...middle.flatMap((line, index) => (index > 0 ? [ends('\n'), ...line, ends('.')] : line)),
        ends(last),
      ];
      const said = markedText(set === undefined ? all : all.map(withoutRevision));
      const { fields } = readText(textRuns(said.text, said.spans).runs);
      return set === undefined ? fields : { ...fields, revision: set };
    })
    .filter((found) => !isBlankRuns(textRuns(found.text, found.spans).runs) && !found.text.startsWith(' '));
}

function withoutRevision(one: InlineRun): InlineRun {
  if (one.span === undefined) return one;
  const { revision: _, ...span } = one.span;
  const { span: __, ...bare } = one;
  return Object.keys(span).length === 0 ? bare : { ...bare, span };
}

const line = text(1);
const lines = text(3);

const part: fc.Arbitrary<DialoguePart> = fc.oneof(
  lines.map((one) => ({ type: 'speech' as const, ...one })),
  lines.map((one) => ({ type: 'lyrics' as const, ...one })),
  line.map((one) => ({ type: 'parenthetical' as const, ...one })),
);
const dialogue: fc.Arbitrary<Dialogue> = fc
  .record({
    name: fc.constantFrom('MARA', 'COP #2', 'ÉMILIE & <ZOË>', 'McAVOY'),
    extensions: fc.constantFrom([], ['V.O.'], ['O.S.', "CONT'D"]),
    parts: fc.array(part, { maxLength: 4 }),
    revision: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  })
  .map(({ parts, revision, ...rest }) => ({
    type: 'dialogue' as const,
    ...rest,
    parts: parts.filter(({ type }, index) => type === 'parenthetical' || type !== parts[index - 1]?.type),
    ...(revision === undefined ? {} : { revision }),
  }));

function optional<Key extends string, Value>(key: Key, value: fc.Arbitrary<Value>) {
  return fc.option(value, { nil: undefined }).map((found) => (found === undefined ? {} : { [key]: found }));
}

/** A block as the marks say it best. */
export const block: fc.Arbitrary<Block> = fc.oneof(
  fc
    .tuple(
      line,
      optional('number', fc.constantFrom('1', '12A', 'A-1.2')),
      optional('omitted', fc.constant(true as const)),
      optional('title', fc.constantFrom('The <door>', 'T')),
      optional('color', fc.constantFrom('#ABCDEF')),
    )
    .map(([one, ...rest]) => Object.assign({ type: 'sceneHeading' as const, ...one }, ...rest)),
  lines.map((one) => ({ type: 'action' as const, ...one })),
  lines.map((one) => ({ type: 'centered' as const, ...one })),
  lines.map((one) => ({ type: 'lyrics' as const, ...one })),
  line.map((one) => ({ type: 'transition' as const, ...one })),
  line.map((one) => ({ type: 'shot' as const, ...one })),
  fc
    .tuple(line, fc.constantFrom('start' as const, 'end' as const))
    .map(([one, edge]) => ({ type: 'actBreak' as const, edge, ...one })),
  fc
    .tuple(lines, fc.constantFrom('General', 'Cast List', 'Telop & <Co>'))
    .map(([one, element]) => ({ type: 'general' as const, element, ...one })),
  fc.tuple(line, fc.integer({ min: 1, max: 6 })).map(([one, depth]) => ({ type: 'section' as const, depth, ...one })),
  line.map((one) => ({ type: 'synopsis' as const, ...one })),
  fc
    .tuple(
      fc.constantFrom('Why?', 'two\nlines', '*not* marked [['),
      optional('author', fc.constantFrom('Ana')),
      optional('color', fc.constantFrom('#123456')),
    )
    .map(([words, ...rest]) => Object.assign({ type: 'note' as const, text: words }, ...rest)),
  fc.constant({ type: 'pageBreak' as const }),
  dialogue,
  fc.tuple(dialogue, dialogue).map(([left, right]) => ({ type: 'dualDialogue' as const, left, right })),
);

const entryLine = fc.constantFrom(
  'The Door',
  'Written by',
  'Ana & Bo',
  'Based on a play',
  'Copyright 2026',
  '2026-11-22',
  'Blue draft',
  'ana@example.com',
  '**Bold** words',
  '_all_',
  '2 * 3',
);
const titlePage: fc.Arbitrary<TitlePage | null> = fc.option(
  fc
    .array(
      fc.record({
        key: fc.constantFrom(
          'Title',
          'Credit',
          'Author',
          'Source',
          'Draft date',
          'Contact',
          'Copyright',
          'Notes',
          'Show',
        ),
        lines: fc.array(entryLine, { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((entries) => ({ entries })),
  { nil: null },
);

const words = fc.constantFrom('Props', 'A & "B" <c>', 'é');
const production: fc.Arbitrary<Omit<Production, 'lockedPages'>> = fc
  .tuple(
    optional('sceneNumbers', fc.constantFrom('none' as const, 'left' as const, 'right' as const)),
    optional(
      'cast',
      fc.array(
        fc.tuple(words, optional('description', words)).map(([name, rest]) => ({ name, ...rest })),
        { minLength: 1, maxLength: 3 },
      ),
    ),
    optional(
      'tags',
      fc.array(fc.record({ number: fc.nat({ max: 99 }), category: words, label: words }), {
        minLength: 1,
        maxLength: 4,
      }),
    ),
  )
  .map((lists) =>
    Object.assign(
      {
        revisions: [
          { id: 1, name: 'Blue', mark: '*', color: '#0000FF', pageColor: '#C6EDFE' },
          { id: 2, name: 'Pink', mark: '**', color: '#FF00FF', pageColor: '#FDCCD4', date: '1 May 2026' },
          { id: 3, name: 'Yellow "2"', mark: '', color: '#A0A000', pageColor: '#FDFFAB' },
        ],
      },
      ...lists,
    ),
  );

/** A script with all that Final Draft can hold. */
export const script: fc.Arbitrary<Screenplay> = fc
  .tuple(fc.array(block, { maxLength: 8 }), titlePage, production)
  .map(([children, page, made]) => ({ type: 'screenplay', titlePage: page, children, production: made }));

/** A block without its id and its place. */
export function bare({ id: _, position: __, ...rest }: Block): unknown {
  return rest;
}
