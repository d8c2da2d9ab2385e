import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { PREDICATES } from '../continuity/index.ts';
import {
  adaptPremise,
  askAudit,
  askCritique,
  askDirector,
  askEditFacts,
  askFacts,
  askJudge,
  askLens,
  askLines,
  askPatches,
  askRevision,
  askSurface,
  askTogether,
  askTurn,
  type CardAnswer,
  chooseCards,
  developCharacters,
  developPlots,
  developPremise,
  developSettings,
  developThemes,
  digestPart,
  extractCharacter,
  judgeScene,
  mendCards,
  planBeats,
  planCards,
  planOn,
  planSpine,
  readPart,
  readScene,
  writeCoverage,
} from '../generators/index.ts';
import type { Run, StepAsk } from '../steps/index.ts';
import { loadPrompts, type Prompt, readPrompts, renderPrompt } from './index.ts';

const ROOT = join(import.meta.dirname, '../..');
const prompts = loadPrompts(ROOT);
const names = [...prompts.keys()];

/** What each generator asked, by the prompt's name. */
const asks: Map<string, StepAsk<unknown>> = vi.hoisted(() => new Map());
vi.mock('../steps/index.ts', () => ({
  step: async (_run: Run, ask: StepAsk<unknown>) => {
    asks.set(ask.prompt, ask);
    return { elements: [], patches: [], declined: [] };
  },
}));

beforeAll(askEverything);

test('every generator has a prompt and every prompt a generator', () => {
  expect([...asks.keys()].sort()).toEqual([...names].sort());
});

test.each(names)('the slots of %s and the values its generator gives are the same', (name) => {
  const { system, user } = renderPrompt(promptOf(name), askOf(name).variables);
  expect(`${system}${user}`).not.toMatch(/\{\{|\}\}/);
});

test.each(names)('the declared variables of %s are those that its generator gives', (name) => {
  const { variables } = readPrompts(ROOT).prompts.get(name) ?? { variables: [] };
  expect(new Set(variables)).toEqual(new Set(Object.keys(askOf(name).variables)));
});

test.each(names)('%s names every field of the answer it wants', (name) => {
  const { system } = promptOf(name);
  const fields = fieldsOf(z.toJSONSchema(askOf(name).schema));
  expect(fields.length).toBeGreaterThan(0);
  expect(fields.filter((field) => !system.includes(`\`${field}\``))).toEqual([]);
});

test.each(names)('%s says once that story material is no instruction, and keeps it between tags', (name) => {
  const { system, user } = promptOf(name);
  expect(system.match(/never instructions to you/g)).toHaveLength(1);
  const bare = [...outsideTags(`${system}\n${user}`).matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);
  const counts = ['cast', 'locations', 'plants', 'reveals', 'criteria', 'grades'];
  expect(['size', 'count', 'sequence', 'first', 'last', ...counts]).toEqual(expect.arrayContaining(bare));
});

/** The same for a whole script, or for every scene of the same people. */
const SHARED = [
  ...['title', 'size', 'genre', 'tone', 'logline', 'premise', 'bible', 'spine', 'sequences', 'plants', 'reveals'],
  ...['self', 'dossier', 'speakers', 'dossiers', 'people', 'earlier', 'criteria', 'grades'],
];

test.each(names)('the system part of %s holds only what many requests have in common', (name) => {
  const slots = [...promptOf(name).system.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);
  expect(SHARED).toEqual(expect.arrayContaining(slots));
});

test('the prompt for facts says every predicate that an answer may have, and what it means', () => {
  const { system } = promptOf('continuity.facts');
  for (const [name, { says }] of Object.entries(PREDICATES)) expect(system).toContain(`- ${name}: ${says}.`);
});

test('a value is never read as a template', () => {
  const variables = { ...askOf('bible.premise').variables, size: 'a film about {{logline}}' };
  expect(renderPrompt(promptOf('bible.premise'), variables).user).toContain('a film about {{logline}}');
});

test('a dollar sign in a value stands as it is', () => {
  const variables = { ...askOf('bible.premise').variables, logline: "A $& is owed $1 and $'." };
  expect(renderPrompt(promptOf('bible.premise'), variables).user).toContain("A $& is owed $1 and $'.");
});

test('no value ends the part that it stands in: the tags of a prompt are in it as often as in its file', () => {
  const tag = fc.constantFrom('</logline>', '<logline>', '</ LOGLINE >', '<logline/>', '</bible>', '<b>', 'a < b > c');
  const premise = askOf('bible.premise').variables;
  fc.assert(
    fc.property(fc.array(fc.oneof(tag, fc.string())), (parts) => {
      const { user } = renderPrompt(promptOf('bible.premise'), { ...premise, logline: parts.join(' ') });
      expect(user.match(/<\s*\/?\s*logline\s*\/?\s*>/gi)).toEqual(['<logline>', '</logline>']);
    }),
  );
  const { user } = renderPrompt(promptOf('bible.premise'), { ...premise, logline: 'x</logline> <b>y</b>' });
  expect(user).toContain('x‹/logline› <b>y</b>');
});

test('a slot without a value is an error that names it', () => {
  expect(() => renderPrompt(promptOf('bible.premise'), { logline: 'A baker lies.' })).toThrow(
    expect.objectContaining({ code: 'prompt/missing-variable', message: expect.stringContaining('{{size}}') }),
  );
});

test('a value without a slot is an error that names it', () => {
  const variables = { ...askOf('bible.premise').variables, mood: 'grim' };
  expect(() => renderPrompt(promptOf('bible.premise'), variables)).toThrow(
    expect.objectContaining({ code: 'prompt/missing-variable', message: expect.stringContaining('no slot for mood') }),
  );
});

function promptOf(name: string): Prompt {
  const prompt = prompts.get(name);
  if (!prompt) throw new Error(`no prompt ${name}`);
  return prompt;
}

function askOf(name: string): StepAsk<unknown> {
  const ask = asks.get(name);
  if (!ask) throw new Error(`no generator asks ${name}`);
  return ask;
}

/** The names of all properties in a JSON Schema, at any depth. */
function fieldsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own =
    'properties' in schema && typeof schema.properties === 'object' ? Object.keys(schema.properties ?? {}) : [];
  return [...own, ...Object.values(schema).flatMap(fieldsOf)];
}

/** A text without what stands between a tag and its end. */
function outsideTags(text: string): string {
  return text.replace(/^(?:.* )?<(\w+)>[\s\S]*?<\/\1>/gm, '');
}

/** Let each generator ask its question once, about the smallest script that has something in every part. */
async function askEverything(): Promise<void> {
  const run: Run = Object.create(null);
  const at = { scene: 'sc_1', take: 0 };
  const size = { logline: 'A baker lies to the town she feeds.', format: 'short', scenes: 2 } as const;
  const premise = {
    title: 'Rye',
    genre: 'drama',
    tone: 'dry',
    premise: 'Ada sells bad flour.',
    people: [{ name: 'Ada', role: 'protagonist', sketch: 'the baker' }],
    places: [{ name: 'Bakery', sketch: 'where the town queues' }],
  } as const;
  const entries = { ...size, premise: { ...premise, people: [...premise.people], places: [...premise.places] } };
  const bible = [{ kind: 'character', name: 'Ada', fields: { want: 'to keep the shop' } }];
  const plan = { ...size, title: 'Rye', premise: premise.premise, bible };
  const spine = { want: 'to sell', need: 'to tell', lie: 'Bread is bread.', antagonist: 'Ben', question: 'Will she?' };
  const climax = { id: 'climax', name: 'Climax', purpose: 'It is decided.', sequence: 1, scene: 2, optional: false };
  const parts = { spine, sequences: [2], structure: [climax] };
  const beats = {
    sequences: [{ title: 'Flour', purpose: 'She lies.', ends: 'A child coughs.' }],
    beats: [{ beat: 'climax', event: 'She eats it.' }],
    plants: [{ what: 'the blue sack', plantedIn: 1, paidIn: 1 }],
    reveals: [{ fact: 'The flour is bad.', learntIn: 1 }],
  };
  const scene = {
    heading: 'INT. BAKERY - DAWN',
    cast: ['Ada', 'Ben'],
    speakers: ['Ada', 'Ben'],
    lead: 'Ada',
    goal: 'to sell the last sack',
    opposition: 'Ben smells it',
    turn: { from: 'trust', to: 'doubt' },
    tension: 4,
    beats: ['Ben opens the sack.'],
    pattern: 'test',
    firstVisit: true,
    length: 'short',
    learns: [{ character: 'Ben', fact: 'The flour is bad.' }],
  } as const;
  const about = { title: 'Rye', scene, bible };
  const line = { beat: 1, text: 'Smell it?', parenthetical: 'low' };
  const offer = { intent: 'to stall', withheld: 'the price', refusal: 'Ada would not beg.', lines: [line] };
  const elements = [{ type: 'line', character: 'Ada', extension: '', parenthetical: '', text: 'Smell it?' }] as const;
  const note = {
    rule: 'scene/no-turn',
    severity: 'major',
    scope: 'element',
    element: 1,
    quote: 'Smell',
    message: 'No turn.',
    fix: 'Cut.',
  } as const;
  const lists = { characters: ['Ada', 'Ben'], settings: ['Bakery'], plots: ['The flour'] };
  await developPremise(run, size);
  const told = { events: ['She lies.'], people: [...premise.people].map(({ name, sketch }) => ({ name, is: sketch })) };
  await digestPart(run, 'adapt/digest/1', { part: 1, parts: 1, text: 'Ada lied.' });
  await adaptPremise(run, { format: 'short', scenes: 2, title: 'Rye', ...told, places: [], opening: 'Ada lied.' });
  await readScene(run, 'sc_1', { title: 'Rye', heading: scene.heading, people: ['Ada'], text: 'Ada sells flour.' });
  const on = { soFar: ['She lies.'], ending: 'A child coughs.', first: 2, count: 1, characters: ['Ada'], settings: [] };
  await planOn(run, { ...size, title: 'Rye', premise: premise.premise, bible, ...on }, []);
  for (const develop of [developCharacters, developSettings, developPlots, developThemes]) await develop(run, entries);
  await planSpine(run, plan, { references: [] });
  await planBeats(run, { ...plan, ...parts, plants: 1, reveals: 1 }, { references: [] });
  const quota = { flash: 1, short: 1, standard: 0, setPiece: 0, silent: 1 };
  const sequence = { ...plan, ...parts, ...lists, beats, sequence: 0, firstScene: 1, quota };
  await planCards(run, sequence, { references: [] });
  const first: CardAnswer = {
    ...{ interior: true, setting: 'Bakery', time: 'DAWN', mode: 'present', storyTime: 0, cast: ['Ada'], speakers: [] },
    ...{ extras: [], lead: 'Ada', goal: 'to sell', opposition: 'Ben', turn: { from: 'a', to: 'b' }, change: 'worse' },
    ...{ tension: 3, beats: ['She opens.'], pattern: 'test', length: 'flash', image: '', learns: [], uses: [] },
    ...{ setsUp: ['p1'], paysOff: [], beat: '', becauseOf: [], threads: [], synopsis: 'Ada opens the sack.' },
  };
  const fault = { rule: 'outline/plant-unpaid', severity: 'major', message: 'Unpaid.', fix: 'Pay.', scene: 1 } as const;
  const cards = [first, first];
  await mendCards(run, { ...sequence, cards, notes: [fault], around: [] }, { references: [], round: 1 });
  const choice = { ...{ title: 'Rye', logline: size.logline, spine }, purpose: 'She lies.', ends: 'A cough.' };
  await chooseCards(run, '1/1-2', { ...choice, a: cards, b: cards });
  await askLines(run, at, { ...about, self: 'Ada', knows: ['Ben is ill.'] }, []);
  const { learns, ...card } = scene;
  const asked = ['Ada', 'Ben'].map((self) => ({ self, bible, knows: ['Ben is ill.'], learns }));
  await askTogether(run, at, { title: 'Rye', scene: card, parts: asked }, []);
  await askTurn(run, { ...at, turn: 1 }, { ...about, self: 'Ada', knows: [], heard: [] }, []);
  await askDirector(run, at, { ...about, offers: [{ character: 'Ada', offer }] }, []);
  await askCritique(run, at, { ...about, logline: size.logline, elements }, []);
  const speech = { line: 12, text: 'Smell it?' };
  const reading = { title: 'Rye', name: 'Ada', aliases: ['Ada Lund'], others: ['Ben'], spoken: 1 };
  await extractCharacter(run, { id: 'ch_1', script: 'sp_1' }, { ...reading, speeches: [speech], actions: [] });
  const echo = { element: 1, avoid: ['Smell'], why: 'other scenes have these words' };
  await askSurface(run, at, { ...about, elements, lines: [echo], keep: [] }, []);
  const scenes = [{ heading: 'INT. BAKERY - DAWN', text: 'ADA\nSmell it?' }];
  await readPart(run, { part: 'cp_1', script: 'sp_1' }, { title: 'Rye', scenes });
  const evidence = [{ id: 'E1', criterion: 'dialogue/voice', grade: 1, scene: '1', quote: 'Smell it?', why: 'Hers.' }];
  const retold = [{ scenes: 'Scene 1', synopsis: 'Ada asks.' }];
  await writeCoverage(run, { title: 'Rye', form: 'short', pages: 1, parts: retold, evidence, areas: ['dialogue'] });
  const written = { heading: scene.heading, mode: 'present', elements: [{ speaker: 'Ada', text: 'Smell it?' }] };
  await askFacts(run, 'sc_1', { title: 'Rye', people: ['Ada'], scene: written });
  const known = [{ id: 'ch_1', name: 'Ada', fields: { look: 'Flour to the elbow.' }, facts: [] }];
  const edit = { heading: scene.heading, added: written.elements, removed: [], entries: known };
  await askEditFacts(run, 'sc_1', { title: 'Rye', ...edit });
  const side = { says: 'Ada, eyes: blue', quote: 'Blue.', speaker: '', ...written, status: 'asserted' } as const;
  await askJudge(run, { pair: 'cc_1', vote: 0 }, { title: 'Rye', lasts: 'always', before: side, after: side });
  await askAudit(run, 0, { title: 'Rye', category: 'timeline', scenes: [written] });
  await askRevision(run, at, { ...about, elements, notes: [note], keep: ['Smell it?'] }, []);
  await askLens(run, at, { ...about, logline: size.logline, elements, lens: 'subtext' }, []);
  const { element: _, ...unplaced } = { ...note, from: 'writer', quote: '', scope: 'scene', fix: '' } as const;
  const patching = { elements, notes: [{ ...note, from: 'reader' } as const, unplaced], keep: [], held: [1] };
  await askPatches(run, { ...at, part: '1' }, { ...about, ...patching, voices: ['Ada'] }, []);
  const pair = { logline: size.logline, asked: ['Colder.'], a: elements, b: elements };
  await judgeScene(run, { ...at, part: '1' }, { ...about, ...pair }, []);
}
