import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as build from '../build.ts';
import { parseFountain } from '../fountain/parse.ts';
import { layoutScreenplay } from '../layout/layout.ts';
import { measureScenes } from '../layout/measure.ts';
import { readMaterial } from '../measure/material.ts';
import { castReport, printCastReport } from './cast-report.ts';
import { dialogueReport, printDialogueReport } from './dialogue-report.ts';
import { locationReport, printLocationReport } from './location-report.ts';
import { oneLineSchedule, printSchedule } from './one-line-schedule.ts';
import { printSceneReport, sceneReport } from './scene-report.ts';

const SCRIPT = parseFountain(`Title: The Keepers

INT. LIGHTHOUSE - LAMP ROOM - NIGHT #1#

= Mara finds the log.

MARA climbs. Old Tom's dog barks at the old tom.

MARA
Who lit it?

OLD TOM (O.S.)
(softly)
Nobody.

EXT. BEACH - DAY #2#

Mara walks.

INT. LIGHTHOUSE - LAMP ROOM - DAY #3#

MARA (V.O.) (CONT'D)
I went *back*.

OLD TOM ^
Yes.

===

INT. LIGHTHOUSE - NIGHT #3A#

OLD TOM
(to TOM)
No. [[really?]]

EXT. LIGHTHOUSE - NIGHT

Waves. TOM.
`).screenplay;

test('a scene report has a row for each scene, with place, page, length, cast and words', () => {
  const [first, second, third, fourth, last] = sceneReport(SCRIPT);
  expect(first).toEqual({
    number: '1',
    heading: 'INT. LIGHTHOUSE - LAMP ROOM - NIGHT',
    intExt: 'INT',
    location: 'LIGHTHOUSE - LAMP ROOM',
    time: 'NIGHT',
    page: 1,
    eighths: 2,
    cast: ['MARA', 'OLD TOM'],
    mentioned: [],
    words: 14,
  });
  expect(second).toMatchObject({ number: '2', cast: [], mentioned: ['MARA'], words: 2 });
  expect(third).toMatchObject({ cast: ['MARA', 'OLD TOM'], words: 4 });
  expect(fourth).toMatchObject({ number: '3A', page: 2 });
  expect(last).toMatchObject({ number: '5', intExt: 'EXT', mentioned: [] });
});

test('a cast report counts each person once, whatever stands behind the name', () => {
  expect(castReport(SCRIPT)).toEqual([
    {
      cast: 1,
      character: 'MARA',
      scenes: 2,
      mentioned: 1,
      speeches: 2,
      words: 6,
      first: '1',
      last: '3',
      pages: [1],
      eighths: 3,
    },
    {
      cast: 2,
      character: 'OLD TOM',
      scenes: 3,
      mentioned: 0,
      speeches: 3,
      words: 3,
      first: '1',
      last: '3A',
      pages: [1, 2],
      eighths: 4,
    },
  ]);
});

test('a person of the cast list who says nothing is found where the action names them', () => {
  const script = { ...SCRIPT, production: { cast: [{ name: 'Tom' }] } };
  expect(sceneReport(script).map(({ mentioned }) => mentioned)).toEqual([[], ['MARA'], [], [], ['TOM']]);
});

test('the longest name that fits is the one that is mentioned', () => {
  const script = build.screenplay(
    null,
    build.heading('int. a'),
    build.action('Old Tom Junior leaves. The OLD clock stops.'),
    build.heading('int. b'),
    ...['Old', 'Old Tom', 'Old Tom Junior', 'Tom'].map((name) => build.dialogue(name, 'Yes.')),
  );
  expect(sceneReport(script)[0]?.mentioned).toEqual(['OLD TOM JUNIOR', 'OLD']);
});

test('a location report puts all scenes of a place together, the longest place first', () => {
  expect(locationReport(SCRIPT)).toEqual([
    {
      location: 'LIGHTHOUSE',
      sublocations: ['LAMP ROOM'],
      intExt: ['INT', 'EXT'],
      times: ['NIGHT', 'DAY'],
      scenes: ['1', '3', '3A', '5'],
      eighths: 5,
      cast: ['MARA', 'OLD TOM'],
    },
    { location: 'BEACH', sublocations: [], intExt: ['EXT'], times: ['DAY'], scenes: ['2'], eighths: 1, cast: [] },
  ]);
});

test('a dialogue report has all that one character says, with scene and page, and nothing else', () => {
  expect(dialogueReport(SCRIPT, 'Old Tom (V.O.)')).toEqual([
    {
      scene: '1',
      heading: 'INT. LIGHTHOUSE - LAMP ROOM - NIGHT',
      page: 1,
      extensions: ['O.S.'],
      text: 'Nobody.',
      words: 1,
    },
    { scene: '3', heading: 'INT. LIGHTHOUSE - LAMP ROOM - DAY', page: 1, extensions: [], text: 'Yes.', words: 1 },
    { scene: '3A', heading: 'INT. LIGHTHOUSE - NIGHT', page: 2, extensions: [], text: 'No.', words: 1 },
  ]);
  expect(dialogueReport(SCRIPT, 'Nobody')).toEqual([]);
});

test('a schedule puts scenes of one place together, day apart from night, and ends days in time', () => {
  const rows = oneLineSchedule(SCRIPT, { dayEighths: 3 });
  expect(rows.map(({ number, day }) => [number, day])).toEqual([
    ['1', 1],
    ['3', 1],
    ['3A', 2],
    ['5', 2],
    ['2', 2],
  ]);
  expect(rows[0]).toEqual({
    day: 1,
    number: '1',
    intExt: 'INT',
    location: 'LIGHTHOUSE - LAMP ROOM',
    dayNight: 'N',
    eighths: 2,
    cast: [1, 2],
    line: 'Mara finds the log.',
  });
  expect(oneLineSchedule(SCRIPT, { order: 'story' }).map(({ number }) => number)).toEqual(['1', '2', '3', '3A', '5']);
});

test('a scene longer than a day has a day of its own, the first day among them', () => {
  const long = build.action(Array.from({ length: 60 }, () => 'Rain.').join('\n'));
  const script = build.screenplay(null, build.heading('int. a'), long, build.heading('int. b'), build.action('Wind.'));
  expect(oneLineSchedule(script, { dayEighths: 4 }).map(({ day }) => day)).toEqual([1, 2]);
});

test('in one place, rooms are shot one after the other, and day before night where the story has it so', () => {
  const places = [
    'int. a - hall - day',
    'ext. a - day',
    'int. a - hall - night',
    'int. b - day',
    'ext. a - night',
    'int. a - hall - day',
  ];
  const script = build.screenplay(null, ...places.flatMap((text) => [build.heading(text), build.action('Rain.')]));
  expect(oneLineSchedule(script).map(({ number }) => number)).toEqual(['1', '6', '3', '2', '5', '4']);
});

test('an omitted scene is not scheduled', () => {
  const script = build.screenplay(null, { ...build.heading('int. a'), omitted: true }, build.heading('int. b'));
  expect(oneLineSchedule(script).map(({ location }) => location)).toEqual(['B']);
});

test('on any script, words and eighths of the rows make up those of its scenes, and a schedule loses no scene', () => {
  const block = fc.oneof(
    fc.constantFrom('int. a - day', 'ext. a - night', 'int. b - x - day', 'c').map((text) => build.heading(text)),
    fc.nat({ max: 400 }).map((count) => build.action('Ann waits. '.repeat(count) || 'X')),
    fc.constantFrom('Ann', 'Tom', 'Tom (V.O.)').map((name) => build.dialogue(name, 'Yes, I do.')),
    fc.constant(build.dualDialogue(build.dialogue('Ann', 'So.'), build.dialogue('Tom', 'No.'))),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 25 }), fc.integer({ min: 1, max: 60 }), (blocks, dayEighths) => {
      const script = build.screenplay(null, build.heading('int. first'), ...blocks);
      const pages = layoutScreenplay(script);
      const scenes = sceneReport(script, { pages });
      const sum = (rows: readonly { readonly words: number }[]) => rows.reduce((all, { words }) => all + words, 0);
      expect(sum(scenes)).toBe(readMaterial(script).words);
      const eighths = measureScenes(script, pages).scenes.map((scene) => scene.eighths);
      expect(scenes.map((scene) => scene.eighths)).toEqual(eighths);
      const cast = castReport(script, { pages });
      expect(sum(cast.flatMap(({ character }) => dialogueReport(script, character, { pages })))).toBe(sum(cast));
      expect(cast.every(({ scenes: count }) => count <= scenes.length)).toBe(true);
      const rows = oneLineSchedule(script, { pages, dayEighths });
      expect(new Set(rows.map(({ number }) => number))).toEqual(new Set(scenes.map(({ number }) => number)));
      for (const day of new Set(rows.map((row) => row.day))) {
        const own = rows.filter((row) => row.day === day);
        expect(own.length === 1 || own.reduce((all, row) => all + row.eighths, 0) <= dayEighths).toBe(true);
      }
      const places = rows.map(({ location }) => location.split(' - ')[0]);
      expect(places.filter((place, at) => place !== places[at - 1])).toHaveLength(new Set(places).size);
    }),
    { numRuns: 40 },
  );
});

test('every report is printed as a table, as CSV and as JSON', () => {
  const scenes = sceneReport(SCRIPT);
  expect(printSceneReport(scenes, 'table').split('\n')[2]).toMatch(
    /^1 +INT +LIGHTHOUSE - LAMP ROOM +NIGHT +1 +2\/8 +14 +MARA, OLD TOM$/,
  );
  expect(printSceneReport(scenes, 'csv').split('\r\n')[1]).toBe(
    '1,INT,LIGHTHOUSE - LAMP ROOM,NIGHT,1,2,14,"MARA, OLD TOM",',
  );
  expect(JSON.parse(printSceneReport(scenes, 'json'))).toEqual(scenes);
  expect(printCastReport(castReport(SCRIPT), 'table')).toMatch(/4\/8 +1-2\n$/);
  expect(printLocationReport(locationReport(SCRIPT), 'csv')).toContain(
    'LIGHTHOUSE,"INT, EXT","NIGHT, DAY",5,"1, 3, 3A, 5"',
  );
  expect(printDialogueReport(dialogueReport(SCRIPT, 'MARA'), 'csv')).toContain("V.O., CONT'D");
  expect(printSchedule(oneLineSchedule(SCRIPT), 'table')).toContain('Mara finds the log.');
});

test('twenty thousand scenes and names are reported, however alike they are', () => {
  const scenes = Array.from({ length: 20_000 }, (_, at) => [
    build.heading('int. a - day'),
    build.action('Cop. COP. Cop waits.'),
    build.dialogue(`Cop ${at}`, 'Yes.'),
  ]);
  expect(sceneReport(build.screenplay(null, ...scenes.flat()))).toHaveLength(20_000);
});
