import { expect, test } from 'vitest';
import { parseFountain } from '../../screenplay/index.ts';
import type { ExtractedCharacter } from '../extracted.ts';
import { extractBible } from '../index.ts';

/** A script in which these cues speak in turn, a scene each unless `together`; `action` stands in front. */
function cast(
  cues: readonly string[],
  { action = '', together = false }: { action?: string; together?: boolean } = {},
) {
  const speeches = cues.map((cue) => `${together ? '' : 'INT. ROOM - DAY\n\n'}@${cue}\nSo it is.\n`);
  const text = `INT. HALL - DAY\n\n${action}\n\n${speeches.join('\n')}`;
  return extractBible(parseFountain(text).screenplay, { id: 'sp_1' });
}
const cuesOf = (extracted: ReturnType<typeof cast>): readonly string[] =>
  extracted.characters.flatMap(({ cues }) => (cues.length === 0 ? [] : [[...cues].toSorted().join(' = ')])).toSorted();
const doubtsOf = ({ doubtful }: ReturnType<typeof cast>): readonly string[] =>
  doubtful.filter(({ kind }) => kind === 'character').map(({ names }) => [...names].toSorted().join(' ? '));
const byName = ({ characters }: ReturnType<typeof cast>, name: string): ExtractedCharacter | undefined =>
  characters.find((one) => one.name === name);

test.each([
  ['extensions', ['MARA', "MARA (CONT'D)", 'MARA (V.O.)', 'MARA (20s)', 'MARA V.O.'], ['MARA']],
  ['capitals, points and quotes', ['MR. O’HARA', "Mr O'Hara"], ["MR O'HARA = MR. O’HARA"]],
  ['accents', ['ZOË', 'ZOE'], ['ZOE = ZOË']],
  ['a leading THE', ['THE KEEPER', 'KEEPER'], ['KEEPER = THE KEEPER']],
  ['the title of an office', ['DR. BENNET', 'BENNET'], ['BENNET = DR. BENNET']],
  ['a first name and a full name', ['MARA', 'MARA VANCE', 'VANCE'], ['MARA = MARA VANCE = VANCE']],
  ['a title and a full name', ['DR. ANNA BENNET', 'BENNET', 'DR. BENNET'], ['BENNET = DR. ANNA BENNET = DR. BENNET']],
  ['Cyrillic', ['МАРИЯ', 'Мария (ЗА КАДРОМ)', 'НИКОЛАЙ'], ['МАРИЯ', 'НИКОЛАЙ']],
  ['names that differ by й', ['ГАЙ', 'ГАИ'], ['ГАИ', 'ГАЙ']],
  ['Chinese and Japanese', ['田中', '田中 (V.O.)', '佐藤'], ['佐藤', '田中']],
])('one person is found once: %s', (_, cues, expected) => {
  const found = cast(cues);
  expect(cuesOf(found)).toEqual(expected);
  expect(doubtsOf(found)).toEqual([]);
});

test('two at once are two people', () => {
  const found = extractBible(parseFountain('INT. HALL - DAY\n\nMARA\nYes.\n\nTOM ^\nNo.\n').screenplay, { id: 'sp_1' });
  expect(cuesOf(found)).toEqual(['MARA', 'TOM']);
});

test.each([
  ['another age', ['YOUNG MARA', 'MARA'], 'MARA ? YOUNG MARA'],
  ['a title of the family', ['MRS. HIGGINS', 'HIGGINS'], 'HIGGINS ? MRS. HIGGINS'],
  ['a title and a full name', ['MRS. ALVING', 'HELEN ALVING'], 'HELEN ALVING ? MRS. ALVING'],
  ['two offices', ['DR. BENNET', 'MR. BENNET'], 'DR. BENNET ? MR. BENNET'],
  ['a voice', ["MARA'S VOICE", 'MARA'], "MARA ? MARA'S VOICE"],
  ['a slip', ['MARIAN', 'MARIAN', 'MARIAN', 'MARIEN'], 'MARIAN ? MARIEN'],
  ['a name that is a word, too', ['ROSE DALE', 'ROSE'], 'ROSE ? ROSE DALE'],
])('what may be one person stays two and is told: %s', (_, cues, doubt) => {
  const found = cast(cues, { action: 'A rose on the table.' });
  expect(found.characters).toHaveLength(new Set(cues).size);
  expect(doubtsOf(found)).toEqual([doubt]);
  expect(found.doubtful[0]?.reason).not.toBe('');
});

test('a name that two full names share is left alone, and both are told', () => {
  const found = cast(['MARA VANCE', 'MARA QUINN', 'MARA']);
  expect(found.characters).toHaveLength(3);
  expect(doubtsOf(found)).toEqual(['MARA ? MARA VANCE', 'MARA ? MARA QUINN']);
});

test('somebody who is only described, and not heard any more when a new name is, may be that one', () => {
  const found = cast(['THE FLOWER GIRL', 'FREDDY', 'THE FLOWER GIRL', 'LIZA', 'FREDDY', 'LIZA']);
  expect(doubtsOf(found)).toEqual(['LIZA ? THE FLOWER GIRL']);
  expect(doubtsOf(cast(['THE FLOWER GIRL', 'FREDDY', 'LIZA', 'THE FLOWER GIRL']))).toEqual([]);
  const long = Array.from({ length: 40 }, (_, at) => (at % 2 ? 'FREDDY' : 'LIZA'));
  expect(doubtsOf(cast(['LIZA', 'FREDDY', 'THE PORTER', ...long]))).toEqual(['THE PORTER']);
});

test('two who speak one right after the other are two', () => {
  const found = cast(['DR. BENNET', 'BENNET'], { together: true });
  expect(found.characters).toHaveLength(2);
  expect(doubtsOf(found)).toEqual(['BENNET ? DR. BENNET']);
  expect(doubtsOf(cast(['MRS. HIGGINS', 'HIGGINS'], { together: true }))).toEqual([]);
});

test.each([
  ['OLD MAN', 'MAN'],
  ['TAXI DRIVER', 'DRIVER'],
  ['MRS. HALL', 'MR. HALL'],
  ['COP 1', 'COP 2'],
])('%s and %s are two, without a doubt', (a, b) => {
  const found = cast([a, b]);
  expect(cuesOf(found)).toEqual([a, b].toSorted());
  expect(doubtsOf(found)).toEqual([]);
});

test.each([
  ['ALL', 'group'],
  ['MEN', 'group'],
  ['BOTH', 'group'],
  ['THE CROWD', 'group'],
  ['SEVERAL BYSTANDERS', 'group'],
  ['JACK AND ALGY', 'group'],
  ['RADIO', 'voice'],
  ['MALE VOICE', 'voice'],
  ['COP #2', 'numbered'],
  ['COP TWO', 'numbered'],
  ['SECOND GUARD', 'numbered'],
  ['A PASSER-BY', 'anybody'],
  ['BANG!', 'not-a-name'],
  ['SCANNING THE AISLES...', 'not-a-name'],
  ['INT. HALLWAY - NIGHT', 'not-a-name'],
  ['MARA', null],
  ['JAMES', null],
  ['THE FLOWER GIRL', null],
  ['R2D2', null],
])('%s is %s', (cue, extra) => {
  const found = cast([cue]);
  expect(found.characters[0]?.extra).toBe(extra);
  expect(found.entries.filter(({ kind }) => kind === 'character')).toHaveLength(extra === null ? 1 : 0);
});

test('a group knows who is in it', () => {
  const found = cast(['JACK', 'ALGY', 'JACK AND ALGY']);
  const group = found.characters.find(({ extra }) => extra === 'group');
  expect(group?.members.map((id) => found.characters.find((one) => one.id === id)?.cues[0])).toEqual(['JACK', 'ALGY']);
});

test.each([
  ['MARA VANCE, 34, salt in her hair, stands at the rail.', '34', 'salt in her hair'],
  ['MARA VANCE (30s, salt in her hair) stands at the rail.', '30s', 'salt in her hair'],
  ['MARA (mid-40s), a coat over her nightdress, waits.', 'mid-40s', 'a coat over her nightdress'],
  ['MARA (early thirties) waits.', 'early thirties', undefined],
  ['Mara comes in. She is a woman of nine-and-twenty.', 'nine-and-twenty', 'She is a woman of nine-and-twenty.'],
  ['MARA waits 34 minutes.', undefined, undefined],
])('the introduction gives age and look: %s', (action, age, look) => {
  const found = cast(['MARA'], { action }).characters[0];
  expect([found?.age?.text, found?.look?.text]).toEqual([age, look]);
  expect(found?.introduction?.text).toContain(action.split('.')[0]);
  expect(found?.introduction?.line).toBe(3);
});

test.each([
  ['MARA VANCE (30s) waits.', ['MARA VANCE']],
  ['In the corner sits Mara Vance.', ['Mara Vance']],
  ['Captain Mara opens the door.', ['Captain Mara']],
  ['Enter Mara.', []],
  ['Mrs. Mara waits.', []],
  ['MARA SCREAMS. Mara screams.', []],
])('a full name in the action is an alias: %s', (action, aliases) => {
  expect(cast(['MARA'], { action }).characters[0]?.aliases).toEqual(aliases);
});

test('a full name that would be two people’s is a doubt', () => {
  const found = cast(['MARA', 'VANCE'], { action: 'MARA VANCE (30s) waits.' });
  expect(cuesOf(found)).toEqual(['MARA', 'VANCE']);
  expect(doubtsOf(found)).toEqual(['MARA ? VANCE']);
});

test('those who are introduced and never speak are silent, and noises are nobody', () => {
  const found = cast(['MARA'], {
    action: 'MARA waits. OLD TOM (70s) sleeps. BANG! A GUN. She looks at Nell. NELL nods.',
  });
  expect(found.characters.filter(({ silent }) => silent).map(({ name }) => name)).toEqual(['OLD TOM', 'Nell']);
});

test('a name is spelled as running text spells it', () => {
  expect(byName(cast(['MCAVOY'], { action: 'McAvoy waits.' }), 'McAvoy')?.cues).toEqual(['MCAVOY']);
  expect(byName(cast(['DJ']), 'DJ')?.cues).toEqual(['DJ']);
});

test('speeches, words, scenes, the first line and partners are counted', () => {
  const text =
    'INT. HALL - DAY\n\nMARA\n(low)\nWho is there?\n\nTOM\nMe.\n\nMARA\nGood.\n\nINT. BARN - DAY\n\nMARA\nNo.\n';
  const found = extractBible(parseFountain(text).screenplay, { id: 'sp_1' });
  const [mara, tom] = found.characters;
  expect(mara).toMatchObject({
    speeches: 3,
    words: 5,
    firstLine: { text: 'Who is there?', line: 5 },
    partners: [{ id: tom?.id, exchanges: 2 }],
  });
  expect(mara?.scenes).toEqual(found.scenes.map(({ id }) => id));
});
