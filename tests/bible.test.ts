import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProject, type Project, type ScriptBible } from '../src/index.ts';
import { parseFountain } from '../src/screenplay/index.ts';
import { scratch } from './support/cli.ts';

/*
 * The bible of a script as its users have it, over a real database: entries, history, series, files, who knows what.
 */

const KINDS = {
  version: 1,
  kinds: {
    prop: {
      prefix: 'pr',
      description: 'A thing that matters.',
      schema: {
        type: 'object',
        properties: {
          look: { type: 'string', default: '' },
          owner: { type: 'string', default: '', 'x-secret': true },
          price: { type: 'integer', minimum: 0, default: 0, 'x-locked': true },
        },
      },
    },
  },
};

const folder = scratch();
const projects: Project[] = [];
afterAll(async () => {
  for (const project of projects) await project.close();
  folder.remove();
});

async function open(name: string, config: object = KINDS): Promise<Project> {
  const dir = join(folder.dir, name);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'scriptgen.json'), JSON.stringify(config));
  const project = await openProject({ dir, env: {} });
  projects.push(project);
  return project;
}

async function empty(name: string): Promise<ScriptBible> {
  const project = await open(name);
  const { id } = await project.createScript({ title: name });
  return project.bible(id);
}

describe('entries and their history', () => {
  test('a new entry is empty but for what was said, and can be found by alias in any case', async () => {
    const bible = await empty('aliases');
    const made = await bible.create({
      kind: 'character',
      name: 'Maya Vance',
      aliases: ['The Keeper'],
      texts: [['want', 'Sleep.']],
    });
    expect(made).toMatchObject({
      version: 1,
      state: 'accepted',
      document: { want: 'Sleep.', fear: '', role: 'other' },
    });
    expect((await bible.get('the keeper')).id).toBe(made.id);
    await expect(bible.create({ kind: 'character', name: 'maya vance' })).rejects.toMatchObject({
      code: 'bible/invalid',
    });
  });

  test('what is mistyped is refused with the nearest name', async () => {
    const bible = await empty('typos');
    await bible.create({ kind: 'character', name: 'Maya' });
    await expect(bible.get('Myaa')).rejects.toMatchObject({ code: 'bible/not-found', hint: 'Did you mean Maya?' });
    await expect(bible.setField('Maya', 'wnat', 'x')).rejects.toMatchObject({ hint: 'Did you mean want?' });
    await expect(bible.create({ kind: 'charcter', name: 'Tom' })).rejects.toMatchObject({
      hint: 'Did you mean character?',
    });
    await expect(bible.setField('Maya', 'role', 'hero')).rejects.toMatchObject({
      code: 'bible/invalid',
      message: expect.stringContaining('protagonist'),
    });
  });

  test('what nobody can mean is refused when it is written, and nothing changes', async () => {
    const bible = await empty('faults');
    const maya = await bible.create({ kind: 'character', name: 'Maya' });
    const attic = await bible.create({ kind: 'setting', name: 'ATTIC' });
    const house = await bible.create({ kind: 'setting', name: 'HOUSE', texts: [['inside', attic.id]] });
    await expect(bible.setField('ATTIC', 'inside', house.id)).rejects.toMatchObject({
      code: 'bible/invalid',
      message: expect.stringContaining('inside itself'),
    });
    for (const name of ['Ma\u0001ya', 'Ma\nya', 'Ma\ud800ya', ' '])
      await expect(bible.setField('Maya', 'name', name)).rejects.toMatchObject({ code: 'bible/invalid' });
    await expect(bible.setField('Maya', 'backstory', 'a'.repeat(1_100_000))).rejects.toMatchObject({
      code: 'bible/invalid',
      message: expect.stringContaining('1 MB'),
    });
    expect(await bible.get('Maya')).toEqual(maya);
    expect(await bible.get('ATTIC')).toEqual(attic);
  });

  test('two who change different fields of one version both get their way, in one field the second learns of both sides', async () => {
    const bible = await empty('merge');
    const { version } = await bible.create({ kind: 'character', name: 'Maya' });
    await bible.setField('Maya', 'want', 'Sleep.', { expected: version });
    const both = await bible.setField('Maya', 'fear', 'Water.', { expected: version });
    expect(both.document).toMatchObject({ want: 'Sleep.', fear: 'Water.' });
    const late = bible.update('Maya', { fields: { want: 'Rest.' } }, { expected: version });
    await expect(late).rejects.toMatchObject({
      code: 'bible/conflict',
      details: { overlap: ['want'], ours: { document: { want: 'Rest.' } }, theirs: { document: { want: 'Sleep.' } } },
    });
  });

  test('undo takes back one change after the other, leaves later changes of other fields, and can be undone', async () => {
    const bible = await empty('undo');
    await bible.create({ kind: 'character', name: 'Maya' });
    await bible.setField('Maya', 'want', 'Sleep.');
    const [change] = await bible.listChangeSets(1);
    await bible.setField('Maya', 'fear', 'Water.');
    const { entries } = await bible.undo(change?.id);
    expect(entries[0]?.document).toMatchObject({ want: '', fear: 'Water.' });
    await bible.undo();
    expect((await bible.get('Maya')).document).toMatchObject({ want: '', fear: '' });
    await bible.undo();
    expect(await bible.list()).toEqual([]);
    await expect(bible.undo()).rejects.toMatchObject({ code: 'bible/not-found' });
    await bible.restore('Maya', 3);
    expect((await bible.get('Maya')).document).toMatchObject({ want: 'Sleep.', fear: 'Water.' });
  });

  test('a change that was written over since cannot be undone in silence', async () => {
    const bible = await empty('undo-conflict');
    await bible.create({ kind: 'character', name: 'Maya' });
    await bible.setField('Maya', 'want', 'Sleep.');
    const [change] = await bible.listChangeSets(1);
    await bible.setField('Maya', 'want', 'Rest.');
    await expect(bible.undo(change?.id)).rejects.toMatchObject({ code: 'bible/conflict' });
    expect((await bible.get('Maya')).document['want']).toBe('Rest.');
  });

  test('blame says of every field who wrote it, diff what two versions differ in', async () => {
    const bible = await empty('blame');
    await bible.create({ kind: 'character', name: 'Maya' }, { author: 'Ann' });
    await bible.setField('Maya', 'voice.sentences', 'Clipped.', { author: 'Ben', reason: 'table read' });
    const blames = await bible.blame('Maya');
    expect(blames.find(({ field }) => field === 'voice')).toMatchObject({
      version: 2,
      author: { name: 'Ben' },
      reason: 'table read',
    });
    expect(blames.find(({ field }) => field === 'want')).toMatchObject({ version: 1, author: { name: 'Ann' } });
    expect(await bible.diff('Maya', 1)).toEqual([{ field: 'voice.sentences', from: '', to: 'Clipped.' }]);
    await expect(bible.diff('Maya', 7)).rejects.toMatchObject({ code: 'bible/not-found' });
  });

  test('an agent proposes drafts, keeps off locked fields, and accepts nothing', async () => {
    const bible = await empty('agents');
    const agent = { author: 'planner', isAgent: true };
    await bible.create({ kind: 'character', name: 'Zoe' }, agent);
    expect(await bible.list()).toEqual([]);
    await expect(bible.accept(undefined, agent)).rejects.toMatchObject({ code: 'bible/locked' });
    expect(await bible.accept()).toHaveLength(1);
    await bible.setField('Zoe', 'locked', 'want');
    await expect(bible.setField('Zoe', 'want', 'x', agent)).rejects.toMatchObject({ code: 'bible/locked' });
    expect((await bible.setField('Zoe', 'fear', 'x', agent)).document['fear']).toBe('x');
  });

  test("a kind of the project's own has all that the built-in kinds have", async () => {
    const bible = await empty('kinds');
    const violin = await bible.create({ kind: 'prop', name: 'The Violin', texts: [['look', 'Honey varnish.']] });
    expect(violin).toMatchObject({ document: { owner: '', price: 0 }, locked: ['price'] });
    expect(violin.id).toMatch(/^pr_/);
    await expect(bible.setField('The Violin', 'price', '-3')).rejects.toMatchObject({ code: 'bible/invalid' });
    await bible.setField('The Violin', 'price', '300');
    expect((await bible.search('varnish')).map(({ id }) => id)).toEqual([violin.id]);
    expect((await bible.listVersions('The Violin')).map(({ version }) => version)).toEqual([2, 1]);
  });

  test('a broken configuration is refused with the place', async () => {
    const dir = join(folder.dir, 'broken');
    mkdirSync(dir, { recursive: true });
    writeFileSync(
      join(dir, 'scriptgen.json'),
      JSON.stringify({
        version: 1,
        kinds: { prop: { prefix: 'ch', schema: { type: 'object', properties: { a: {} } } } },
      }),
    );
    await expect(openProject({ dir, env: {} })).rejects.toMatchObject({
      code: 'config/invalid',
      message: expect.stringContaining('ch'),
    });
    writeFileSync(join(dir, 'scriptgen.json'), '{"version": 1,}');
    await expect(openProject({ dir, env: {} })).rejects.toMatchObject({ code: 'config/invalid' });
  });
});

describe('a written script', () => {
  let project: Project;
  let bible: ScriptBible;
  let written = '';
  beforeAll(async () => {
    project = await open('story');
    const report = await project.write({
      logline: 'A locksmith is called to open a house from which nobody has gone missing.',
      scenes: 8,
    });
    written = report.script.id;
    bible = await project.bible(written);
  });

  test('a fact reaches just the scenes in which it holds and somebody reads it, and taking it back costs nothing', async () => {
    const { cards } = await project.getOutline();
    const lead = cards[0]?.lead ?? '';
    await bible.setFact(lead, { value: 'left arm in a cast', field: 'look', from: '4', to: '5' });
    const plan = await project.plan();
    expect(plan.scenes.length).toBeGreaterThan(0);
    for (const { number } of plan.scenes) expect([4, 5]).toContain(number);
    expect((await bible.getAt(lead, '4')).document['look']).toBe('left arm in a cast');
    expect((await bible.getAt(lead, '6')).document['look']).not.toBe('left arm in a cast');
    await bible.undo();
    expect((await project.plan()).scenes).toEqual([]);
  });

  test('a fact that ends before it begins is refused', async () => {
    const { cards } = await project.getOutline();
    const late = bible.setFact(cards[0]?.lead ?? '', { value: 'soaked', field: 'look', from: '6', to: '4' });
    await expect(late).rejects.toMatchObject({
      code: 'bible/invalid',
      message: expect.stringContaining('before it begins'),
    });
    await expect(bible.setFact(cards[0]?.lead ?? '', { value: 'soaked', from: '99' })).rejects.toMatchObject({
      code: 'scene/not-found',
    });
  });

  test('a secret is shown to its holder, and to nobody else before they learn it', async () => {
    const { cards } = await project.getOutline();
    const card = cards.find(({ speakers }) => speakers.length > 1);
    const [keeper = '', other = ''] = card?.speakers ?? [];
    const scene = card?.id ?? '';
    const fact = { value: 'The house was never locked.', holders: [{ character: keeper }] };
    await bible.setFact(keeper, fact);
    const seenBy = async (character: string): Promise<string> =>
      JSON.stringify(await bible.context(scene, { character }));
    expect(await seenBy(keeper)).toContain('never locked');
    expect(await seenBy(other)).not.toContain('never locked');
    expect((await bible.knows(keeper, scene)).map(({ text }) => text)).toContain('The house was never locked.');
    const id = (await bible.get(keeper)).facts[0]?.id ?? '';
    await bible.setFact(keeper, { ...fact, id, holders: [{ character: keeper }, { character: other, since: scene }] });
    expect(await seenBy(other)).toContain('never locked');
    await bible.removeFact(keeper, id);
  });

  test('where-used names the scenes that read a field, and those that name an entry', async () => {
    const { cards } = await project.getOutline();
    const speaker = cards.flatMap(({ speakers }) => speakers)[0] ?? '';
    const voice = await bible.whereUsed(speaker, 'voice.sentences');
    expect(voice.map(({ id }) => id)).toEqual(
      cards.filter(({ speakers }) => speakers.includes(speaker)).map(({ id }) => id),
    );
    expect((await bible.whereUsed(speaker)).some(({ mentions }) => mentions > 0)).toBe(true);
    expect(await bible.whereUsed(speaker, 'notes')).toEqual([]);
  });

  test('words are found in entries, cards and scenes', async () => {
    const { cards } = await project.getOutline();
    const [word = ''] = /\p{L}{7,}/u.exec(cards[2]?.synopsis ?? '') ?? [];
    expect((await bible.search(word)).some((hit) => hit.in === 'card' && hit.id === cards[2]?.id)).toBe(true);
    const name = (await bible.list())[0]?.name ?? '';
    expect((await bible.search(name, { in: ['scene'] })).length).toBeGreaterThan(0);
  });

  test('a bible that was written is without faults', async () => {
    expect((await bible.validate()).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('a place that is called like a person keeps nothing else out of an extracted bible', async () => {
    const { screenplay } = parseFountain('INT. MARA - DAY\n\nRain.\n\nMARA\nNo.\n\nTOM\nYes.\n');
    const { drafts, known } = await project.extractBible(screenplay, { title: 'Twice' });
    expect([drafts.map(({ name }) => name.toUpperCase()).sort(), known]).toEqual([['MARA', 'TOM'], ['MARA']]);
  });

  test('everybody who speaks in the written script is extracted from it once', async () => {
    const fountain = readFileSync(
      join(
        folder.dir,
        'story',
        readdirSync(join(folder.dir, 'story')).find((name) => name.endsWith('.fountain')) ?? '',
      ),
      'utf8',
    );
    const { extracted, script, drafts } = await project.extractBible(parseFountain(fountain).screenplay, {
      title: 'Again',
    });
    const { cards } = await project.getOutline(written);
    const entries = await Promise.all([...new Set(cards.flatMap((card) => card.speakers))].map((id) => bible.get(id)));
    const extras = cards.flatMap((card) => card.extras ?? []);
    const names = [...new Set([...entries, ...extras].map(({ name }) => name.toUpperCase()))];
    expect(
      extracted.characters
        .filter(({ silent }) => !silent)
        .map(({ name }) => name.toUpperCase())
        .sort(),
    ).toEqual(names.sort());
    expect(drafts.every(({ state }) => state === 'draft')).toBe(true);
    expect(await (await project.bible(script.id)).list()).toEqual([]);
  });
});

describe('a series', () => {
  test('an episode sees the entries above it, changes them for itself alone, and takes one away', async () => {
    const project = await open('series');
    const series = await project.createScript({ title: 'The Lighthouse', template: 'series' });
    const above = await project.bible(series.id);
    const maya = await above.create({ kind: 'character', name: 'Maya', texts: [['want', 'Sleep.']] });
    await above.create({ kind: 'character', name: 'Otto' });
    const episode = await project.createScript({ title: 'Pilot', series: series.slug });
    const bible = await project.bible(episode.id);
    expect((await bible.get('Maya')).document['want']).toBe('Sleep.');
    const own = await bible.setField('Maya', 'want', 'Rest.');
    expect(own.id).toBe(maya.id);
    await above.setField('Maya', 'fear', 'Water.');
    expect((await bible.get('Maya')).document).toMatchObject({ want: 'Rest.', fear: 'Water.' });
    expect((await above.get('Maya')).document['want']).toBe('Sleep.');
    await bible.remove('Otto');
    expect((await bible.list()).some(({ name }) => name === 'Otto')).toBe(false);
    expect((await above.list()).some(({ name }) => name === 'Otto')).toBe(true);
    await bible.undo();
    expect((await bible.list()).some(({ name }) => name === 'Otto')).toBe(true);
  });

  test('an episode that is written has the people of its series at hand', async () => {
    const project = await open('episode');
    const series = await project.createScript({ title: 'The Lighthouse' });
    await (await project.bible(series.id)).create({ kind: 'character', name: 'Ottoline', texts: [['role', 'ally']] });
    const report = await project.write({
      logline: 'A keeper sees a light that is not hers.',
      scenes: 6,
      series: series.slug,
    });
    expect(report.script.parent).toBe(series.id);
    await expect(project.build({ script: series.slug })).rejects.toMatchObject({
      code: 'scene/not-found',
      hint: expect.stringContaining('--in the-lighthouse'),
    });
    expect((await (await project.bible(report.script.id)).list()).some(({ name }) => name === 'Ottoline')).toBe(true);
  });
});

describe('a folder of files', () => {
  test('export and import are each other’s inverse, and equal bibles give equal files', async () => {
    const bible = await empty('files');
    await bible.create({ kind: 'character', name: 'Maya', texts: [['backstory', 'Long ago.\nAnd: far away.']] });
    await bible.create({ kind: 'prop', name: 'The Violin' });
    for (const form of ['yaml', 'md', 'json'] as const) {
      const to = join(folder.dir, `out-${form}`);
      const paths = await bible.exportTo(to, { form });
      const before = paths.map((path) => readFileSync(path, 'utf8'));
      expect((await bible.importFrom(form === 'json' ? (paths[0] ?? '') : to)).changeSet).toBeUndefined();
      await bible.exportTo(to, { form });
      expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(before);
    }
  });

  test('one broken file keeps the whole folder out, with all faults told', async () => {
    const bible = await empty('halves');
    const to = join(folder.dir, 'halves-out');
    await bible.create({ kind: 'character', name: 'Maya' });
    const [path = ''] = await bible.exportTo(to);
    writeFileSync(path, readFileSync(path, 'utf8').replace('want: ""', 'want: Sleep.'));
    writeFileSync(join(to, 'characters', 'tom.yaml'), 'name: Tom\nrole: hero\nwnat: x\n');
    await expect(bible.importFrom(to)).rejects.toMatchObject({
      code: 'bible/invalid',
      message: expect.stringContaining('tom.yaml:2'),
    });
    expect((await bible.get('Maya')).document['want']).toBe('');
  });

  test('a file of a second entry of one name keeps the folder out, and files of others stay', async () => {
    const bible = await empty('names');
    const to = join(folder.dir, 'names-out');
    await bible.create({ kind: 'character', name: 'Maya' });
    await bible.create({ kind: 'setting', name: 'PIER' });
    await bible.exportTo(to);
    const typed = join(to, 'plots', 'mine.yaml');
    mkdirSync(join(to, 'plots'));
    writeFileSync(typed, 'name: pier\nthread: A\nquestion: ""\nstakes: ""\nsetup: ""\npayoff: ""\n');
    await expect(bible.importFrom(to)).rejects.toMatchObject({
      code: 'bible/invalid',
      message: expect.stringContaining('pier'),
    });
    expect(await bible.list()).toHaveLength(2);
    await bible.exportTo(to, { force: true });
    expect(readFileSync(typed, 'utf8')).toContain('pier');
    await bible.remove('Maya');
    await bible.exportTo(to, { force: true });
    expect(readdirSync(join(to, 'characters'))).toEqual([]);
  });

  test('a file that was edited is not written over', async () => {
    const bible = await empty('edited');
    const to = join(folder.dir, 'edited-out');
    await bible.create({ kind: 'character', name: 'Maya' });
    const [path = ''] = await bible.exportTo(to);
    const typed = readFileSync(path, 'utf8').replace('want: ""', 'want: Sleep.');
    writeFileSync(path, typed);
    await bible.setField('Maya', 'fear', 'Water.');
    await expect(bible.exportTo(to)).rejects.toMatchObject({ code: 'bible/conflict' });
    expect(readFileSync(path, 'utf8')).toBe(typed);
    await bible.importFrom(to);
    expect((await bible.get('Maya')).document).toMatchObject({ want: 'Sleep.', fear: 'Water.' });
  });
});
