import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Screenplay } from '../tree.ts';
import { parseFdx } from './parse.ts';
import { printFdx } from './print.ts';
import { bare, block, script } from './random-script.fixture.ts';

/** A file with comments, elements and attributes that nobody knows. */
function strange(text: string): string {
  return text
    .replaceAll('<Paragraph Type="Action">', '<!-- kept --><Paragraph Leading="Regular" Type="Action" id="p-1">')
    .replaceAll(
      '<Paragraph Type="Dialogue">',
      '<Paragraph   Type=\'Dialogue\' Odd="&#10;">\n<Extra><Text>x</Text></Extra>',
    )
    .replaceAll('<Paragraph Type="Transition">', '<Paragraph Type="Action"/><Paragraph Type="Transition">')
    .replace('</FinalDraft>', '<Unknown a="1">\n<b/></Unknown>\n</FinalDraft>');
}

function changed(one: Block): Block {
  if (one.type === 'pageBreak') return one;
  if (one.type === 'dialogue') return { ...one, parts: [...one.parts, { type: 'parenthetical', text: 'new' }] };
  if (one.type === 'dualDialogue') return { ...one, left: { ...one.left, name: 'SOMEBODY' } };
  const { spans: _, ...rest } = { spans: undefined, ...one };
  return { ...rest, text: 'Something else.' };
}

const strangeScript = script.map((given) => parseFdx(strange(printFdx(given).text)).screenplay);

test('a file with what nobody knows is written back byte for byte', () => {
  fc.assert(
    fc.property(strangeScript, fc.boolean(), (given, crlf) => {
      const text = crlf ? (given.source?.text ?? '').replaceAll('\n', '\r\n') : (given.source?.text ?? '');
      expect(printFdx(parseFdx(text).screenplay).text).toBe(text);
    }),
    { numRuns: 100 },
  );
});

test('changing one block changes only its lines', () => {
  fc.assert(
    fc.property(strangeScript, fc.nat(), (given, pick) => {
      const source = given.source?.text ?? '';
      const index = pick % Math.max(given.children.length, 1);
      const one = given.children[index];
      fc.pre(one?.position !== undefined && given.children.every(({ type }) => type !== 'note'));
      const { position } = one;
      const text = printFdx({ ...given, children: given.children.with(index, changed(one)) }).text;
      expect(text.startsWith(source.slice(0, position.offset))).toBe(true);
      expect(text.endsWith(source.slice(position.endOffset))).toBe(true);
    }),
    { numRuns: 150 },
  );
});

type Change = {
  readonly kind: 'change' | 'remove' | 'add' | 'move' | 'copy';
  readonly at: number;
  readonly to: number;
  readonly block: Block;
};

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('change', 'remove', 'add', 'move', 'copy'),
  at: fc.nat({ max: 8 }),
  to: fc.nat({ max: 8 }),
  block,
});

function apply(children: readonly Block[], { kind, at, to, block: added }: Change): readonly Block[] {
  const one = children[at];
  if (kind === 'add') return children.toSpliced(at, 0, added);
  if (one === undefined) return children;
  if (kind === 'copy') return children.toSpliced(to, 0, one);
  if (kind === 'change') return children.with(at, changed(one));
  const rest = children.toSpliced(at, 1);
  return kind === 'remove' ? rest : rest.toSpliced(to, 0, one);
}

test('whatever is changed, added, removed and moved, the file read again says the script', () => {
  fc.assert(
    fc.property(strangeScript, fc.array(change, { maxLength: 4 }), (given, changes) => {
      const script: Screenplay = { ...given, children: changes.reduce(apply, given.children) };
      const { text, notes } = printFdx(script);
      const back = parseFdx(text).screenplay;
      expect(notes).toEqual([]);
      expect(back.children.map(bare)).toEqual(script.children.map(bare));
      expect(back.titlePage).toEqual(given.titlePage);
      expect(back.production).toEqual(given.production);
      expect(text.match(/<Unknown/g)).toHaveLength(1);
    }),
    { numRuns: 250 },
  );
});

const FILE = `<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<FinalDraft DocumentType="Script" Template="No" Version="5">

  <Content>
    <Paragraph Number="1" Type="Scene Heading" id="h">
      <SceneProperties Length="3/8" Page="1" Title="">
        <SceneArcBeats><CharacterArcBeat Name="DAVE"/></SceneArcBeats>
      </SceneProperties>
      <Text AdornmentStyle="0">INT. STUDIO</Text>
    </Paragraph>
    <Paragraph Type="Action" Leading="Regular">
      <Text>We are </Text>
      <Text Style="Italic">here</Text>
      <ScriptThing/>
    </Paragraph>
  </Content>
</FinalDraft>
`;

function edited(update: (children: readonly Block[]) => readonly Block[]): string {
  const { screenplay } = parseFdx(FILE);
  return printFdx({ ...screenplay, children: update(screenplay.children) }).text;
}

test('a changed heading keeps its scene properties and the attributes nobody knows', () => {
  const text = edited(([first, ...rest]) =>
    first?.type === 'sceneHeading' ? [{ ...first, text: 'EXT. ROOF', number: '1A' }, ...rest] : rest,
  );
  expect(text).toBe(
    FILE.replace('Number="1"', 'Number="1A"').replace('<Text AdornmentStyle="0">INT. STUDIO', '<Text>EXT. ROOF'),
  );
});

test('a title and a synopsis go into the scene properties that are there', () => {
  const text = edited(([first, ...rest]) =>
    first?.type === 'sceneHeading'
      ? [{ ...first, title: 'Hello' }, { type: 'synopsis', text: 'They meet.' }, ...rest]
      : rest,
  );
  expect(text).toContain('<SceneProperties Length="3/8" Page="1" Title="Hello">\n        <Summary>');
  expect(text).toContain('<SceneArcBeats><CharacterArcBeat Name="DAVE"/></SceneArcBeats>');
  expect(text).toContain('<Text AdornmentStyle="0">INT. STUDIO</Text>');
});

test('a changed paragraph keeps the elements nobody knows', () => {
  const text = edited(([first, second]) =>
    first && second?.type === 'action' ? [first, { ...second, text: 'We **are**' }] : [],
  );
  expect(text).toBe(
    FILE.replace('We are <', 'We <').replace('<Text Style="Italic">here</Text>', '<Text Style="Bold">are</Text>'),
  );
});

test('a new block stands behind the one before it, in the same indent', () => {
  expect(edited(([first, ...rest]) => (first ? [first, { type: 'transition', text: 'CUT TO:' }, ...rest] : []))).toBe(
    FILE.replace(
      '\n    <Paragraph Type="Action"',
      '\n    <Paragraph Type="Transition">\n      <Text>CUT TO:</Text>\n    </Paragraph>\n    <Paragraph Type="Action"',
    ),
  );
});

test('a removed block takes its lines with it', () => {
  const from = FILE.indexOf('\n    <Paragraph Type="Action"');
  expect(edited((children) => children.slice(0, 1))).toBe(
    FILE.slice(0, from) + FILE.slice(FILE.indexOf('\n  </Content>')),
  );
});
