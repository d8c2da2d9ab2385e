import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SceneCard } from '../../src/bibles/index.ts';
import type { Project } from '../../src/project.ts';

/** What an edit is made with. */
export interface Editing {
  readonly project: Project;
  /** The project's folder: prompts and models.json are edited there. */
  readonly dir: string;
  readonly random: () => number;
  /** Counts edits, so that each says something new. */
  readonly n: number;
}

/** One kind of edit. Gives what it did, and whether the project is to be opened anew. */
export type StoryEdit = (editing: Editing) => Promise<{ readonly did: string; readonly reopen?: true }>;

const TEXTS: readonly (keyof SceneCard)[] = ['goal', 'opposition', 'pattern', 'synopsis', 'image'];
const PROMPTS = ['scene-lines', 'scene-together', 'scene-direct', 'scene-critique', 'scene-revise'];
const ROLES = ['character', 'director', 'dramaturge', 'reviser', 'planner'];

/** Every kind of edit that a story, its prompts and its models can have, by name. */
export const STORY_EDITS: Readonly<Record<string, StoryEdit>> = {
  field: async ({ project, random, n }) => {
    const bible = await project.bible();
    const entry = pick(await bible.list(), random);
    const texts = Object.entries(entry.document).filter(([, value]) => typeof value === 'string');
    const [field, value] = pick(
      texts.filter(([name]) => !['role', 'thread', 'inside', 'notes'].includes(name)),
      random,
    );
    await bible.setField(entry.id, field, `${value} Edit ${n}.`);
    return { did: `${entry.name}.${field}` };
  },
  voice: async ({ project, random, n }) => {
    const bible = await project.bible();
    const person = pick(await peopleOf(project), random);
    const part = pick(['sentences', 'avoids', 'address', 'vocabulary'], random);
    await bible.setField(person.id, `voice.${part}`, `Other words, ${n}.`);
    return { did: `${person.name}.voice.${part}` };
  },
  name: async ({ project, random, n }) => {
    const bible = await project.bible();
    const entry = pick(await bible.list(), random);
    await bible.setField(entry.id, 'name', `${entry.name.replace(/ \d+$/, '')} ${n}`);
    return { did: `name of ${entry.name}` };
  },
  fact: async ({ project, random, n }) => {
    const bible = await project.bible();
    const cards = await cardsOf(project);
    const [from, knower] = [pick(cards, random).id, pick(await peopleOf(project), random)];
    const entry = pick(await bible.list(), random);
    const secret = random() < 0.4 ? { secretUntil: pick(cards, random).id } : {};
    const holders = random() < 0.6 ? { holders: [{ character: knower.id, since: pick(cards, random).id }] } : {};
    await bible.setFact(entry.id, { value: `something that is so, ${n}`, from, ...secret, ...holders });
    return { did: `fact of ${entry.name}` };
  },
  add: async ({ project, n }) => {
    await (await project.bible()).create({ kind: 'theme', name: `Theme ${n}`, fields: { question: `Why ${n}?` } });
    return { did: 'a theme' };
  },
  card: async ({ project, random, n }) => {
    const outline = await project.outline();
    const card = pick(await cardsOf(project), random);
    const field = pick(TEXTS, random);
    await outline.set(card.id, { texts: [[field, `${String(card[field] ?? '')} Edit ${n}.`]] });
    return { did: `card.${field}` };
  },
  cast: async ({ project, random }) => {
    const outline = await project.outline();
    const card = pick(await cardsOf(project), random);
    const cast = [...new Set([...card.cast, pick(await peopleOf(project), random).id])];
    const speakers = random() < 0.5 ? cast : card.speakers;
    await outline.set(card.id, { fields: { cast, speakers } });
    return { did: 'card.cast' };
  },
  place: async ({ project, random }) => {
    const outline = await project.outline();
    const [card, other] = [pick(await cardsOf(project), random), pick(await cardsOf(project), random)];
    const storyTime = random() < 0.5 ? { storyTime: Math.round(random() * 20) } : {};
    await outline.set(card.id, { fields: { setting: other.setting, interior: other.interior, ...storyTime } });
    return { did: 'card.setting' };
  },
  lesson: async ({ project, random, n }) => {
    const outline = await project.outline();
    const card = pick(await cardsOf(project), random);
    const character = pick(card.cast, random);
    await outline.set(card.id, { fields: { learns: [...card.learns, { character, fact: `the truth, ${n}` }] } });
    return { did: 'card.learns' };
  },
  move: async ({ project, random }) => {
    const cards = await cardsOf(project);
    const [card, after] = [pick(cards, random), pick([null, ...cards], random)];
    await (await project.outline()).move(card.id, after === null ? null : after.id);
    return { did: 'move' };
  },
  insert: async ({ project, random, n }) => {
    const after = pick(await cardsOf(project), random).id;
    await (await project.outline()).add({ texts: [['synopsis', `Something happens, ${n}.`]] }, { after });
    return { did: 'insert' };
  },
  remove: async ({ project, random }) => {
    await (await project.outline()).remove(pick(await cardsOf(project), random).id);
    return { did: 'remove' };
  },
  split: async ({ project, random }) => {
    const card = pick(
      (await cardsOf(project)).filter(({ beats }) => beats.length > 1),
      random,
    );
    await (await project.outline()).split(card.id, 2 + Math.floor(random() * (card.beats.length - 1)));
    return { did: 'split' };
  },
  merge: async ({ project, random }) => {
    const cards = await cardsOf(project);
    const at = Math.floor(random() * (cards.length - 1));
    await (await project.outline()).merge(cards[at]?.id ?? '', cards[at + 1]?.id ?? '');
    return { did: 'merge' };
  },
  prompt: async ({ dir, random, n }) => {
    const file = `${pick(PROMPTS, random)}.md`;
    const shipped = readFileSync(resolve(import.meta.dirname, '../../prompts', file), 'utf8');
    mkdirSync(join(dir, 'prompts'), { recursive: true });
    writeFileSync(join(dir, 'prompts', file), shipped.replace('# User', `Mind the weather, ${n}.\n\n# User`));
    return { did: `prompt ${file}`, reopen: true };
  },
  model: async ({ dir, random }) => {
    writeModels(dir, { role: pick(ROLES, random), model: pick(['openai/m', 'openai/m2'], random), random });
    return { did: 'model', reopen: true };
  },
  // Nothing reads these.
  note: async ({ project, random, n }) => {
    const bible = await project.bible();
    const [person] = [pick(await peopleOf(project), random)];
    await bible.setField(person.id, 'notes', `Cast somebody older, ${n}.`);
    return { did: 'notes' };
  },
  unread: async ({ project, random, n }) => {
    const card = pick(await cardsOf(project), random);
    await (await project.outline()).set(card.id, { fields: { becauseOf: [], synopsis: `Nobody reads this, ${n}.` } });
    return { did: 'card.synopsis' };
  },
};

/** Edits that reach no scene. */
export const UNREAD: ReadonlySet<string> = new Set(['note']);

/** Files that edits change beside the database, and their texts. */
export function filesOf(dir: string): ReadonlyMap<string, string | undefined> {
  const files = ['models.json', ...PROMPTS.map((name) => `prompts/${name}.md`)];
  return new Map(files.map((file) => [file, textOf(join(dir, file))]));
}

/** Put such files back. */
export function putFiles(dir: string, files: ReadonlyMap<string, string | undefined>): void {
  mkdirSync(join(dir, 'prompts'), { recursive: true });
  for (const [file, text] of files)
    if (text === undefined) rmSync(join(dir, file), { force: true });
    else writeFileSync(join(dir, file), text);
}

/** The first models.json: two models of one server, told apart by name alone. */
export function writeModels(
  dir: string,
  edit?: { readonly role: string; readonly model: string; readonly random: () => number },
): void {
  const before = JSON.parse(textOf(join(dir, 'models.json')) ?? '{"roles":{}}') as { roles: Record<string, string> };
  const roles = { ...before.roles, ...(edit === undefined ? {} : { [edit.role]: edit.model }) };
  const temperature =
    edit !== undefined && edit.random() < 0.3 ? { temperature: Number(edit.random().toFixed(1)) } : {};
  const models = { m: {}, m2: { ...temperature } };
  writeFileSync(
    join(dir, 'models.json'),
    JSON.stringify({ version: 1, model: 'openai/m', roles, provider: { openai: { models } } }),
  );
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

async function cardsOf(project: Project): Promise<readonly SceneCard[]> {
  return (await project.getOutline()).cards;
}

async function peopleOf(project: Project) {
  return (await (await project.bible()).list()).filter(({ kind }) => kind === 'character');
}

/** One of a list. */
export function pick<T>(list: readonly T[], random: () => number): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}
