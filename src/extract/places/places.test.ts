import { expect, test } from 'vitest';
import { parseFountain } from '../../screenplay/index.ts';
import type { Extracted } from '../extracted.ts';
import { extractBible } from '../index.ts';

function extract(text: string): Extracted {
  return extractBible(parseFountain(text).screenplay, { id: 'sp_1' });
}
const headed = (headings: readonly string[]): Extracted =>
  extract(headings.map((heading) => `${heading}\n\nThe lamp is out. ${heading.length} moths.\n`).join('\n'));
/** Settings as a tree of names. */
function tree({ settings }: Extracted): readonly string[] {
  const pathOf = (id: string | null): string => {
    const setting = settings.find((one) => one.id === id);
    return setting === undefined ? '' : `${pathOf(setting.inside)}/${setting.name}`;
  };
  return settings.map(({ id }) => pathOf(id));
}
const doubts = ({ doubtful }: Extracted): readonly string[] =>
  doubtful.filter(({ kind }) => kind === 'setting').map(({ names, reason }) => `${names.join(' ? ')}: ${reason}`);

test.each([
  [
    ['INT. HOUSE - KITCHEN - NIGHT', 'INT. HOUSE - HALL - DAY'],
    ['/HOUSE', '/HOUSE/HOUSE - KITCHEN', '/HOUSE/HOUSE - HALL'],
  ],
  [['INT. HOUSE, KITCHEN - NIGHT'], ['/HOUSE', '/HOUSE/HOUSE, KITCHEN']],
  [['INT. KITCHEN, HOUSE - NIGHT'], ['/HOUSE', '/HOUSE/KITCHEN, HOUSE']],
  [
    ['INT. HOUSE - KITCHEN - NIGHT', 'INT. KITCHEN, HOUSE - DAY', 'INT. House - Kitchen'],
    ['/HOUSE', '/HOUSE/HOUSE - KITCHEN'],
  ],
  [['INT. CAR - MOVING - DAY', 'INT./EXT. CAR - NIGHT'], ['/CAR']],
  [
    ['INT. CAFÉ - DAY', 'INT. CAFE - NIGHT', 'EXT. TOM’S BOAT', "EXT. TOM'S BOAT - DAWN"],
    ['/CAFÉ', '/TOM’S BOAT'],
  ],
  [
    ['INT. DOM - KUCHNIA - NOC', '.ДОМ - ПОДВАЛ - НОЧЬ', '.内景 客厅 - 夜'],
    ['/DOM', '/DOM/DOM - KUCHNIA', '/ДОМ', '/ДОМ/ДОМ - ПОДВАЛ', '/内景 客厅'],
  ],
])('every place is found once, inside the one it is in: %j', (headings, expected) => {
  const found = headed(headings);
  expect(tree(found)).toEqual(expected);
  expect(doubts(found)).toEqual([]);
});

test('times are listed, and are no part of a name', () => {
  const [setting] = headed([
    'INT. HOUSE - NIGHT',
    'EXT. HOUSE - DAY',
    'INT. HOUSE - LATER',
    'INT. HOUSE - DAY',
  ]).settings;
  expect(setting).toMatchObject({ name: 'HOUSE', times: ['NIGHT', 'DAY', 'LATER'], interior: true });
});

test.each([
  [['INT. LIVING ROOM - DAY', 'INT. LIVINGROOM - DAY'], 'LIVING ROOM ? LIVINGROOM: two spellings of one name'],
  [['INT. CELLAR', 'INT. CELLARS'], 'CELLAR ? CELLARS: two spellings of one name'],
  [['INT. HARBOUR', 'EXT. HARBOUR', 'EXT. HARBOUR', 'EXT. HARBOR'], 'HARBOR ? HARBOUR: one letter apart'],
  [
    ['INT. HOUSE - KITCHEN', 'INT. KITCHEN'],
    'KITCHEN ? HOUSE - KITCHEN: KITCHEN stands alone and inside another place',
  ],
  [['EXT. PARIS, FRANCE - DAY'], 'PARIS ? FRANCE: FRANCE may not be inside PARIS'],
])('places that may be one are two, and told: %j', (headings, doubt) => {
  const found = headed(headings);
  expect(doubts(found)).toEqual([doubt]);
});

test('the first action there describes a place, quoted with its line', () => {
  const { settings, missed } = extract(
    'INT. HOUSE - DAY\n\nMARA\nHm.\n\nDust on *everything*.\n\nINT. BARN - DAY\n\nMARA\nNo.\n',
  );
  expect(settings[0]?.description).toEqual({ text: 'Dust on everything.', line: 6 });
  expect(missed.filter(({ what }) => what === 'description').map(({ name }) => name)).toEqual(['BARN']);
});

test('a heading without a place is missed, and its scene has no setting', () => {
  const { scenes, missed } = extract('INT. - DAY\n\nRain.\n');
  expect(scenes[0]?.setting).toBeNull();
  expect(missed.map(({ what, id }) => [what, id])).toContainEqual(['place', scenes[0]?.id]);
});

test('a scene says where, who is on stage, who speaks, its line and its length', () => {
  const { scenes, characters, settings } = extract(
    'Title: X\n\nINT. HALL - DAY\n\nTOM watches.\n\nMARA\nYes.\n\nINT. BARN - DAY #7#\n\nTOM\nNo.\n',
  );
  const id = (name: string): string | undefined => characters.find(({ cues }) => cues.includes(name))?.id;
  expect(scenes).toEqual([
    {
      id: scenes[0]?.id,
      number: '1',
      heading: 'INT. HALL - DAY',
      setting: settings[0]?.id,
      cast: [id('MARA'), id('TOM')],
      speakers: [id('MARA')],
      line: 3,
      eighths: 1,
      page: 1,
    },
    {
      id: scenes[1]?.id,
      number: '7',
      heading: 'INT. BARN - DAY',
      setting: settings[1]?.id,
      cast: [id('TOM')],
      speakers: [id('TOM')],
      line: 10,
      eighths: 1,
      page: 1,
    },
  ]);
});

test.each([
  [
    '# ACT I\n\nScene: A garden at the manor. Roses.\n\nMARA\nYes.\n\n# ACT II\n\nIt is late. The kitchen of the manor, as in Act I.\n\nMARA\nNo.\n',
  ],
  [
    'ACT I\n\nScene: A garden at the manor. Roses.\n\nMARA\nYes.\n\n> ACT II <\n\nIt is late. The kitchen of the manor, as in Act I.\n\nMARA\nNo.\n',
  ],
  [
    '.ACT I\n\nScene: A garden at the manor. Roses.\n\nMARA\nYes.\n\n.ACT II\n\nIt is late. The kitchen of the manor, as in Act I.\n\nMARA\nNo.\n',
  ],
])('a play without headings has its acts as scenes, and what stands first under them as settings', (text) => {
  const { scenes, settings } = extract(text);
  expect(scenes.map(({ heading, setting }) => [heading, settings.find(({ id }) => id === setting)?.name])).toEqual([
    ['ACT I', 'garden at the manor'],
    ['ACT II', 'kitchen of the manor'],
  ]);
});

test('a text without any parts is one scene', () => {
  const { scenes, characters } = extract('The lamp is out.\n\nMARA\nYes.\n');
  expect(scenes).toMatchObject([{ heading: '', number: '1', speakers: [characters[0]?.id], eighths: null }]);
});

test('a scene put in before another changes no id', () => {
  const before = headed(['INT. HALL - DAY', 'INT. BARN - DAY']).scenes.map(({ id }) => id);
  const after = headed(['EXT. SEA - DAY', 'INT. HALL - DAY', 'INT. BARN - DAY', 'INT. BARN - DAY']).scenes.map(
    ({ id }) => id,
  );
  expect(after.slice(1, 3)).toEqual(before);
  expect(new Set(after).size).toBe(4);
});
