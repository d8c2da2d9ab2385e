import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../core/index.ts';
import { createOfflineWriter } from '../offline/index.ts';
import { openProject } from '../project.ts';
import { scriptedModel } from '../testing/index.ts';

/** A logline of each script, two people and two places as a model would name them. */
const LOGLINES = [
  [
    'Пекарь лжёт городу, который кормит, и должен сказать правду до праздника.',
    ['Марфа', 'Йосиф'],
    ['ПЕКАРНЯ', 'Площадь'],
  ],
  ['Μια φουρνάρισσα λέει ψέματα στην πόλη που ταΐζει.', ['Άννα', 'Οδυσσέας'], ['Φούρνος', 'Πλατεία']],
  ['一个面包师欺骗了她所养活的小镇。', ['林梅', '周老板'], ['面包房', '广场']],
  ['خبازة تكذب على المدينة التي تطعمها.', ['سلمى', 'يوسف'], ['المخبز', 'الساحة']],
] as const;

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'languages-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test.for(LOGLINES)('the offline writer plans and writes %s', async ([logline]) => {
  const project = await openProject({ dir: join(dir, `offline-${logline.length}`), env: {} });
  const { status, scenes, notes } = await project.write({ logline, scenes: 8 });
  expect([status, scenes.length, notes]).toEqual(['done', 8, undefined]);
  await project.close();
});

test.for(LOGLINES)(
  'people and places that a model names in its script stand in closed lists, headings and on cues: %s',
  async ([logline, people, places]) => {
    const writer = createOfflineWriter();
    const model = scriptedModel(async (request) => {
      const { text } = await writer.answer(request, { signal: new AbortController().signal });
      return named(request.task.name, JSON.parse(text), { people, places });
    });
    const folder = join(dir, `model-${logline.length}`);
    const project = await openProject({ dir: folder, env: {}, providers: [model], model: 'scripted/m' });
    const { status, script } = await project.write({ logline, scenes: 8, title: 'Rye' });
    expect(status).toBe('done');
    const cards = model.requests.find(({ task }) => task.name === 'outline.cards');
    for (const name of [...people, ...places]) expect(JSON.stringify(cards?.schema)).toContain(JSON.stringify(name));
    const bible = await project.bible();
    const known = new Set((await bible.list()).map(({ id }) => id));
    for (const card of (await project.getOutline()).cards)
      for (const id of [card.setting, card.lead, ...card.cast, ...card.threads]) expect(known).toContain(id);
    const fountain = await readFile(join(folder, `${script.slug}.fountain`), 'utf8');
    expect(fountain).toMatch(
      new RegExp(`^\\.?(?:INT|EXT)\\. (?:${places.map((name) => name.toUpperCase()).join('|')}) - `, 'mu'),
    );
    const screenplay = await project.getScreenplay();
    const cues = new Set(JSON.stringify(screenplay).match(/"(?:cue|character|name)":"([^"]+)"/g));
    expect([...cues].some((cue) => cue.includes(people[0].toUpperCase()))).toBe(true);
    await project.close();
  },
);

/** An answer of the offline writer, with other names for the first two people and places. */
function named(
  task: string,
  answer: Json,
  { people, places }: { readonly people: readonly string[]; readonly places: readonly string[] },
): Json {
  if (task !== 'bible.premise') return answer;
  const premise = answer as unknown as {
    readonly people: readonly { readonly name: string }[];
    readonly places: readonly { readonly name: string }[];
  };
  const withNames = (list: readonly object[], names: readonly string[]) =>
    list.slice(0, names.length).map((one, at) => ({ ...one, name: names[at] ?? '' }));
  return { ...premise, people: withNames(premise.people, people), places: withNames(premise.places, places) } as Json;
}
