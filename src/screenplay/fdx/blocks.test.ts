import { expect, test } from 'vitest';
import { action, screenplay } from '../build.ts';
import type { Block, Screenplay, TitlePage } from '../tree.ts';
import { parseFdx } from './parse.ts';
import { printFdx } from './print.ts';

function read(content: string): readonly unknown[] {
  const text = `<FinalDraft><Content>${content}</Content></FinalDraft>`;
  return parseFdx(text).screenplay.children.map(({ id: _, position: __, ...block }) => block);
}

function paragraph(type: string, words: string, rest = ''): string {
  return `<Paragraph Type="${type}"${rest}><Text>${words}</Text></Paragraph>`;
}

test('an omitted scene is its number and its heading; what happened in it stays in the source', () => {
  const content = `<Paragraph Number="21" Type="Scene Heading"><Text>OMITTED</Text><OmittedScene>${paragraph('Scene Heading', 'EXT. YARD')}${paragraph('Action', 'Mara waits.')}</OmittedScene></Paragraph>`;
  expect(read(content)).toEqual([{ type: 'sceneHeading', text: 'EXT. YARD', number: '21', omitted: true }]);
  const { screenplay: script, notes } = parseFdx(`<FinalDraft><Content>${content}</Content></FinalDraft>`);
  expect(notes.map(({ rule }) => rule)).toEqual(['fdx/omitted-scene']);
  const [heading] = script.children;
  if (heading?.type !== 'sceneHeading') throw new Error('no heading');
  const text = printFdx({ ...script, children: [{ ...heading, text: 'EXT. GARDEN' }] }).text;
  expect(text).toBe(script.source?.text.replace('EXT. YARD', 'EXT. GARDEN'));
});

test('a page break before a paragraph, before nothing, and twice', () => {
  const page = ' StartsNewPage="Yes"';
  expect(read(`${paragraph('Action', 'a', page)}${paragraph('Action', '', page)}${paragraph('Action', '')}`)).toEqual([
    { type: 'pageBreak' },
    { type: 'action', text: 'a' },
    { type: 'pageBreak' },
  ]);
});

test('speech under nobody, and kinds nobody knows, are kept with the name of their kind', () => {
  expect(
    read(`${paragraph('Dialogue', 'Hello?')}${paragraph('Telop', 'x')}<Paragraph><Text>y</Text></Paragraph>`),
  ).toEqual([
    { type: 'general', element: 'Dialogue', text: 'Hello?' },
    { type: 'general', element: 'Telop', text: 'x' },
    { type: 'general', element: 'General', text: 'y' },
  ]);
});

test('a wrapper that holds anything but two dialogues loses no words', () => {
  const dual = `<Paragraph><DualDialogue>${paragraph('Character', 'A')}${paragraph('Dialogue', 'a')}${paragraph('Action', 'b')}</DualDialogue></Paragraph>`;
  expect(read(dual)).toMatchObject([
    { type: 'dialogue', name: 'A' },
    { type: 'action', text: 'b' },
  ]);
});

test('a synopsis is read from the summary of a scene and from an outline', () => {
  const summary =
    '<SceneProperties><Summary><Paragraph><Text>They</Text></Paragraph><Paragraph><Text>meet.</Text></Paragraph></Summary></SceneProperties>';
  expect(
    read(
      `<Paragraph Type="Scene Heading">${summary}<Text>INT. A</Text></Paragraph>${paragraph('Outline Body', 'Then.')}`,
    ),
  ).toEqual([
    { type: 'sceneHeading', text: 'INT. A' },
    { type: 'synopsis', text: 'They meet.' },
    { type: 'synopsis', text: 'Then.' },
  ]);
});

test('a position is where the paragraphs of a block stand', () => {
  const before = '<FinalDraft>\n<Content>\n';
  const spoken = `${paragraph('Character', 'A')}\n${paragraph('Dialogue', 'a')}`;
  const { children } = parseFdx(`${before}${spoken}\n${paragraph('Action', 'b')}</Content></FinalDraft>`).screenplay;
  const end = before.length + spoken.length;
  expect(children[0]?.position).toEqual({ line: 3, endLine: 4, offset: before.length, endOffset: end });
  expect(children[1]?.position).toMatchObject({ line: 5, endLine: 5, offset: end + 1 });
});

test.each<[Block, string]>([
  [{ type: 'boneyard', text: 'old' }, 'fdx/boneyard'],
  [action('Rain /* snow */ falls.'), 'fdx/boneyard'],
  [{ type: 'general', element: 'Shot', text: 'x' }, 'fdx/general-element'],
  [{ type: 'pageBreak', revision: 1 }, 'fdx/revision'],
  [{ ...action('a'), spans: [{ from: 0, to: 1, size: 12 }] }, 'fdx/default-look'],
  [{ ...action('a'), spans: [{ from: 0, to: 1, color: 'red' }] }, 'fdx/color'],
  [{ type: 'note', text: 'a', color: '#000000' }, 'fdx/color'],
])('%j is named as %s, because the format does not hold it', (block, rule) => {
  expect(printFdx(screenplay(null, block)).notes.map((note) => note.rule)).toEqual([rule]);
});

const TITLED = `<FinalDraft>
  <TitlePage>
    <HeaderAndFooter/>
    <Content>
      <Paragraph Alignment="Center"/>
      <Paragraph Alignment="Center"><Text Style="Underline">THE DOOR</Text></Paragraph>
      <Paragraph Alignment="Center"/>
      <Paragraph Alignment="Center"><Text>Written by</Text></Paragraph>
      <Paragraph Alignment="Center"/>
      <Paragraph Alignment="Center" SpaceBefore="0"><Text Size="12">Ana</Text></Paragraph>
      <Paragraph Alignment="Center"><Text>Bo</Text></Paragraph>
      <Paragraph Alignment="Center"/>
      <Paragraph Alignment="Center"><Text>Based on a play</Text></Paragraph>
      <Paragraph Alignment="Left"/>
      <Paragraph Alignment="Left"><Text>Blue draft</Text></Paragraph>
      <Paragraph Alignment="Left"/>
      <Paragraph Alignment="Left"><Text>Agency
1 Street</Text></Paragraph>
    </Content>
  </TitlePage>
</FinalDraft>
`;

const titled = parseFdx(TITLED).screenplay;

function retitled(update: (page: TitlePage) => TitlePage | null): Screenplay {
  return { ...titled, titlePage: titled.titlePage === null ? null : update(titled.titlePage) };
}

test('free paragraphs of a title page are filed by where they stand and what they say', () => {
  expect(titled.titlePage?.entries).toEqual([
    { key: 'Title', lines: ['THE DOOR'] },
    { key: 'Credit', lines: ['Written by'] },
    { key: 'Author', lines: ['Ana', 'Bo'] },
    { key: 'Source', lines: ['Based on a play'] },
    { key: 'Draft date', lines: ['Blue draft'] },
    { key: 'Contact', lines: ['Agency', '1 Street'] },
  ]);
});

test('another author and another title change their lines only, and the title stays underlined', () => {
  const script = retitled(({ entries }) => ({
    entries: entries.map(({ key, lines }) => ({
      key,
      lines: lines.map((line) => (line === 'Ana' ? 'Zoë' : line === 'THE DOOR' ? 'THE WALL' : line)),
    })),
  }));
  expect(printFdx(script).text).toBe(TITLED.replace('<Text Size="12">Ana', '<Text>Zoë').replace('DOOR', 'WALL'));
});

test('a title page with other entries is written anew, and its headers stay', () => {
  const script = retitled(({ entries }) => ({ entries: [...entries.slice(0, 1), { key: 'Show', lines: ['Doors'] }] }));
  const { text } = printFdx(script);
  expect(text).toContain('<HeaderAndFooter/>');
  expect(parseFdx(text).screenplay.titlePage).toEqual(script.titlePage);
  expect(parseFdx(printFdx(retitled(() => null)).text).screenplay.titlePage).toBeNull();
});

test('something can be written into an empty file', () => {
  for (const text of ['<FinalDraft/>', '<FinalDraft></FinalDraft>', '<FinalDraft><Content/></FinalDraft>']) {
    const { screenplay: empty } = parseFdx(text);
    expect(printFdx(empty).text).toBe(text);
    const back = parseFdx(printFdx({ ...empty, children: [action('a')] }).text);
    expect([back.notes, back.screenplay.children]).toMatchObject([[], [{ type: 'action', text: 'a' }]]);
  }
});
