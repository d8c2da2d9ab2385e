import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFdx } from './is-fdx.ts';
import { parseFdx } from './parse.ts';
import { printFdx } from './print.ts';
import { script } from './random-script.fixture.ts';

const BEGIN =
  '<?xml version="1.0"?>\n<FinalDraft>\n<Content>\n<Paragraph Type="Action"><Text>Read.</Text></Paragraph>\n';

function action(text: string): string {
  return `<Paragraph Type="Action"><Text>${text}</Text></Paragraph>`;
}

test.each([
  ['an unclosed tag', `${BEGIN}${action('b').replace('</Text>', '')}</Content></FinalDraft>`, 5],
  ['a text that breaks off', `${BEGIN}<Paragraph Type="Action"><Te`, undefined],
  ['a control character', `${BEGIN}${action('a\u0002b')}</Content></FinalDraft>`, 5],
  ['an entity nobody declared', `${BEGIN}${action('&nbsp;')}</Content></FinalDraft>`, 5],
  ['a binary', `${BEGIN}\u0000\uFFFF\uD800<<<>>>&&&`, 5],
  ['half a character at the end', `${BEGIN}<Paragraph><Text><![CDATA[a]]\ud800`, undefined],
  ['half a comment and half a character', `${BEGIN}<!-- -\ud83d`, undefined],
  ['half an instruction and half a character', `${BEGIN}<?x ?\ud83d`, undefined],
  ['half a character after the end', `${BEGIN}</Content></FinalDraft>\ud800`, undefined],
  ['text after the end', `${BEGIN}</Content></FinalDraft>\nhello`, undefined],
])('of %s what stands before it is read, and the fault is named with its place', (_, text, line) => {
  const { screenplay, notes } = parseFdx(text);
  expect(screenplay.children[0]).toMatchObject({ type: 'action', text: 'Read.' });
  expect(notes[0]).toMatchObject({ rule: 'fdx/malformed', severity: 'blocker' });
  expect(notes[0]?.line).toBeGreaterThanOrEqual(line ?? 1);
  if (line !== undefined) expect(notes[0]?.line).toBe(line);
  expect(notes[0]?.column).toBeGreaterThan(0);
  const printed = printFdx(screenplay);
  expect(printed.notes[0]?.rule).toBe('fdx/source-malformed');
  expect(parseFdx(printed.text).notes).toEqual([]);
});

test('entities a file declares are never expanded, and what it points to is never read', () => {
  const bomb = `<!DOCTYPE FinalDraft [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>`;
  for (const entity of ['a', 'b', 'x']) {
    const { screenplay, notes } = parseFdx(
      `${bomb}<FinalDraft><Content>${action(`1&${entity};2`)}</Content></FinalDraft>`,
    );
    expect(JSON.stringify(screenplay.children)).not.toMatch(/ha|root/);
    expect(notes[0]?.rule).toBe('fdx/malformed');
  }
  expect(parseFdx(`${bomb}<FinalDraft><Content>${action('fine')}</Content></FinalDraft>`).notes).toEqual([]);
});

test.each(['', '   ', '<html/>', '<Finaldraft/>', 'INT. HOUSE', '{"a":1}', '\uFEFF', '<?xml version="1.0"?>'])(
  '%j is an empty screenplay and no Final Draft file',
  (text) => {
    const { screenplay, notes } = parseFdx(text);
    expect([screenplay.children, screenplay.titlePage]).toEqual([[], null]);
    expect(notes.map(({ rule }) => rule)).toContain('fdx/not-final-draft');
    expect(isFdx(text)).toBe(false);
  },
);

test('a hundred thousand levels, and ten thousand runs and empty paragraphs, are read', () => {
  const many = 10_000;
  const deep = `<FinalDraft><Content>${'<Paragraph>'.repeat(10 * many)}${'</Paragraph>'.repeat(10 * many)}${action('end')}</Content></FinalDraft>`;
  expect(parseFdx(deep).screenplay.children).toHaveLength(1);
  expect(printFdx(parseFdx(deep).screenplay).text).toBe(deep);
  const runs = `<FinalDraft><Content><Paragraph Type="Action">${'<Text RevisionID="1" Style="Bold">a</Text><Text>*</Text>'.repeat(many)}</Paragraph></Content></FinalDraft>`;
  const { screenplay } = parseFdx(runs);
  expect(screenplay.children[0]).toHaveProperty('spans.length', many);
  expect(printFdx(screenplay).text).toBe(runs);
  const { source: _, ...fresh } = screenplay;
  expect(parseFdx(printFdx(fresh).text).screenplay.children).toMatchObject([{ type: 'action' }]);
  const empty = `<FinalDraft><Content>${'<Paragraph Type="Dialogue"/>'.repeat(many)}</Content></FinalDraft>`;
  expect(parseFdx(empty).screenplay.children).toEqual([]);
});

test('a title page, notes and tags without end are read and written in time', () => {
  const many = 2_000;
  const notes = '<ScriptNote Range="0,1"><Paragraph><Text>n</Text></Paragraph></ScriptNote>'.repeat(many);
  const title = '<Paragraph Alignment="Center"><Text>t</Text></Paragraph>'.repeat(many);
  const text = `<FinalDraft><Content>${action('a')}</Content><TitlePage><Content>${title}</Content></TitlePage><ScriptNotes>${notes}</ScriptNotes></FinalDraft>`;
  const { screenplay } = parseFdx(text);
  expect(screenplay.children).toHaveLength(many + 1);
  expect(printFdx({ ...screenplay, children: screenplay.children.slice(1) }).text).toContain('ScriptNote');
});

const corpus = ['../shared/corpus/wildwinter/tests/TestFDX-FD.fdx', '../shared/corpus/wildwinter/tests/TestFDX-FI.fdx'];
const samples = corpus.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8'));

test('files mangled in any way are read without a throw, and printed as something that can be read', () => {
  const written = script.map((given) => printFdx(given).text);
  const whole = samples.length === 0 ? written : fc.oneof(written, fc.constantFrom(...samples));
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    '&',
    '\u0000',
    '\uD800',
    '</Text>',
    '<Paragraph>',
    '<![CDATA[',
    '-->',
    'Range="9,1"',
    'é',
    '\r',
    '<OmittedScene>',
    '<DualDialogue/>',
  );
  const cuts = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), piece), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(whole, cuts, (text, all) => {
      const mangled = all.reduce((now, [at, length, put]) => {
        const from = at % Math.max(now.length, 1);
        return now.slice(0, from) + put + now.slice(from + length);
      }, text);
      const { screenplay, notes } = parseFdx(mangled);
      const printed = printFdx(screenplay);
      if (!notes.some(({ severity }) => severity === 'blocker')) expect(printed.text).toBe(mangled);
      else expect(parseFdx(printed.text).notes.filter(({ severity }) => severity === 'blocker')).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('any text is read without a throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(printFdx(parseFdx(text).screenplay).text).toContain('<FinalDraft');
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['<FinalDraft>', true],
  ['\uFEFF<?xml version="1.0"?>\n<!-- a > b -->\n<!DOCTYPE FinalDraft>\n<FinalDraft Version="5">', true],
  ['<FinalDraftish>', false],
  ['<!-- <FinalDraft> -->', false],
  ['Title: <FinalDraft>', false],
])('whether %j looks like a Final Draft file: %j', (text, answer) => {
  expect(isFdx(text)).toBe(answer);
});
