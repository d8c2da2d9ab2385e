import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Character, Setting } from '../bibles/index.ts';
import { script as finalDraftScript } from '../screenplay/fdx/random-script.fixture.ts';
import { dialoguesOf, parseFdx, parseFountain, plainText, type Screenplay } from '../screenplay/index.ts';
import { anyScreenplay } from '../screenplay/json/fixtures/any-screenplay.ts';
import { script as printedScript } from '../screenplay/layout/random-script.fixture.ts';
import { cueName } from './cast/name.ts';
import { extractBible } from './index.ts';

/* The corpus stands in a folder beside the repository; without it those tests are skipped. */
const CORPUS = resolve('../shared/corpus');
const files = existsSync(CORPUS)
  ? readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:fountain|fdx)$/.test(file))
  : [];

const cue = fc
  .tuple(
    fc.constantFrom('', '', 'DR. ', 'MRS. ', 'YOUNG ', 'THE ', 'A ', 'OLD '),
    fc.constantFrom(
      'MARA',
      'VANCE',
      'MARA VANCE',
      'ZOË',
      'Zoe',
      'МАРИЯ',
      'Мария',
      '田中',
      'MAN',
      'COP',
      'MEN',
      'ALL',
      '???',
      'RADIO',
    ),
    fc.constantFrom('', '', ' (V.O.)', " (CONT'D)", ' V.O.', ' #2', "'S VOICE", ' AND TOM', '!', ' (20s)'),
  )
  .map((parts) => parts.join(''));
const namedScript = fc
  .array(
    fc.oneof(
      cue.map((name) => `@${name}\nSo it is.\n`),
      fc.constantFrom(
        'INT. ROOM - DAY\n',
        'MARA VANCE (30s) waits.\n',
        'CUT TO:\n',
        '# ACT II\n',
        'Mara and Zoe sit. Dr. Vance, 50, nods.\n',
      ),
    ),
    { maxLength: 24 },
  )
  .map((pieces) => parseFountain(pieces.join('\n')).screenplay);

/** What holds for every script that is read. */
function check(script: Screenplay): void {
  const extracted = extractBible(script, { id: 'sp_1' });
  const { characters, settings, scenes, doubtful, entries } = extracted;
  const dialogues = script.children.flatMap(dialoguesOf);
  for (const { name } of dialogues)
    expect(
      characters.filter(({ cues }) => cues.includes(cueName(name))),
      name,
    ).toHaveLength(1);
  expect(characters.reduce((sum, { speeches }) => sum + speeches, 0)).toBe(dialogues.length);
  const ids = [...characters, ...settings, ...scenes].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const named = [
    ...doubtful.flatMap((one) => one.ids),
    ...scenes.flatMap(({ cast, setting }) => [...cast, ...(setting === null ? [] : [setting])]),
  ];
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  for (const { kind, document, state } of entries) {
    expect(state).toBe('draft');
    expect((kind === 'character' ? Character : Setting).safeParse(document).error).toBeUndefined();
  }
  expect(extractBible(script, { id: 'sp_1' })).toEqual(extracted);
}

test.each([
  ['of names that are nearly one', namedScript, 300],
  ['of anything', anyScreenplay, 100],
  ['of all that is printed', printedScript, 40],
  ['of Final Draft', finalDraftScript, 60],
] as const)('every cue is exactly one character, and nothing throws: scripts %s', (_, scripts, numRuns) => {
  fc.assert(fc.property<[Screenplay]>(scripts, check), { numRuns });
});

test.skipIf(files.length === 0)(
  'every cue is exactly one character in the scripts of others, damaged ones, too (skipped without ../shared/corpus)',
  () => {
    for (const file of files) {
      const text = readFileSync(join(CORPUS, file), 'utf8');
      const parse = file.endsWith('.fdx') ? parseFdx : parseFountain;
      for (const damaged of [
        text,
        text.slice(7),
        text.slice(0, text.length / 2),
        text.replaceAll('\n\n', '\n'),
        text.toUpperCase(),
      ])
        check(parse(damaged).screenplay);
    }
  },
);

test.skipIf(files.length === 0)(
  'quotes of Fountain stand on the line they name (skipped without ../shared/corpus)',
  () => {
    for (const file of files.filter((one) => one.endsWith('.fountain'))) {
      const text = readFileSync(join(CORPUS, file), 'utf8');
      const { characters, settings } = extractBible(parseFountain(text).screenplay, { id: 'sp_1' });
      const quotes = [
        ...characters.flatMap((one) => [one.introduction, one.age, one.look, one.firstLine]),
        ...settings.map((one) => one.description),
      ];
      const lines = text.split(/\r\n|[\r\n]/).map((line) => plainText(line).replace(/\s+/g, ' '));
      for (const quote of quotes) {
        if (quote === null) continue;
        const from = lines.slice((quote.line ?? 0) - 1).filter((line) => line.trim() !== '');
        expect(from[0], `${file}: ${quote.text}`).toContain(quote.text.split(' ')[0]);
        expect(from.slice(0, 3).join(' ').replace(/\s+/g, ' '), file).toContain(quote.text.slice(0, 12).trim());
      }
    }
  },
);

test.skipIf(files.length === 0)(
  'the cast of a script that Final Draft and Fade In saved (skipped without ../shared/corpus)',
  () => {
    for (const file of files.filter((one) => /TestFDX-F/.test(one))) {
      const text = readFileSync(join(CORPUS, file), 'utf8');
      const { screenplay } = file.endsWith('.fdx') ? parseFdx(text) : parseFountain(text);
      const { characters, settings, doubtful } = extractBible(screenplay, { id: 'sp_1' });
      expect(
        characters.map(({ cues }) => cues),
        file,
      ).toEqual([['DJ'], ['JIM'], ['KAY'], ['DAVE']]);
      expect(settings.map(({ name }) => name)).toEqual(['RADIO STUDIO', 'OUTSIDE THE FOOD STORE']);
      expect(doubtful).toEqual([]);
    }
  },
);
