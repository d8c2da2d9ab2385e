import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testRun } from '../../tests/support/test-run.ts';
import { type Bible, firstVersion, knows, type NewEntry } from '../bibles/index.ts';
import type { Json } from '../core/index.ts';
import type { BeatsAnswer, CardAnswer, MendInput } from '../generators/index.ts';
import type { ModelRequest, Provider } from '../llm/index.ts';
import { createOfflineWriter, OFFLINE_WRITER } from '../offline/index.ts';
import { packageRoot } from '../project/package-root.ts';
import { openStructures } from '../project/structures.ts';
import { loadPrompts } from '../prompts/index.ts';
import { openSqlite } from '../storage/index.ts';
import { type Planning, planStory } from './write-script.ts';

const dir = await mkdtemp(join(tmpdir(), 'outlines-'));
afterAll(() => rm(dir, { recursive: true, force: true }));
const prompts = loadPrompts(packageRoot());
const structure = openStructures().get('turning-points');
const brief = { logline: 'A baker lies to the town she feeds.', format: 'short', scenes: 12 } as const;

type Edit = (task: string, answer: Json, request: ModelRequest) => Json;
let databases = 0;

test('a plan without faults costs a question for the spine, one for the beats, and one for every sequence', async () => {
  const { tasks, notes } = await outlined((_, answer) => answer);
  expect(tasks).toEqual(['outline.spine', 'outline.beats', 'outline.cards', 'outline.cards']);
  expect(notes.filter(({ severity }) => severity === 'blocker' || severity === 'major')).toEqual([]);
});

test('the plan is kept with the cards: spine, sequences, beats and plants', async () => {
  const { outline } = await outlined((_, answer) => answer);
  expect(outline.plan).toMatchObject({ structure: 'turning-points', sequences: [{ scenes: 6 }, { scenes: 6 }] });
  expect(outline.plan?.spine.question).toMatch(/\?$/);
  expect(outline.plan?.beats.map(({ beat }) => beat)).toEqual(structure.beats.map(({ id }) => id));
  const known = new Set(outline.plan?.plants.map(({ id }) => id));
  for (const { setsUp = [], paysOff = [] } of outline.cards)
    for (const id of [...setsUp, ...paysOff]) expect(known).toContain(id);
});

test('who planted nothing is asked for it, and the mended cards are taken', async () => {
  const good = new Map<number, readonly CardAnswer[]>();
  const { tasks, requests, outline, notes } = await outlined((task, answer, request) => {
    if (task === 'outline.cards') {
      const { cards } = cardsIn(answer);
      good.set(sequenceOf(request), cards);
      return { cards: cards.map((card) => ({ ...card, paysOff: [] })) };
    }
    if (task !== 'outline.mend') return answer;
    const { firstScene, sequence } = request.task.input as unknown as MendInput;
    return json({ cards: good.get(sequence)?.map((card, at) => ({ ...card, scene: firstScene + at })) });
  });
  const mends = tasks.filter((task) => task === 'outline.mend');
  expect(mends.length).toBeGreaterThan(0);
  const asked = requests.find(({ task }) => task.name === 'outline.mend');
  expect(asked?.messages.at(-1)?.content).toMatch(/major: This sequence was to pay off p\d/);
  expect(outline.cards.some(({ paysOff }) => paysOff !== undefined)).toBe(true);
  expect(notes.filter(({ severity }) => severity !== 'minor')).toEqual([]);
});

test('pages that are off are mended where the lengths are not those asked for', async () => {
  const good = new Map<number, readonly CardAnswer[]>();
  const { requests, notes } = await outlined((task, answer, request) => {
    if (task === 'outline.mend') {
      const { firstScene, sequence } = request.task.input as unknown as MendInput;
      return json({ cards: good.get(sequence)?.map((card, at) => ({ ...card, scene: firstScene + at })) });
    }
    if (task !== 'outline.cards') return answer;
    good.set(sequenceOf(request), cardsIn(answer).cards);
    const long = { length: 'setPiece', threads: [] };
    return json({
      cards: cardsIn(answer).cards.map((card) => (sequenceOf(request) === 0 ? { ...card, ...long } : card)),
    });
  });
  const asked = requests
    .filter(({ task }) => task.name === 'outline.mend')
    .map(({ messages }) => messages.at(-1)?.content);
  expect(asked[0]).toMatch(/major: The scenes will take about \d+ pages/);
  expect(notes.filter(({ severity }) => severity === 'blocker' || severity === 'major')).toEqual([]);
});

test('a mending that makes it worse is not taken, is not asked for again, and what is left is told', async () => {
  const { tasks, outline, notes } = await outlined((task, answer, request) => {
    if (task === 'outline.cards') return { cards: cardsIn(answer).cards.map((card) => ({ ...card, change: 'worse' })) };
    if (task !== 'outline.mend') return answer;
    const { firstScene, cards } = request.task.input as unknown as MendInput;
    return json({
      cards: cards.map((card, at) => ({ ...card, scene: firstScene + at, turn: { from: 'x', to: 'x' } })),
    });
  });
  expect(tasks.filter((task) => task === 'outline.mend')).toHaveLength(1);
  expect(outline.cards.some(({ turn }) => turn.from === 'x')).toBe(false);
  expect(notes.map(({ rule }) => rule)).toContain('outline/change-run');
});

test('a plan is mended twice at most', async () => {
  const { tasks, outline } = await outlined((task, answer, request) => {
    if (task === 'outline.cards')
      return json({ cards: cardsIn(answer).cards.map((card) => ({ ...card, turn: { from: 'x', to: 'x' } })) });
    if (task !== 'outline.mend') return answer;
    const { firstScene, cards } = request.task.input as unknown as MendInput;
    const at = cards.findIndex(({ turn }) => turn.to === 'x');
    return json({ cards: [{ ...cards[at], scene: firstScene + at, turn: { from: 'x', to: 'y' } }] });
  });
  expect(tasks.filter((task) => task === 'outline.mend')).toHaveLength(4);
  expect(outline.cards.filter(({ turn }) => turn.to === 'x')).toHaveLength(12 - 4);
});

test('nonsense that fits the schema becomes notes, never a broken outline', async () => {
  const { outline, notes } = await outlined((task, answer) => {
    if (task === 'outline.beats') {
      const beats = answer as unknown as BeatsAnswer;
      return json({ ...beats, plants: [{ what: 'a key', plantedIn: 2, paidIn: 1 }], beats: [], reveals: [] });
    }
    if (task === 'outline.mend') return { cards: [] };
    if (task !== 'outline.cards') return answer;
    const nobody = { beats: [' '], becauseOf: [99, -1, 3, 3], learns: [], uses: [{ character: 'x', fact: 'r99' }] };
    return json({
      cards: cardsIn(answer).cards.map((card) => ({
        ...{ ...card, ...nobody, setsUp: [], paysOff: [], beat: '', extras: [], image: ' ' },
        uses: [{ character: card.lead, fact: 'r99' }],
      })),
    });
  });
  expect(outline.cards).toHaveLength(12);
  expect(outline.cards.every(({ image, becauseOf }) => image === undefined && becauseOf.length <= 1)).toBe(true);
  expect(notes.map(({ rule }) => rule)).toContain('outline/knowledge-unfounded');
});

test('a reveal that is named by its key gets the words of the plan, so that whoever learnt it is known to know it', async () => {
  const { outline, bible } = await outlined((task, answer) => {
    if (task === 'outline.beats')
      return json({ ...(answer as object), reveals: [{ fact: 'The flour is bad.', learntIn: 1 }], plants: [] });
    if (task === 'outline.mend') return { cards: [] };
    if (task !== 'outline.cards') return answer;
    return json({
      cards: cardsIn(answer).cards.map((card) => ({
        ...{ ...card, setsUp: [], paysOff: [] },
        learns: [{ character: card.lead, fact: 'r1' }],
        uses: [],
      })),
    });
  });
  const [first, second] = outline.cards;
  expect(first?.learns).toEqual([{ character: first?.lead, fact: 'The flour is bad.' }]);
  expect(knows(bible, outline, first?.lead ?? '', second?.id ?? '').map(({ text }) => text)).toContain(
    'The flour is bad.',
  );
});

test('of several plans the one with the fewest faults is taken, whichever came first, and no judge is asked', async () => {
  const { tasks, outline } = await outlined(
    (task, answer, request) => {
      if (task !== 'outline.cards' || takeOf(request) === 2) return answer;
      return json({ cards: cardsIn(answer).cards.map((card) => ({ ...card, turn: { from: 'x', to: 'x' } })) });
    },
    { candidates: 3 },
  );
  expect(tasks.filter((task) => task === 'outline.cards')).toHaveLength(6);
  expect(tasks).not.toContain('outline.choose');
  expect(outline.cards.some(({ turn }) => turn.from === 'x')).toBe(false);
});

test('between equal plans a judge decides, and only by the same choice in both orders', async () => {
  const marked: Edit = (task, answer, request) =>
    task === 'outline.cards'
      ? json({
          cards: cardsIn(answer).cards.map((card) => ({ ...card, synopsis: `${takeOf(request)} ${card.synopsis}` })),
        })
      : answer;
  const likesSecond: Edit = (task, answer, request) => {
    if (task !== 'outline.choose') return marked(task, answer, request);
    const { a } = request.task.input as unknown as { readonly a: readonly CardAnswer[] };
    return { reasons: 'scene 1', better: a[0]?.synopsis.startsWith('1') ? 'A' : 'B' };
  };
  const likesFirstPlace: Edit = (task, answer, request) =>
    task === 'outline.choose' ? { reasons: 'scene 1', better: 'A' } : marked(task, answer, request);
  const second = await outlined(likesSecond, { candidates: 2 });
  expect(second.tasks.filter((task) => task === 'outline.choose')).toHaveLength(4);
  expect(second.outline.cards.every(({ synopsis }) => synopsis.startsWith('1'))).toBe(true);
  const first = await outlined(likesFirstPlace, { candidates: 2 });
  expect(first.outline.cards.every(({ synopsis }) => synopsis.startsWith('0'))).toBe(true);
});

/** Plan a story with the offline writer, whose answers are edited, and say what was asked about the outline. */
async function outlined(edit: Edit, { candidates = 1, series }: Pick<Planning, 'candidates' | 'series'> = {}) {
  databases += 1;
  const storage = await openSqlite(join(dir, `${databases}.db`));
  const writer = createOfflineWriter();
  const requests: ModelRequest[] = [];
  const provider: Provider = {
    ...writer,
    answer: async (request, call) => {
      const place = requests.filter(({ messages }) => JSON.stringify(messages) === JSON.stringify(request.messages));
      requests.push(request);
      takes.set(request, place.length);
      const answer = await writer.answer(request, call);
      return { ...answer, text: JSON.stringify(edit(request.task.name, JSON.parse(answer.text), request)) };
    },
  };
  const run = testRun(storage, provider, { models: () => ({ model: OFFLINE_WRITER, params: {} }), prompts });
  const name = async (title: string) => ({ title, slug: 'script' });
  const { outline, notes, entries } = await planStory(run, brief, { name, structure, candidates, series });
  await storage.close();
  const bible: Bible = { entries: entries.map(firstVersion) };
  const tasks = requests.map(({ task }) => task.name).filter((task) => task.startsWith('outline.'));
  return { outline, notes, bible, tasks, requests };
}

/** Which sample of the same question a request was, from 0. */
const takes = new WeakMap<ModelRequest, number>();
const takeOf = (request: ModelRequest): number => takes.get(request) ?? 0;

function cardsIn(answer: Json): { readonly cards: readonly CardAnswer[] } {
  return answer as unknown as { readonly cards: readonly CardAnswer[] };
}

test('a cast of sixty fits: every name can be chosen, and what weighs least of their entries is left out', async () => {
  const sixty = Array.from({ length: 60 }, (_, at) => person(`Person ${at + 1}`, at === 0));
  const { requests, outline } = await outlined((_, answer) => answer, {
    series: { id: 'sp_series', bible: { entries: sixty.map(firstVersion) } },
  });
  const cards = requests.find(({ task }) => task.name === 'outline.cards');
  expect(JSON.stringify(cards?.schema)).toContain('"Person 60"');
  expect(cards?.messages[0]?.content).toContain('Person 60');
  const tokens = (cards?.messages ?? []).reduce((sum, { content }) => sum + content.length / 4, 0);
  expect(tokens).toBeGreaterThan(10_000);
  expect(tokens).toBeLessThan(20_000);
  expect(outline.cards).toHaveLength(12);
});

function person(name: string, isLead: boolean): NewEntry {
  const long = `${name} has ${'a past that would fill a page and '.repeat(20)}no more.`;
  const voice = { vocabulary: '', sentences: '', avoids: '', address: '', partners: [] };
  const texts = { look: long, want: long, need: long, fear: long, contradiction: long, backstory: long };
  const document = { ...texts, role: isLead ? 'protagonist' : 'other', age: '40', voice, notes: '' };
  return { id: `ch_${name.replace(' ', '_')}`, kind: 'character', name, document };
}

function sequenceOf({ task }: ModelRequest): number {
  return Number((task.input as { readonly sequence: number }).sequence);
}

function json(value: unknown): Json {
  return value as Json;
}
