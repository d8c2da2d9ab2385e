import { expect, test } from 'vitest';
import * as build from '../build.ts';
import { parseFountain } from '../fountain/parse.ts';
import { checkScreenplay } from './check.ts';
import { RULES } from './rules.ts';

/** For each rule, a text that it speaks of, the line it names, and a text like it that is in order. */
const CASES: Readonly<
  Record<string, { readonly bad: string; readonly line: number | undefined; readonly good: string }>
> = {
  'action/long': {
    bad: `${'Short.\n\n'.repeat(12)}${'word '.repeat(61)}`,
    line: 25,
    good: `${'Short.\n\n'.repeat(12)}${'word '.repeat(60)}`,
  },
  'cue/continued': {
    bad: "INT. A - DAY\n\nTOM\nYes.\n\nANN\nNo.\n\nINT. B - DAY\n\nTOM (CONT'D)\nYes.",
    line: 11,
    good: "INT. A - DAY\n\nANN\nNo.\n\nTOM\nYes.\n\nINT. B - DAY\n\nTOM (CONT'D)\nYes.\n\nANN\nNo.\n\nTOM (V.O.) (CONT’D)\nYes.",
  },
  'cue/extension': {
    bad: 'It rains.\n\nTOM (VO)\nYes.',
    line: 3,
    good: 'It rains.\n\nTOM (V.O.)\nYes.\n\nTOM (INTO PHONE)\nYes.',
  },
  'cue/introduction': {
    bad: `ANN waits.\n\n${'ANN\nYes.\n\n'.repeat(5)}${'TOM\nNo.\n\n'.repeat(5)}`,
    line: 18,
    good: `ANN waits. TOM sits.\n\n${'ANN\nYes.\n\n'.repeat(5)}${'TOM\nNo.\n\n'.repeat(5)}${'HAL (V.O.)\nNo.\n\n'.repeat(5)}${'BO\nNo.\n\n'.repeat(4)}`,
  },
  'cue/not-a-name': {
    bad: 'It rains.\n\nBANG!\nThe door flies open.',
    line: 3,
    good: 'It rains.\n\nTHE OLD MAN OF THE SEA\nYes.',
  },
  'cue/not-capitals': {
    bad: 'MARA\nYes.\n\nMara (softly)\nNo.',
    line: 4,
    good: 'MARA\nYes.\n\nTOM\nNo.\n\nMara waits.\nThen she goes.\n\nMara\nTom\n\nMara',
  },
  'cue/lone-name': {
    bad: 'It rains.\n\nANN\nYes.\n\nANN\n\nI said yes.',
    line: 6,
    good: `It rains.\n\nANN\nYes.\n\n${'ANN\n\nShe sits.\n\n'.repeat(3)}BANG\n\nShe falls.`,
  },
  'cue/spelling': {
    bad: 'MR. HALL\nYes.\n\nMR. HALL\nNo.\n\nMR HALL\nOh.',
    line: 7,
    good: '@McAVOY\nYes.\n\n@McAVOY\nNo.',
  },
  'cue/unknown': {
    bad: `${'MARIA\nYes.\n\n'.repeat(3)}MARI\nNo.`,
    line: 10,
    good: `${'MARIA\nYes.\n\n'.repeat(3)}MARTA\nNo.\n\nWhere is Marta?\n\n${'COP #1\nHey.\n\n'.repeat(3)}COP #2\nHo.\n\n${'WOMAN\nHey.\n\n'.repeat(3)}WOMEN\nHo.\n\n${'JOHN\nHey.\n\n'.repeat(3)}JOAN\nHo.\n\n${'GUARD\nHey.\n\n'.repeat(3)}GUARDS\nHo.`,
  },
  'cue/without-speech': {
    bad: 'It rains.\n\nTOM\n(nods)\n\nANN\nYes.',
    line: 3,
    good: 'It rains.\n\nTOM\n...\n\nANN\nYes.\n\nANN\n\nShe sits.',
  },
  'dual/same-person': {
    bad: 'It rains.\n\nTOM\nYes.\n\nTOM ^\nNo.',
    line: 3,
    good: 'It rains.\n\nTOM\nYes.\n\nANN ^\nNo.',
  },
  'heading/no-prefix': {
    bad: headings('INT. A - DAY', 'INT. B - DAY', 'INT. C - DAY', '.BOILER ROOM - DAY'),
    line: 13,
    good: headings('.A', '.B', '.C', 'INT. D - DAY'),
  },
  'heading/no-time': {
    bad: headings(...Array.from({ length: 9 }, (_, at) => `INT. ROOM ${at} - DAY`), 'INT. CELLAR'),
    line: 37,
    good: headings(
      ...Array.from({ length: 9 }, (_, at) => `INT. ROOM ${at} - DAY`),
      'INT. ROOM 8',
      'EXT. CELLAR, NIGHT',
    ),
  },
  'location/spelling': {
    bad: headings('INT. BIG TOP - DAY', 'INT. BIG TOP - NIGHT', 'INT. BIG-TOP - DAY'),
    line: 9,
    good: headings(
      'INT. BIG TOP - DAY',
      'EXT. BIG TOP - NIGHT',
      'INT. ROOM 1 - DAY',
      'INT. ROOM 1 - DAY',
      'INT. ROOM 1 - DAY',
      'INT. ROOM 2 - DAY',
    ),
  },
  'number/missing': {
    bad: headings('INT. A #1#', 'INT. B #2#', 'INT. C #3#', 'INT. D'),
    line: 13,
    good: headings('INT. A #1#', 'INT. B', 'INT. C', 'INT. D'),
  },
  'number/order': {
    bad: headings('INT. A #1#', 'INT. B #3#', 'INT. C #2#'),
    line: 9,
    good: headings('INT. A #1#', 'INT. B #1A#', 'INT. C #A2#', 'INT. D #2#'),
  },
  'number/twice': { bad: headings('INT. A #1#', 'INT. B #1#'), line: 5, good: headings('INT. A #1#', 'INT. B #1A#') },
  'page/by-hand': {
    bad: 'It rains.\n\nTOM\nYes.\n(MORE)',
    line: 5,
    good: 'It rains.\n\nTOM\n(more)\nYes.\n\nThe rain CONTINUED.',
  },
  'parenthetical/last': {
    bad: 'It rains.\n\nTOM\nYes.\n(nods)',
    line: 5,
    good: 'It rains.\n\nTOM\n(nods)\nYes.\n(beat)',
  },
  'parenthetical/long': {
    bad: `It rains.\n\nTOM\n(${'so '.repeat(26)})\nYes.`,
    line: 4,
    good: `It rains.\n\nTOM\n(${'so '.repeat(25)})\nYes.`,
  },
  'parenthetical/open': {
    bad: 'It rains.\n\nTOM\n(softly\nYes.',
    line: 4,
    good: 'It rains.\n\nTOM\n(softly,\nto her) Yes.',
  },
  'scene/empty': {
    bad: 'INT. A - DAY\n\nINT. B - DAY\n\nRain.',
    line: 1,
    good: 'INT. A - DAY\n\n= She leaves.\n\nEXT. HOUSE - ESTABLISHING\n\nINT. B - DAY\n\nRain.',
  },
  'script/length': { bad: `Rain. Wind.\n\n`.repeat(11_000), line: undefined, good: 'Rain.\n\n'.repeat(9000) },
  'script/start': { bad: 'TOM\nYes.', line: 1, good: 'OVER BLACK.\n\nTOM\nYes.' },
  'text/encoding': { bad: 'Rain.\n\nIt isnâ€™t.', line: 3, good: 'Rain.\n\nIt isn’t Ã la carte.' },
  'text/open-mark': {
    bad: 'Rain.\n\nShe **runs.',
    line: 3,
    good: 'Rain.\n\nShe **runs**. 3 * 4. f**k. snake_case. \\*no. A note [[ok]].',
  },
  'text/unprintable': { bad: 'Rain.\n\nShe\u200b runs.', line: 3, good: 'Rain.\n\n👩‍🚀 runs.' },
  'title/missing': { bad: 'Title: A\n\nRain.', line: undefined, good: 'Title: A\nAuthors: B\nContact: C\n\nRain.' },
  'transition/inside': {
    bad: 'INT. A - DAY\n\nRain.\n\nCUT TO:\n\nA face.',
    line: 5,
    good: 'INT. A - DAY\n\nRain.\n\nCUT TO:\n\nCLOSE ON A FACE\n\nSMASH CUT TO:\n\n> THE TITLE <\n\nCUT TO:\n\nINT. B - DAY\n\nRain.',
  },
};

/** Scenes that are not empty. */
function headings(...texts: readonly string[]): string {
  return texts.map((text) => `${text}\n\nRain.\n\n`).join('');
}

function found(text: string, rule: string) {
  return checkScreenplay(parseFountain(text).screenplay, { only: [rule] });
}

test('every rule has a case here', () => {
  expect(new Set(Object.keys(CASES))).toEqual(new Set(RULES.map(({ id }) => id)));
});

test.each(Object.entries(CASES))('%s speaks of a fault once, in its line', (rule, { bad, line }) => {
  const notes = found(bad, rule);
  expect(notes).toHaveLength(1);
  expect(notes[0]?.line).toBe(line);
  expect(notes[0]?.rule).toBe(rule);
});

test.each(Object.entries(CASES))('%s says nothing where there is no fault', (rule, { good }) => {
  expect(found(good, rule)).toEqual([]);
});

test.each(Object.entries(CASES))(
  '%s is silent when the document says so, on top or above the block',
  (rule, { bad, line }) => {
    const page = /^Title: .*\n\n/.exec(bad)?.[0] ?? '';
    expect(found(`${page}[[check: ignore ${rule}]]\n\n${bad.slice(page.length)}`, rule)).toEqual([]);
    if (line === undefined) return;
    const lines = bad.split('\n');
    let at = line - 1;
    while (at > 0 && lines[at - 1]?.trim() !== '') at -= 1;
    const above = [...lines.slice(0, at), `[[check: ignore ${rule}]]`, '', ...lines.slice(at)].join('\n');
    expect(found(`.X\n\nRain.\n\n${above}`, rule)).toEqual([]);
  },
);

test('an area is ignored or wanted as a whole, and a severity cuts off what matters less', () => {
  const script = parseFountain('It rains.\n\nTOM (VO)\n(nods)\n\nBANG!\nNo.').screenplay;
  const rules = (filter: Parameters<typeof checkScreenplay>[1]) =>
    checkScreenplay(script, filter).map(({ rule }) => rule);
  expect(rules({ only: ['cue'] })).toEqual(['cue/extension', 'cue/without-speech', 'cue/not-a-name']);
  expect(rules({ only: ['cue'], severity: 'major' })).toEqual(['cue/without-speech']);
  expect(rules({ ignore: ['cue', 'title'] })).toEqual([]);
});

test('a note that stands alone silences the rule for the block below it and no other', () => {
  const notes = found('Rain.\n\n[[check: ignore text/open-mark]]\n\nShe **runs.\n\nHe **runs.', 'text/open-mark');
  expect(notes.map(({ line }) => line)).toEqual([7]);
});

test('a name that stands twice is no slip', () => {
  expect(found(`${'MARIA\nYes.\n\n'.repeat(3)}${'MARI\nNo.\n\n'.repeat(2)}`, 'cue/unknown')).toEqual([]);
});

test('a note inside a block silences the rule there and nowhere else', () => {
  const notes = found('Rain.\n\nShe **runs. [[check: ignore text]]\n\nHe **runs.', 'text/open-mark');
  expect(notes.map(({ line }) => line)).toEqual([5]);
});

test('a script that was built and never read has notes without lines', () => {
  const notes = checkScreenplay(
    build.screenplay(null, build.action('Rain.'), build.dialogue('Tom', [build.parenthetical('nods')])),
  );
  expect(notes.map(({ rule, line }) => [rule, line])).toEqual([
    ['title/missing', undefined],
    ['cue/without-speech', undefined],
  ]);
});

test('a note names the exact line and column of its words', () => {
  const [note] = found('INT. A - DAY\r\n\r\nTOM\r\n(a)\r\nYes.\r\n  (nods at her)', 'parenthetical/last');
  expect(note).toMatchObject({ line: 6, column: 3, quote: '(nods at her)' });
});

test('an empty script has nothing wrong with it', () => {
  expect(checkScreenplay(build.screenplay(null))).toEqual([]);
});
