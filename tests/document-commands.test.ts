import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Finished, type Running, SOURCES, scratch, scriptgen } from './support/cli.ts';

const SCRIPT = `Title: The Keepers
Author: Ann Ray
Draft date: 2026-11-22
Contact: ann@example.org

INT. LAMP ROOM - NIGHT

Rain on the glass.   MARA (60s), oilskin, a bad knee, winds the clockwork. [[Does she limp?]]

MARA
(to the lamp)
One more night. *One.*

TOM (O.S.)
You said that in *April*.

EXT. PIER - DAWN

Tom waits. The boat does not.

CUT TO:

INT. LAMP ROOM - DAY

MARA
Then row.
`;

const FDX_WITH_A_SHOT = `<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<FinalDraft DocumentType="Script" Template="No" Version="1">
  <Content>
    <Paragraph Type="Scene Heading"><Text>INT. LAMP ROOM - NIGHT</Text></Paragraph>
    <Paragraph Type="Shot"><Text>ANGLE ON THE LAMP</Text></Paragraph>
    <Paragraph Type="Action"><Text>It gutters.</Text></Paragraph>
  </Content>
</FinalDraft>
`;

let folder: ReturnType<typeof scratch>;
beforeEach(() => {
  folder = scratch();
  put('script.fountain', SCRIPT);
});
afterEach(() => {
  folder.remove();
});

function put(name: string, text: string | Uint8Array): void {
  writeFileSync(join(folder.dir, name), text);
}

function get(name: string): string {
  return readFileSync(join(folder.dir, name), 'utf8');
}

function run(args: readonly string[], how: Partial<Running> = {}): Promise<Finished> {
  return scriptgen(args, { cwd: folder.dir, ...how });
}

async function done(args: readonly string[], how: Partial<Running> = {}): Promise<Finished> {
  const finished = await run(args, how);
  expect(finished).toMatchObject({ code: 0 });
  return finished;
}

/** One clear error, nothing on stdout, and no file more than before. */
async function refused(args: readonly string[], says: string, hint: string, how: Partial<Running> = {}): Promise<void> {
  const before = readdirSync(folder.dir);
  const { code, stdout, stderr } = await run(args, how);
  const [first, second, third] = stderr.trimEnd().split('\n').slice(-3);
  expect(first).toContain('error: ');
  expect(first).toContain(says);
  expect(second).toContain('hint: ');
  expect(second).toContain(hint);
  expect(third).toBe('(code input/invalid, exit 2)');
  expect([code, stdout]).toEqual([2, '']);
  expect(readdirSync(folder.dir)).toEqual(before);
}

describe('convert', () => {
  test('Fountain to Fountain is byte for byte, byte order mark and line ends included', async () => {
    const text = `\uFEFF${SCRIPT.replaceAll('\n', '\r\n')}\r\n\r\n`;
    put('windows.fountain', text);
    const { stdout, stderr } = await done(['convert', 'windows.fountain', 'copy.fountain']);
    expect(get('copy.fountain')).toBe(text);
    expect(stdout).toMatch(/^copy\.fountain {2}Fountain, \d+ bytes\n$/);
    expect(stderr).toBe('');
  });

  test('to Final Draft and back is the same script', async () => {
    put('plain.fountain', SCRIPT.replace(' [[Does she limp?]]', ''));
    await done(['convert', 'plain.fountain', 'script.fdx']);
    expect(get('script.fdx')).toContain('<FinalDraft ');
    await done(['convert', 'script.fdx', 'back.fountain']);
    expect(get('back.fountain')).toBe(get('plain.fountain'));
  });

  test('to JSON and back is the same script, and byte for byte with --source', async () => {
    put('odd.fountain', `${SCRIPT}\n\n\nTHE END?   \n`);
    await done(['convert', 'odd.fountain', 'script.json']);
    await done(['convert', 'script.json', 'back.fountain']);
    expect(get('back.fountain')).toBe(`${SCRIPT}\nTHE END?\n`);
    await done(['convert', 'odd.fountain', 'whole.json', '--source']);
    await done(['convert', 'whole.json', 'whole.fountain']);
    expect(get('whole.fountain')).toBe(get('odd.fountain'));
  });

  test('to PDF says the pages, and puts title and author into the file', async () => {
    const { stdout } = await done(['convert', 'script.fountain', 'script.pdf']);
    expect(stdout).toMatch(/^script\.pdf {2}PDF, 2 pages, \d+ KB\n$/);
    const pdf = readFileSync(join(folder.dir, 'script.pdf'), 'latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toContain('The Keepers');
  });

  test('to plain text stands on pages, and numbers the scenes that have no number', async () => {
    put('numbered.fountain', SCRIPT.replace('PIER - DAWN', 'PIER - DAWN #7#'));
    await done(['convert', 'numbered.fountain', 'script.txt', '--number-scenes', '--scene-numbers', 'left']);
    const text = get('script.txt');
    expect(text).toMatch(/^ +A7 +INT\. LAMP ROOM - NIGHT$/m);
    expect(text).toMatch(/^ +7 +EXT\. PIER - DAWN$/m);
    expect(text).toMatch(/^ +8 +INT\. LAMP ROOM - DAY$/m);
    expect(text).toContain('\f');
  });

  test('to HTML is a text to read; notes come along with --notes, pages with --pages', async () => {
    await done(['convert', 'script.fountain', 'read.html']);
    expect(get('read.html')).toContain('<h1>The Keepers</h1>');
    expect(get('read.html')).not.toContain('Does she limp?');
    await done(['convert', 'script.fountain', 'notes.html', '--notes']);
    expect(get('notes.html')).toContain('Does she limp?');
    const { stdout } = await done(['convert', 'script.fountain', 'pages.html', '--pages']);
    expect(stdout).toContain('pages.html  HTML, 2 pages, ');
    expect(get('pages.html')).toContain('--w:612;--h:792');
    await done(['convert', 'script.fountain', 'a4.html', '--pages', '--paper', 'a4']);
    expect(get('a4.html')).toContain('--w:595.44;--h:841.68');
  });

  test('says on stderr what the form cannot hold', async () => {
    put('shot.fdx', FDX_WITH_A_SHOT);
    const { stdout, stderr } = await done(['convert', 'shot.fdx', 'shot.fountain']);
    expect(stderr).toContain('note: Fountain has no place for shots');
    expect(stderr).toContain('(fountain/not-held)');
    expect(stdout).toContain('shot.fountain  Fountain');
    expect(get('shot.fountain')).toContain('ANGLE ON THE LAMP');
    const fdx = await done(['convert', 'script.fountain', 'script.fdx']);
    expect(fdx.stderr).toContain('(fdx/inline-note)');
    put('chess.fountain', 'INT. CLUB - DAY\n\nA \u{1F0A1} lies on the board.\n');
    expect((await done(['convert', 'chess.fountain', 'chess.pdf'])).stderr).toContain('(pdf/missing-glyph)');
  });

  test('--json tells file, pages and notes in one line', async () => {
    put('shot.fdx', FDX_WITH_A_SHOT);
    const { stdout } = await done(['convert', 'shot.fdx', 'shot.fountain', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      type: 'written',
      path: 'shot.fountain',
      format: 'fountain',
      from: 'fdx',
      bytes: statSync(join(folder.dir, 'shot.fountain')).size,
      notes: [{ rule: 'fountain/not-held' }],
    });
  });

  test('reads standard input and writes standard output', async () => {
    const { stdout, stderr } = await done(['convert', '-', '-', '--to', 'fountain'], { stdin: SCRIPT });
    expect([stdout, stderr]).toEqual([SCRIPT, '']);
    const pdf = await done(['convert', '-', '-', '--to', 'pdf'], { stdin: SCRIPT });
    expect(pdf.stdout.slice(0, 5)).toBe('%PDF-');
    expect(pdf.stdout).toContain('%%EOF');
    await refused(['convert', '-', '-'], 'standard output has no ending', '--to fountain', { stdin: SCRIPT });
    const both = await run(['convert', 'script.fountain', '-', '--to', 'fountain', '--json']);
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('both want standard output')]);
  });

  test('what a file holds counts more than its name', async () => {
    put('draft.fdx', SCRIPT);
    const { stderr } = await done(['convert', 'draft.fdx', 'draft.fountain']);
    expect(stderr).toBe(
      'note: draft.fdx: The file is named .fdx, and is read as what it holds: Fountain. (document/extension)\n',
    );
    expect(get('draft.fountain')).toBe(SCRIPT);
    put('draft.txt', FDX_WITH_A_SHOT);
    await done(['convert', 'draft.txt', 'shot.fountain']);
    expect(get('shot.fountain')).toContain('ANGLE ON THE LAMP');
  });

  test.each([
    ['little', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['big', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('UTF-16, %s end first, is read, and written as UTF-8', async (_, encode) => {
    put('wide.fountain', encode(SCRIPT.replace('Tom waits', 'Zoë waits')));
    put('wide.fdx', encode(FDX_WITH_A_SHOT.replace('encoding="UTF-8"', 'encoding="UTF-16"').replace('It', 'Île')));
    const { stderr } = await done(['convert', 'wide.fountain', 'narrow.fountain']);
    expect(stderr).toContain('read as UTF-16; what is written is UTF-8. (document/encoding)');
    expect(get('narrow.fountain')).toBe(SCRIPT.replace('Tom waits', 'Zoë waits'));
    await done(['convert', 'wide.fdx', 'narrow.fdx']);
    expect(get('narrow.fdx')).toBe(FDX_WITH_A_SHOT.replace('It', 'Île'));
  });

  test('what is no UTF-8 is read as Windows-1252', async () => {
    put('old.fountain', Buffer.from('EXT. CAF\xc9 - DAY\n\nA \x93quiet\x94 place\x85\n', 'latin1'));
    const { stderr } = await done(['convert', 'old.fountain', 'new.fountain']);
    expect(stderr).toContain('read as Windows-1252');
    expect(get('new.fountain')).toBe('EXT. CAFÉ - DAY\n\nA “quiet” place…\n');
  });

  test('a file that is there is replaced with --force only, and the file that is read is called that', async () => {
    put('out.fountain', 'mine');
    await refused(['convert', 'script.fountain', 'out.fountain'], 'out.fountain is there already', '--force');
    await refused(['convert', 'script.fountain', './script.fountain'], 'is the file that is read', '--force');
    expect([get('out.fountain'), get('script.fountain')]).toEqual(['mine', SCRIPT]);
    await done(['convert', 'script.fountain', 'out.fountain', '--force']);
    expect(get('out.fountain')).toBe(SCRIPT);
    await done(['convert', 'script.fountain', 'script.fountain', '--number-scenes', '--force']);
    expect(get('script.fountain')).toBe(
      SCRIPT.replace(' NIGHT\n', ' NIGHT #1#\n').replace(' DAWN\n', ' DAWN #2#\n').replace(' DAY\n', ' DAY #3#\n'),
    );
  });

  test('Final Draft that breaks off is refused with line and column, and nothing is written', async () => {
    put('broken.fdx', FDX_WITH_A_SHOT.replace('</Text></Paragraph>\n  </Content>', '</Paragraph>\n  </Content>'));
    await refused(['convert', 'broken.fdx', 'out.pdf'], 'broken.fdx:6:', 'save it again');
    put('cut.json', '{"version": 1,\n "screenplay": {"type": "screenplay", }');
    await refused(['convert', 'cut.json', 'out.pdf'], 'cut.json:2:', '');
  });

  test.each([
    ['a PDF', '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj', 'is a PDF file', 'holds pages and no script'],
    [
      'a Word document',
      'PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml word/document.xml',
      'is a Word document',
      'export',
    ],
    ['a Fade In file', 'PK\x03\x04\x14\0\0\0\x08\0\0\0document.xml', 'is a Fade In file', 'export'],
    ['a Highland file', 'PK\x03\x04\x14\0\0\0\x08\0\0\0Big Fish.textbundle/text.md', 'is a Highland file', 'unzip'],
    ['a PNG', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'is a PNG image', 'export'],
    ['RTF', '{\\rtf1\\ansi INT. HOUSE}', 'is a Rich Text (RTF) file', 'plain text'],
    ['a web page', '<!DOCTYPE html>\n<html>', 'is a web page (HTML)', 'save the script itself'],
    ['other binary', 'abc\0\0\x01', 'is a binary file', 'export'],
    ['other XML', '<?xml version="1.0"?><svg/>', 'no Final Draft file', 'save it again'],
  ])('%s is refused as what it is, whatever it is called', async (_, bytes, says, hint) => {
    put('draft.fountain', Buffer.from(bytes, 'latin1'));
    await refused(['convert', 'draft.fountain', 'out.pdf'], says, hint);
  });

  test('what cannot be read or written is one clear error', async () => {
    await refused(['convert', 'missing.fountain', 'out.pdf'], 'there is no file missing.fountain', 'check its name');
    mkdirSync(join(folder.dir, 'drafts'));
    await refused(['convert', 'drafts', 'out.pdf'], 'drafts is a folder', 'name a file in it');
    await refused(['convert', 'script.fountain', 'drafts', '--to', 'pdf'], 'drafts is a folder', 'name a file in it');
    await refused(['convert', 'script.fountain', 'out.doc'], 'no form is known for .doc', '--to fountain');
    await refused(['convert', 'script.fountain'], "missing required argument 'out'", '--help');
    await refused(
      ['convert', 'script.fountain', 'x', '--to', 'fountian'],
      "unknown --to 'fountian'",
      'did you mean: --to fountain',
    );
    await refused(
      ['convert', 'script.fountain', 'x.pdf', '--paper', 'letter'],
      "unknown --paper 'letter'",
      '--paper us',
    );
    await refused(['convert', 'script.fountain', 'x.pdf', '--pages'], '--pages is for html', 'leave --pages away');
    await refused(['convert', 'script.fountain', 'x.html', '--paper', 'a4'], 'no pages', '--pages');
    const { code, stderr } = await run(['convert', 'script.fountain', 'none/out.pdf']);
    expect([code, stderr]).toEqual([6, expect.stringContaining('there is no folder none')]);
  });
});

describe('check', () => {
  const FAULTY =
    'INT. LAMP ROOM - NIGHT\n\nMARA\nA.\n\nMARA\nB.\n\nMARA\nC.\n\nINT. LAMP ROM - NIGHT #3#\n\nINT. PIER - DAY #3#\n';

  test('tells file, line and rule of what it finds, and exits 8 from major on', async () => {
    put('faulty.fountain', FAULTY);
    const { code, stdout, stderr } = await run(['check', 'faulty.fountain', 'script.fountain']);
    expect(stdout).toMatch(/^faulty\.fountain:\d+:\d+ major .+ \(number\/twice\)$/m);
    expect(stderr).toMatch(/^2 files, \d+ notes: .*\d+ major/);
    expect(code).toBe(8);
    expect((await run(['check', 'script.fountain'])).code).toBe(0);
  });

  test('shows and fails on what it is told to', async () => {
    put('faulty.fountain', FAULTY);
    const only = await run(['check', 'faulty.fountain', '--rule', 'number/twice']);
    expect(only.stdout.match(/\(\w+\/[\w-]+\)/g)).toEqual(['(number/twice)']);
    const ignored = await run(['check', 'faulty.fountain', '--ignore', 'number,title', '--severity', 'minor']);
    expect(ignored.stdout).not.toMatch(/\((number|title)\/| info /);
    expect(ignored.code).toBe(0);
    const strict = await run(['check', 'script.fountain', '--fail-on', 'info', '--rule', 'number/twice']);
    expect([strict.code, strict.stdout, strict.stderr]).toEqual([0, '', '1 file: nothing found\n']);
    expect((await run(['check', 'faulty.fountain', '--fail-on', 'blocker'])).code).toBe(0);
  });

  test('speaks JSON Lines and SARIF, one run for all files', async () => {
    put('faulty.fountain', FAULTY);
    const json = await run(['check', 'faulty.fountain', 'script.fountain', '--format', 'json']);
    const lines = json.stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      {
        type: 'check',
        path: 'faulty.fountain',
        notes: expect.arrayContaining([expect.objectContaining({ rule: 'number/twice' })]),
      },
      { type: 'check', path: 'script.fountain' },
    ]);
    put('twice.fountain', SCRIPT.replaceAll(/ (NIGHT|DAWN)$/gm, '$& #3#'));
    const sarif = await run(['check', 'twice.fountain', 'faulty.fountain', '--format', 'sarif']);
    const { runs } = JSON.parse(sarif.stdout) as Sarif;
    expect(runs).toHaveLength(1);
    for (const { ruleId, ruleIndex } of runs[0]?.results ?? [])
      expect(runs[0]?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(sarif.stdout).toContain('"uri": "faulty.fountain"');
  });

  test('a file that cannot be read does not keep the others from being checked', async () => {
    put('faulty.fountain', FAULTY);
    const { code, stdout, stderr } = await run(['check', 'missing.fountain', 'faulty.fountain']);
    expect(stdout).toContain('(number/twice)');
    expect(stderr).toContain('error: there is no file missing.fountain');
    expect(code).toBe(2);
  });

  test('lists its rules, and knows when a rule is misspelled', async () => {
    const { stdout } = await done(['check', '--list-rules']);
    expect(stdout).toMatch(/^number\/twice +major +\S/m);
    await refused(
      ['check', 'script.fountain', '--rule', 'number/twize'],
      "no rule is called 'number/twize'",
      'did you mean number/twice?',
    );
    await refused(['check'], 'no file given', 'scriptgen check script.fountain');
  });
});

describe('measure and report', () => {
  test('measure prints a table, CSV or JSON, of the script or its characters', async () => {
    expect((await done(['measure', 'script.fountain'])).stdout).toMatch(/^Speeches +3$/m);
    const csv = await done(['measure', 'script.fountain', '--characters', '--format', 'csv']);
    expect(csv.stdout.split('\r\n').slice(0, 2)).toEqual([
      'character,words,speeches,scenes,median speech,questions,self-repetition',
      expect.stringMatching(/^MARA,6,2,2,/),
    ]);
    const json = await done(['measure', '-', '--json'], { stdin: SCRIPT });
    expect(JSON.parse(json.stdout)).toMatchObject({
      type: 'measurement',
      pages: 1,
      characters: [{ name: 'MARA' }, { name: 'TOM' }],
    });
  });

  test.each([
    [[], /^1 +INT +LAMP ROOM +NIGHT +1 .*MARA, TOM/m],
    [['cast'], /^ +1 +MARA +2 /m],
    [['locations'], /^LAMP ROOM +INT +NIGHT, DAY /m],
    [['dialogue', 'mara'], /^3 +1 +INT\. LAMP ROOM - DAY +2 +Then row\.$/m],
    [['schedule'], /^ +1 +3 +INT +LAMP ROOM +D /m],
  ])('report %j', async (args, row) => {
    expect((await done(['report', 'script.fountain', ...args])).stdout).toMatch(row);
  });

  test('report counts eighths on the paper that is asked for', async () => {
    const long = Array.from({ length: 100 }, (_, line) => `Line ${line + 1}.`).join('\n\n');
    writeFileSync(join(folder.dir, 'long.fountain'), `INT. HOUSE - DAY\n\n${long}\n`);
    const { stdout: us } = await done(['report', 'long.fountain', '--format', 'csv']);
    const { stdout: finaldraft } = await done(['report', 'long.fountain', '--paper', 'finaldraft', '--format', 'csv']);
    expect(finaldraft).not.toBe(us);
  });

  test('report says what is wrong with a kind or a name', async () => {
    await refused(['report', 'script.fountain', 'scnes'], "unknown report 'scnes'", 'did you mean: report scenes');
    await refused(['report', 'script.fountain', 'dialogue'], 'nobody is named', 'dialogue MARA');
    await refused(['report', 'script.fountain', 'dialogue', 'MRA'], 'nobody called MRA speaks', 'did you mean MARA?');
    await refused(['report', 'script.fountain', 'cast', 'MARA'], 'a report on cast takes no name', 'dialogue');
    const { stdout } = await done(['report', 'script.fountain', 'cast', '--json']);
    expect(
      stdout
        .split('\n')
        .slice(0, 2)
        .map((line) => JSON.parse(line) as object),
    ).toMatchObject([
      { type: 'cast', character: 'MARA' },
      { type: 'cast', character: 'TOM' },
    ]);
  });
});

describe('import and export', () => {
  test('import writes Fountain beside the file, and says what was found', async () => {
    await done(['convert', 'script.fountain', 'draft.fdx']);
    const { stdout } = await done(['import', 'draft.fdx']);
    expect(stdout.split('\n').slice(1)).toEqual([
      'The Keepers, read from Final Draft: 3 scenes, 2 characters, 1 page',
      '  MARA, TOM',
      '',
    ]);
    expect(get('draft.fountain')).toContain('INT. LAMP ROOM - NIGHT');
    await refused(['import', 'draft.fdx'], 'draft.fountain is there already', '--force');
    await refused(['import', 'script.fountain'], 'is Fountain by its name', 'needs no import');
    const json = await done(['import', 'draft.fdx', 'other.fountain', '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      type: 'imported',
      from: 'fdx',
      scenes: 3,
      characters: ['MARA', 'TOM'],
      pages: 1,
    });
  });

  test('export writes several forms beside the file, or into a folder', async () => {
    const { stdout } = await done(['export', 'script.fountain', '--format', 'pdf,html', '--format', 'fdx']);
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'script.pdf',
      'script.html',
      'script.fdx',
      '',
    ]);
    await done(['export', 'script.fountain', '--format', 'fountain,txt', '--out', 'a/b', '--paper', 'a4']);
    expect(readdirSync(join(folder.dir, 'a/b'))).toEqual(['script.fountain', 'script.txt']);
    put('draft.v2', SCRIPT);
    expect((await done(['export', 'draft.v2', '--format', 'json'])).stdout).toMatch(/^draft\.v2\.json /);
    await refused(['export', 'script.fountain', '--format', 'json,pdf'], 'script.pdf is there already', '--force');
    await refused(
      ['export', 'script.fountain', '--format', 'pdff'],
      "unknown --format 'pdff'",
      'did you mean: --format pdf',
    );
    await refused(['export', 'script.fountain', '--script', 'x'], 'a file is given', 'leave one');
    expect(existsSync(join(folder.dir, 'script.json'))).toBe(false);
  });
});

describe('export of a project', () => {
  let project: ReturnType<typeof scratch>;
  beforeAll(async () => {
    project = scratch();
    const args = [
      'write',
      'A ferryman learns that the far bank has moved overnight.',
      '--scenes',
      '3',
      '--title',
      'The Bank',
    ];
    expect(await scriptgen(args, { cwd: project.dir })).toMatchObject({ code: 0 });
  });
  afterAll(() => project.remove());

  test('without a file, the script of the project is written under its name', async () => {
    const { code, stdout } = await scriptgen(['export', '--format', 'fdx,json'], { cwd: project.dir });
    expect([code, stdout.split('\n').map((line) => line.split(' ')[0])]).toEqual([
      0,
      ['the-bank.fdx', 'the-bank.json', ''],
    ]);
    expect(readFileSync(join(project.dir, 'the-bank.fdx'), 'utf8')).toContain('<FinalDraft ');
  });
});

test('no command loads what it does not need: no database, no model, and Zod for JSON only', async () => {
  put(
    'loaded.mjs',
    `import { appendFileSync } from 'node:fs';
    import { registerHooks } from 'node:module';
    const load = (url, context, next) => (appendFileSync('loaded.txt', url + '\\n'), next(url, context));
    registerHooks({ load });`,
  );
  const env = { NODE_OPTIONS: '--import ./loaded.mjs' };
  const loadedBy = async (...args: readonly string[]): Promise<string> => {
    put('loaded.txt', '');
    await done(args, { env, command: SOURCES });
    return get('loaded.txt');
  };
  const pdf = await loadedBy('convert', 'script.fountain', 'script.pdf');
  expect(pdf).toContain('screenplay/pdf/print.ts');
  expect(pdf).not.toMatch(/cli\/commands\/(?!convert)/);
  const others = [
    await loadedBy('check', 'script.fountain'),
    await loadedBy('export', 'script.fountain', '--format', 'fdx'),
  ];
  for (const loaded of [pdf, ...others])
    expect(loaded).not.toMatch(
      /kysely|better-sqlite3|node_modules\/(zod|@ai-sdk|hono)|src\/(project(?!\/package-root)|steps|llm)/,
    );
  expect(pdf).not.toMatch(/saxes|screenplay\/(html|check|measure|report)\//);
  expect(await loadedBy('convert', 'script.fountain', 'script.json')).not.toContain('node_modules/zod');
});

test('the commands say in their help what they take, with an example', async () => {
  for (const command of ['convert', 'check', 'measure', 'report', 'import', 'export']) {
    const { stdout } = await done([command, '--help']);
    expect(stdout).toContain(`Usage: scriptgen ${command} `);
    expect(stdout).toMatch(new RegExp(`Examples:\\n {2}scriptgen ${command} `));
  }
  expect((await done(['--help'])).stdout).toMatch(
    /^ {2} *8 {2}check, lint, structures check, db check or doctor found/m,
  );
});

interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number }[];
  }[];
}
