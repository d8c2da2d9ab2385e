import { expect, test } from 'vitest';
import { action, dialogue, screenplay } from '../build.ts';
import type { Block, Production, Screenplay } from '../tree.ts';
import { parseFdx } from './parse.ts';
import { printFdx } from './print.ts';

const FILE = `<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<FinalDraft DocumentType="Script" Template="No" Version="5">
  <Content>
    <Paragraph Type="Action"><Text>Hum.</Text></Paragraph>
    <Paragraph Type="Action"><Text RevisionID="2">Go on.</Text></Paragraph>
    <Paragraph><DualDialogue>
      <Paragraph Type="Character"><Text>A</Text></Paragraph><Paragraph Type="Dialogue"><Text>Yes.</Text></Paragraph>
      <Paragraph Type="Character"><Text>B</Text></Paragraph><Paragraph Type="Dialogue"><Text>No.</Text></Paragraph>
    </DualDialogue></Paragraph>
    <Paragraph Type="Action"><Text>End.</Text></Paragraph>
  </Content>
  <LockedPages>
    <LockedPage PageNumber="1" Position="0" LockLevel="1"/>
    <LockedPage PageNumber="2" Position="17" LockLevel="1"/>
  </LockedPages>
  <Revisions ActiveSet="1" Location="7.75" RevisionMode="No">
    <Revision Color="#00000000FFFF" FullRevision="No" ID="1" Mark="*" Name="Blue" PageColor="#C6C6EDEDFEFE" Style=""/>
    <Revision Color="#FFFF0000FFFF" FullRevision="No" ID="2" Mark="*" Name="Pink" PageColor="#FDFDCCCCD4D4" Style=""/>
    <Revision Color="#A0A0A0A00000" FullRevision="No" ID="3" Mark="*" Name="Yellow" PageColor="#FDFDFFFFABAB" Style=""/>
  </Revisions>
  <SceneNumberOptions NumberScheme="1A" ShowNumbersOnLeft="No" ShowNumbersOnRight="Yes">
    <FontSpec Font="Arial"/>
  </SceneNumberOptions>
  <TagData>
    <TagCategories><TagCategory Color="#FFFF00000000" Id="c5" Name="Props" Number="5" Style="Bold"/></TagCategories>
    <TagDefinitions><TagDefinition CatId="c5" Id="d1" Label="door" Number="1"/></TagDefinitions>
    <Tags><Tag Number="7"><DefId>d1</DefId></Tag></Tags>
  </TagData>
  <ScriptNotes>
    <Columns/>
    <ScriptNote Color="#FFFF00000000" Id="1" Name="" Range="1,3" Type="" WriterName="Ana"><Paragraph><Text>Louder?</Text></Paragraph></ScriptNote>
    <ScriptNote Color="#000000000000" Id="2" Name="" Range="15,18"><Paragraph><Text>One</Text></Paragraph><Paragraph><Text>two</Text></Paragraph></ScriptNote>
  </ScriptNotes>
</FinalDraft>
`;

const read = parseFdx(FILE).screenplay;

function printed(update: Partial<Screenplay>): string {
  return printFdx({ ...read, ...update }).text;
}

function withText(at: number, text: string): readonly Block[] {
  const one = read.children[at];
  return one?.type === 'action' ? read.children.with(at, { ...one, text }) : [];
}

test('script notes stand behind the paragraph they begin in, with their writer and colour', () => {
  expect(read.children.map((block) => ('text' in block ? block.text : block.type))).toEqual([
    'Hum.',
    'Louder?',
    'Go on.',
    'dualDialogue',
    'End.',
    'One\ntwo',
  ]);
  expect(read.children[1]).toMatchObject({ type: 'note', author: 'Ana', color: '#FF0000' });
  expect(read.children[5]).not.toHaveProperty('color');
});

test('what production added is read: issued revisions, locked pages, margins and tags', () => {
  expect(read.production).toEqual({
    revisions: [
      { id: 1, name: 'Blue', mark: '*', color: '#0000FF', pageColor: '#C6EDFE' },
      { id: 2, name: 'Pink', mark: '*', color: '#FF00FF', pageColor: '#FDCCD4' },
    ],
    lockedPages: [
      { label: '1', block: read.children[0]?.id, line: 0 },
      { label: '2', block: read.children[4]?.id, line: 0 },
    ],
    sceneNumbers: 'right',
    tags: [{ number: 7, category: 'Props', label: 'door' }],
  });
  expect(read.children[2]).toMatchObject({ revision: 2, text: 'Go on.' });
});

test('when words are added, the notes and locked pages behind them move with what they are about', () => {
  const text = printed({ children: withText(0, 'Hum. More.') });
  expect(text).toBe(
    FILE.replace('Hum.', 'Hum. More.')
      .replace('Position="17"', 'Position="23"')
      .replace('Range="15,18"', 'Range="21,24"'),
  );
});

test('a note that is taken out or changed leaves the others as they were', () => {
  const [first, second] = FILE.match(/<ScriptNote .*<\/ScriptNote>/g) ?? [];
  const without = printed({ children: read.children.toSpliced(1, 1) });
  expect(without).not.toContain(first);
  expect(without).toContain(second);
  expect(without).toContain('<Columns/>');
  const other = printed({
    children: read.children.with(1, { type: 'note', text: 'Softer?', id: read.children[1]?.id ?? '' }),
  });
  expect(other).toContain('Softer?');
  expect(other).toContain(second);
});

test('a new revision set keeps the look of the palette and what is unknown in it', () => {
  const production: Production = {
    ...read.production,
    revisions: [
      ...(read.production?.revisions ?? []),
      { id: 3, name: 'Yellow', mark: '+', color: '#A0A000', pageColor: '#FDFFAB' },
    ],
  };
  const text = printed({ production });
  expect(text).toContain('<Revision Color="#A0A0A0A00000" FullRevision="No" ID="3" Mark="+" Name="Yellow"');
  expect(text).toContain('Location="7.75" RevisionMode="Yes"');
  expect(parseFdx(text).screenplay.production).toEqual(production);
});

test('other margins change one tag, other tags keep the categories, and no production takes all of it away', () => {
  expect(printed({ production: { ...read.production, sceneNumbers: 'left' } })).toBe(
    FILE.replace('Left="No" ShowNumbersOnRight="Yes"', 'Left="Yes" ShowNumbersOnRight="No"'),
  );
  const tags = printed({
    production: { ...read.production, tags: [{ number: 7, category: 'Props', label: 'window' }] },
  });
  expect(tags).toContain('<TagCategory Color="#FFFF00000000" Id="c5" Name="Props" Number="5" Style="Bold"/>');
  const { production: _, ...rest } = read;
  const none = parseFdx(
    printFdx({ ...rest, children: withText(2, 'Go.').map(({ revision: __, ...block }) => block) }).text,
  );
  expect(none.screenplay.production).toBeUndefined();
});

test('a lock at a block that is not in the script is named and left out', () => {
  const { notes, text } = printFdx({
    ...read,
    children: read.children.filter(({ id }) => id !== read.children[4]?.id),
  });
  expect(notes.map(({ rule, quote }) => [rule, quote])).toEqual([['fdx/locked-page', '2']]);
  expect(text).not.toContain('PageNumber="2"');
});

test('lines of a locked page that stand on the page before come back', () => {
  const block = action('Long.', { id: 'a' });
  const script = { ...screenplay(null, block), production: { lockedPages: [{ label: '12A', block: 'a', line: 3 }] } };
  const back = parseFdx(printFdx(script).text).screenplay;
  expect(back.production?.lockedPages).toEqual([{ label: '12A', block: back.children[0]?.id, line: 3 }]);
});

test('a note inside a line, in a cue or before all becomes a script note at its place, and that is said', () => {
  const { text, notes } = printFdx(
    screenplay(null, { type: 'note', text: 'first' }, action('Rain [[heavy?]] falls.'), {
      ...dialogue('MARA', 'Go.'),
      remark: '[[who?]]',
    }),
  );
  expect(notes.map(({ rule }) => rule)).toEqual(['fdx/inline-note', 'fdx/inline-note']);
  expect(text).toContain('<Text>Rain falls.</Text>');
  expect([...text.matchAll(/Range="([^"]*)"/g)].map(([, range]) => range)).toEqual(['0,0', '5,5', '16,16']);
  expect(parseFdx(text).screenplay.children.map((block) => ('text' in block ? block.text : block.type))).toEqual([
    'first',
    'Rain falls.',
    'heavy?',
    'dialogue',
    'who?',
  ]);
});

test('ranges and positions that say nothing, or nothing that can be read, stay as they are', () => {
  const ranges = ['0,0', '0,1', '1,1', '05, 7', '4,2', 'abc', '', '900,901'];
  const notes = ranges.map(
    (range) => `<ScriptNote Range="${range}"><Paragraph><Text>${range}.</Text></Paragraph></ScriptNote>`,
  );
  const locks = '<LockedPage Number="1"/><LockedPage Position="3"/><LockedPage PageNumber="2" Position="x"/>';
  const text = `<FinalDraft><Content><Paragraph Type="Action"><Text> </Text></Paragraph><Paragraph Type="Action"><Text>Hum.</Text></Paragraph><Paragraph Type="Action"/></Content><LockedPages>${locks}</LockedPages><ScriptNotes>${notes.join('')}<ScriptNote><Paragraph><Text>n</Text></Paragraph></ScriptNote></ScriptNotes></FinalDraft>`;
  const { screenplay: script } = parseFdx(text);
  expect(script.children).toHaveLength(1 + ranges.length + 1);
  expect(printFdx(script).text).toBe(text);
});

test('a note without a range that is moved behind a block gets one', () => {
  const text =
    '<FinalDraft><Content><Paragraph Type="Action"><Text>Hum.</Text></Paragraph></Content><ScriptNotes><ScriptNote Id="1"><Paragraph><Text>n</Text></Paragraph></ScriptNote></ScriptNotes></FinalDraft>';
  const { screenplay: script } = parseFdx(text);
  const moved = printFdx({ ...script, children: script.children.toReversed() }).text;
  expect(moved).toBe(text.replace('<ScriptNote Id="1">', '<ScriptNote Id="1" Range="0,4">'));
});

test('revision sets stay issued when the last words that belong to them go', () => {
  const { screenplay: script } = parseFdx(FILE);
  const children = script.children.filter(({ type, revision }) => type !== 'note' && revision === undefined);
  expect(parseFdx(printFdx({ ...script, children }).text).screenplay.production?.revisions).toEqual(
    script.production?.revisions,
  );
});
