import { existsSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EditedProject, editedProject } from './support/edited-project.ts';

const SCENES = 9;
let at: EditedProject;

beforeEach(async () => {
  at = await editedProject(SCENES);
});
afterEach(() => at.close());

const ids = async (): Promise<readonly string[]> => (await at.project.getOutline()).cards.map(({ id }) => id);

describe('a file that a person edited', () => {
  test('untouched, is taken in without a word written', async () => {
    const before = await at.project.listChanges();
    expect((await at.project.sync()).state).toBe('unchanged');
    expect(await at.project.listChanges()).toEqual(before);
  });

  test('is read back scene by scene, and the next build leaves every byte of it', async () => {
    const added = 'INT. BOAT SHED - NIGHT\n\nA lamp swings.\n\nHARBOUR MASTER\nNobody crosses tonight.';
    at.saveScenes(([one = '', two = '', three = '', ...rest]) => [
      ...[two, one, `${three}\n\nThe rope is cut clean through.`, added],
      ...rest,
    ]);
    const before = await ids();
    const report = await at.project.sync({ author: 'Ana' });
    expect(report.state).toBe('synced');
    expect(report.counts).toMatchObject({ moved: 1, changed: 1, new: 1, deleted: 0, refused: 0 });
    const { cards } = await at.project.getOutline();
    expect(cards.map(({ id }) => id).toSpliced(3, 1)).toEqual([before[1], before[0], ...before.slice(2)]);
    expect(cards[3]).toMatchObject({ synopsis: 'A lamp swings.', extras: [{ name: 'HARBOUR MASTER', sketch: '' }] });
    const edited = at.text();
    const built = await at.project.build();
    expect(built.files.map(({ keptEdited }) => keptEdited)).toEqual([undefined, undefined]);
    expect(built.scenes.filter(({ state }) => state === 'written')).toEqual([]);
    expect(at.text()).toBe(edited);
    expect((await at.project.sync()).state).toBe('unchanged');
  });

  test('is one change, which undo takes back: order, scenes and text', async () => {
    const before = { ids: await ids(), script: await at.project.getScreenplay() };
    at.saveScenes(([one = '', two = '', , ...rest]) => [two, `${one}\n\nNobody answers.`, ...rest]);
    const { changeSet } = await at.project.sync();
    expect(await ids()).toHaveLength(SCENES - 1);
    expect((await at.project.undo()).undone.id).toBe(changeSet);
    expect(await ids()).toEqual(before.ids);
    expect(await at.project.getScreenplay()).toEqual(before.script);
  });

  test('says what would happen, and writes nothing, when it is a dry run', async () => {
    at.saveScenes(([one = '', ...rest]) => [`${one}\n\nNobody answers.`, ...rest]);
    const before = await at.project.listChanges();
    const planned = await at.project.sync({ dryRun: true });
    expect(planned).toMatchObject({ state: 'planned', counts: { changed: 1 } });
    expect(await at.project.listChanges()).toEqual(before);
    expect(await at.project.sync()).toMatchObject({ state: 'synced', scenes: planned.scenes });
  });

  test.each([
    ['other line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['blank lines of its own', (text: string) => text.replaceAll('\n\nEXT.', '\n\n\n\nEXT.').replace(/\n$/, '')],
    ['forced headings and emphasis', (text: string) => text.replace('\n\nINT. ', '\n\n.INT. ')],
  ])('keeps %s, byte for byte', async (_, change) => {
    at.save(change);
    at.save((text) => text.replace(/(\r?\n){2}(INT|EXT)/, (head) => `${head.slice(0, -3)}A gull.${head}`));
    const edited = at.text();
    expect((await at.project.sync()).state).toBe('synced');
    await at.project.build();
    expect(at.text()).toBe(edited);
    expect((await at.project.sync()).state).toBe('unchanged');
  });

  test('may change the title page and what stands before the first scene and behind the last', async () => {
    at.save((text) =>
      text
        .replace(/^Title: .*/, 'Title: THE FAR BANK')
        .replace('FADE IN:', 'OVER BLACK:')
        .replace(/(FADE OUT\.\s*)$/, '$1\n> THE END <\n'),
    );
    const edited = at.text();
    expect(await at.project.sync()).toMatchObject({ front: true, scenes: [] });
    await at.project.build();
    expect(at.text()).toBe(edited);
  });

  test('has a heading that a card can say on its card, and any other as it is written', async () => {
    const settings = (await (await at.project.bible()).list()).filter(({ kind }) => kind === 'setting');
    const [first] = (await at.project.getOutline()).cards;
    const other = settings.find(({ id }) => id !== first?.setting);
    at.saveScenes(([one = '', two = '', ...rest]) => [
      one.replace(/^.*/, `EXT. ${other?.name.toUpperCase()} - DUSK`),
      two.replace(/^.*/, 'INT./EXT. MOVING CAR - DAY'),
      ...rest,
    ]);
    const edited = at.text();
    const report = await at.project.sync();
    expect(report.counts.retitled).toBe(2);
    const { cards } = await at.project.getOutline();
    expect(cards[0]).toMatchObject({ interior: false, setting: other?.id, time: 'DUSK' });
    expect(report.proposals.map(({ quote }) => quote)).toEqual(['INT./EXT. MOVING CAR - DAY']);
    await at.project.build();
    expect(at.text().match(/^INT\.\/EXT\..*$/m)?.[0]).toBe('INT./EXT. MOVING CAR - DAY');
    expect(edited.match(/^(INT|EXT).*$/gm)).toEqual(at.text().match(/^(INT|EXT).*$/gm));
  });

  test('proposes what its text implies once, as drafts that nobody reads', async () => {
    const speak = (line: string) => at.saveScenes(([one = '', ...rest]) => [`${one}\n\nBOSUN\n${line}`, ...rest]);
    speak('Ahoy.');
    const { proposals } = await at.project.sync();
    expect(proposals).toMatchObject([
      { quote: 'BOSUN', change: { type: 'create', entry: { kind: 'character', name: 'Bosun', state: 'draft' } } },
    ]);
    expect((await (await at.project.bible()).list()).map(({ name }) => name)).not.toContain('Bosun');
    speak('Belay that.');
    expect(await at.project.sync()).toMatchObject({ state: 'synced', proposals: [] });
  });

  test('links the card of a new scene to the place and the people that are accepted for it', async () => {
    at.saveScenes((scenes) => [...scenes, 'EXT. ROOF - NIGHT\n\nA bell.\n\nBOSUN\nNobody looks up.']);
    await at.project.sync();
    const edited = at.text();
    const review = await at.project.review();
    const ids = (await review.list()).flatMap(({ hunks }) => hunks.map(({ id }) => id));
    await review.mark(ids, { decision: 'accept' });
    await review.apply();
    const entries = await (await at.project.bible()).list();
    const idOf = (name: string): string | undefined => entries.find((entry) => entry.name === name)?.id;
    const card = (await at.project.getOutline()).cards.at(-1);
    expect(card).toMatchObject({ setting: idOf('Roof'), cast: [idOf('Bosun')], lead: idOf('Bosun'), extras: [] });
    await at.project.build();
    expect(at.text()).toBe(edited);
  });

  test('notes once that somebody speaks whom the card does not have on stage', async () => {
    const { cards } = await at.project.getOutline();
    const people = (await (await at.project.bible()).list()).filter(({ kind }) => kind === 'character');
    const place = cards.findIndex(({ cast }) => people.some(({ id }) => !cast.includes(id)));
    const name = people.find(({ id }) => cards[place]?.cast.includes(id) === false)?.name.toUpperCase() ?? '';
    const speak = (line: string) =>
      at.saveScenes((scenes) => scenes.with(place, `${scenes[place]}\n\n${name}\n${line}`));
    speak('Here I am.');
    const { notes, proposals } = await at.project.sync();
    expect(notes).toMatchObject([{ rule: 'sync/cast', scene: cards[place]?.id, quote: name }]);
    expect(proposals).toEqual([]);
    speak('Still here.');
    expect((await at.project.sync()).notes).toEqual([]);
  });
});

describe('a script that has moved on since its file was written', () => {
  test('has both: what was generated since, and what the person did to what was there', async () => {
    const bible = await at.project.bible();
    const [first] = (await at.project.getOutline()).cards;
    at.saveScenes(([one = '', ...rest]) => [`${one}\n\nThe rope is cut clean through.`, ...rest]);
    await bible.setField(first?.speakers[0] ?? first?.lead ?? '', 'voice.sentences', 'Answers with questions.');
    const built = await at.project.build({ sync: false });
    expect(built.files[0]?.keptEdited).toBe(at.file);
    const generated = (await at.project.getScreenplay()).children.length;
    const report = await at.project.sync();
    expect(report.counts).toMatchObject({ changed: 1 });
    const { children } = await at.project.getScreenplay();
    expect(children).toHaveLength(generated + 1);
    expect(JSON.stringify(children)).toContain('The rope is cut clean through.');
  });
});

describe('a build', () => {
  test('takes an edited file in first, says so, and writes the file over', async () => {
    at.saveScenes(([one = '', ...rest]) => [`${one}\n\nThe rope is cut clean through.`, ...rest]);
    const edited = at.text();
    const built = await at.project.build();
    expect(built.taken).toMatchObject({ file: at.file, scenes: 1 });
    expect(built.files[0]).toMatchObject({ path: at.file });
    expect(at.text()).toBe(edited);
  });

  test('leaves it alone when it is told to, and when it cannot be taken in', async () => {
    at.save((text) => `${text}\n<<<<<<< ours\n`);
    const edited = at.text();
    const built = await at.project.build();
    expect(built.taken?.refused).toContain('conflict marks in line');
    expect(built.files[0]).toMatchObject({ keptEdited: at.file });
    expect(at.text()).toBe(edited);
    at.save((text) => text.replace(/\n<<<.*\n/, ''));
    at.saveScenes(([one = '', ...rest]) => [`${one}\n\nNobody answers.`, ...rest]);
    const unsynced = await at.project.build({ sync: false });
    expect(unsynced.taken).toBeUndefined();
    expect(unsynced.files[0]).toMatchObject({ keptEdited: at.file });
  });

  test('never writes over a file that is saved while it runs', async () => {
    const [first] = (await at.project.getOutline()).cards;
    await (await at.project.bible()).setField(first?.lead ?? '', 'voice.sentences', 'Answers with questions.');
    let saved = '';
    const built = await at.project.build({
      onEvent: ({ type }) => {
        if (type !== 'stage-start' || saved !== '') return;
        at.saveScenes(([one = '', ...rest]) => [`${one}\n\nSaved meanwhile.`, ...rest]);
        saved = at.text();
      },
    });
    expect(built.files[0]?.keptEdited).toBe(at.file);
    expect(at.text()).toBe(saved);
    expect((await at.project.build()).taken).toMatchObject({ scenes: 1 });
    expect(at.text()).toContain('Saved meanwhile.');
  });
});

describe('a file that cannot be meant so', () => {
  test.each([
    [
      'conflict marks',
      (text: string) => text.replace('\n\nINT', '\n\n<<<<<<< HEAD\n\nINT'),
      /conflict marks in line \d+/,
    ],
    ['nothing in it', () => '', /has no scene any more/],
    ['bytes that are no text', () => 'FADE\0IN', /is no text/],
    ['half of its scenes', (text: string) => text.slice(0, text.length / 2), /scenes are gone/],
    [
      'headings that are action now',
      (text: string) =>
        text
          .replaceAll(/\n\n((?:INT|EXT)\. )/g, (_, head, place) => `\n\n${place % 2 ? '!' : ''}${head}`)
          .replaceAll(/\n\n(INT|EXT)/g, '\n\n!$1')
          .replace('!', ''),
      /without a heading, their text in the scene before/,
    ],
    [
      'another script in it',
      () =>
        Array.from({ length: 12 }, (_, n) => `INT. PLACE ${n} - DAY\n\nSomething else happens here, number ${n}.`).join(
          '\n\n',
        ),
      /does not look like/,
    ],
  ])('is refused whole: %s', async (_, change, message) => {
    at.save(change);
    const before = await at.project.listChanges();
    await expect(at.project.sync()).rejects.toMatchObject({
      code: 'sync/refused',
      message: expect.stringMatching(message),
    });
    expect(await at.project.listChanges()).toEqual(before);
  });

  test('is taken when it is said to be meant, but never with conflict marks', async () => {
    at.saveScenes((scenes) => scenes.slice(0, 3));
    await expect(at.project.sync()).rejects.toMatchObject({ code: 'sync/refused' });
    expect((await at.project.sync({ force: true })).counts.deleted).toBe(SCENES - 3);
    expect(await ids()).toHaveLength(3);
    at.save((text) => `${text}\n>>>>>>> theirs\n`);
    await expect(at.project.sync({ force: true })).rejects.toMatchObject({ details: { line: expect.any(Number) } });
  });

  test('says so when it is not there', async () => {
    await expect(at.project.sync({ file: 'nowhere.fountain' })).rejects.toMatchObject({ code: 'input/invalid' });
  });
});

describe('what is locked', () => {
  test('is not taken from a file, told with who locked it; the rest is', async () => {
    await (await at.project.markup()).lock('2', { author: 'Ben', reason: 'approved' });
    at.saveScenes(([one = '', two = '', ...rest]) => [`${one}\n\nMine.`, `${two}\n\nNot mine.`, ...rest]);
    const edited = at.text();
    const report = await at.project.sync();
    expect(report.counts).toMatchObject({ changed: 1, refused: 1 });
    expect(report.scenes.find(({ refused }) => refused)?.refused?.why).toMatch(/locked by Ben since \d{4}.*approved/);
    const script = JSON.stringify(await at.project.getScreenplay());
    expect([script.includes('"Mine."'), script.includes('"Not mine."')]).toEqual([true, false]);
    const built = await at.project.build();
    expect(built.taken?.refused).toContain('Ben');
    expect(at.text()).toBe(edited);
    await (await at.project.markup()).unlock('2');
    expect((await at.project.sync()).counts).toMatchObject({ changed: 1, refused: 0 });
    expect(JSON.stringify(await at.project.getScreenplay())).toContain('"Not mine."');
  });

  test('keeps scenes in their order and number while the outline is locked', async () => {
    await (await at.project.markup()).lock('outline');
    const before = await ids();
    at.saveScenes(([one = '', two = '', three = '', ...rest]) => [
      two,
      one,
      `${three}\n\nStill mine.`,
      'INT. CELL - DAY\n\nA door.',
      ...rest.slice(1),
    ]);
    const report = await at.project.sync();
    expect(report.counts).toMatchObject({ changed: 1, moved: 0, new: 0, deleted: 0, refused: 3 });
    expect(await ids()).toEqual(before);
    await (await at.project.markup()).unlock('outline');
    expect((await at.project.sync()).counts).toMatchObject({ moved: 1, new: 1, deleted: 1, refused: 0 });
    const edited = at.text();
    await at.project.build();
    expect(at.text()).toBe(edited);
  });

  test('keeps a scene whole that a file joins to another', async () => {
    await (await at.project.markup()).lock('2');
    at.saveScenes(([one = '', two = '', ...rest]) => [`${one}\n\n${two.split('\n').slice(2).join('\n')}`, ...rest]);
    expect((await at.project.sync()).counts).toMatchObject({ merged: 0, changed: 0, refused: 2 });
    expect(await ids()).toHaveLength(SCENES);
  });
});

test('a file that nothing is known of is compared with the script as it is', async () => {
  const copy = `${at.dir}/copy.fountain`;
  writeFileSync(copy, at.text().replace('\n\nINT', '\n\nThe copy says more.\n\nINT'));
  const report = await at.project.sync({ file: copy });
  expect(report.state).toBe('synced');
  expect(report.notes.map(({ rule }) => rule)).toEqual(['sync/unknown-file']);
  expect(existsSync(copy)).toBe(true);
});
