import { parseFountain, scenesOf } from '../../src/screenplay/index.ts';
import { seededRandom } from '../../src/testing/random.ts';

/** A scene of a file as the mutator keeps its books: which scene it is, and its text as it stands. */
export interface Booked {
  /** The scene that it is; absent for a new one. */
  readonly id?: string;
  /** Of a new one: the scene that it was cut off from. */
  readonly splitFrom?: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Whether anything was done to it. */
  readonly isTouched: boolean;
  /** Cut or joined already: cutting it again, or taking a part of it out, would leave open which part is which. */
  readonly isParted?: boolean;
}

/** A file that somebody edited, and the truth about it. */
export interface Mutated {
  readonly text: string;
  readonly scenes: readonly Booked[];
  /** Scenes that were taken out. */
  readonly deleted: readonly string[];
  /** Scenes whose text was joined to another's, by scene. */
  readonly merged: ReadonlyMap<string, string | undefined>;
  /** What was done, for a test that fails. */
  readonly done: readonly string[];
}

type Pick = <T>(list: readonly T[]) => T;

interface State {
  readonly front: string;
  readonly scenes: Booked[];
  readonly end: string;
  readonly deleted: string[];
  readonly merged: Map<string, string | undefined>;
}

/** Do so many things to a Fountain text as writers do, and keep books on which scene is which. */
export function mutateScript(text: string, ids: readonly string[], seed: number): Mutated {
  const random = seededRandom(seed);
  const upTo = (count: number): number => Math.floor(random() * count);
  const pick: Pick = (list) => list[upTo(list.length)] as (typeof list)[number];
  const state = cut(text, ids);
  const vocabulary = text.split(/[^\p{L}']+/u).filter((word) => word.length > 2 && !/^(INT|EXT|EST)$/i.test(word));
  const sentence = (): string => `${Array.from({ length: 5 + upTo(9) }, () => pick(vocabulary)).join(' ')}.`;
  const done: string[] = [];
  const times = 1 + upTo(8);
  for (let count = 0; count < times; count += 1) {
    const name = pick(Object.keys(CHANGES));
    const note = CHANGES[name]?.(state, { upTo, pick, sentence });
    if (note !== undefined) done.push(`${name} ${note}`);
  }
  return {
    text: [state.front, ...state.scenes.map(printed), state.end].filter((part) => part !== '').join('\n\n'),
    ...{ scenes: state.scenes, deleted: state.deleted, merged: state.merged, done },
  };
}

interface Chance {
  readonly upTo: (count: number) => number;
  readonly pick: Pick;
  readonly sentence: () => string;
}

type Change = (state: State, chance: Chance) => string | undefined;

const CHANGES: Readonly<Record<string, Change>> = {
  move: ({ scenes }, { upTo }) => {
    const [from, count] = [upTo(scenes.length), 1 + upTo(3)];
    const moved = scenes.splice(from, count).map(touched);
    scenes.splice(upTo(scenes.length + 1), 0, ...moved);
    return `${from} and ${count - 1} more`;
  },
  swap: ({ scenes }, { upTo }) => {
    const at = upTo(scenes.length - 1);
    const [a, b] = [scenes[at], scenes[at + 1]];
    if (a && b) scenes.splice(at, 2, touched(b), touched(a));
    return String(at);
  },
  split: ({ scenes }, { upTo, pick }) => {
    const at = upTo(scenes.length);
    const scene = scenes[at];
    if (scene?.id === undefined || scene.isParted || scene.paragraphs.length < 4) return undefined;
    const where = 1 + upTo(scene.paragraphs.length - 1);
    const parts = [scene.paragraphs.slice(0, where), scene.paragraphs.slice(where)].map((paragraphs) => ({
      paragraphs,
      words: paragraphs.join(' ').split(/\s+/).length,
    }));
    const [first, second] = parts;
    if (!first || !second || Math.min(first.words, second.words) < 8) return undefined;
    if (Math.abs(first.words - second.words) / (first.words + second.words) < 0.15) return undefined;
    const cutOff = { splitFrom: scene.id, isTouched: true, isParted: true };
    const own = { id: scene.id, isTouched: true, isParted: true };
    const heading = pick([scene.heading, 'INT. BACK ROOM - LATER', 'EXT. YARD - MOMENTS LATER']);
    scenes.splice(
      at,
      1,
      { ...(first.words > second.words ? own : cutOff), heading: scene.heading, paragraphs: first.paragraphs },
      { ...(first.words > second.words ? cutOff : own), heading, paragraphs: second.paragraphs },
    );
    return `${at} at ${where}`;
  },
  merge: ({ scenes, merged }, { upTo, pick }) => {
    const at = 1 + upTo(scenes.length - 1);
    const [first, second] = [scenes[at - 1], scenes[at]];
    if (first?.id === undefined || second?.id === undefined || first.isParted || second.isParted) return undefined;
    const asAction = pick([[], [`!${second.heading}`]]);
    const paragraphs = [...first.paragraphs, ...asAction, ...second.paragraphs];
    scenes.splice(at - 1, 2, { ...first, paragraphs, isTouched: true, isParted: true });
    merged.set(second.id, first.id);
    return `${at} into ${at - 1}`;
  },
  retitle: ({ scenes }, { upTo, pick }) => {
    const at = upTo(scenes.length);
    const scene = scenes[at];
    if (scene === undefined) return undefined;
    const heading = pick([
      scene.heading.replace(/ - [^-]*$/, ' - DUSK'),
      'EXT. QUARRY ROAD - NIGHT',
      scene.heading.replace(/^(INT|EXT)/, (prefix) => (prefix === 'INT' ? 'EXT' : 'INT')),
    ]);
    scenes[at] = { ...touched(scene), heading };
    return `${at} ${heading}`;
  },
  insert: ({ scenes }, { upTo, pick, sentence }) => {
    const at = upTo(scenes.length + 1);
    const heading = pick(['INT. CELLAR - NIGHT', 'EXT. FIELD - DAWN', pick(scenes).heading]);
    const paragraphs = Array.from({ length: 2 + upTo(6) }, (_, place) =>
      place % 2 === 0 ? sentence() : `NEWCOMER\n${sentence()}`,
    );
    scenes.splice(at, 0, { heading, paragraphs, isTouched: true });
    return `${heading} at ${at}`;
  },
  delete: ({ scenes, deleted }, { upTo }) => {
    const at = upTo(scenes.length);
    if (scenes.length < 4 || scenes[at]?.id === undefined || scenes[at].isParted) return undefined;
    deleted.push(...scenes.splice(at, 1).flatMap(({ id }) => (id === undefined ? [] : [id])));
    return String(at);
  },
  'edit words': (state, { upTo, pick, sentence }) =>
    edited(state, upTo, (text) => {
      const words = text.split(' ');
      words.splice(upTo(words.length), 1, pick(sentence().split(' ')));
      return words.join(' ');
    }),
  'rewrite lines': (state, { upTo, sentence }) =>
    edited(state, upTo, (text) => (text.includes('\n') ? `${text.split('\n')[0]}\n${sentence()}` : sentence())),
  'add lines': ({ scenes }, { upTo, sentence }) => {
    const at = upTo(scenes.length);
    const scene = scenes[at];
    if (scene === undefined) return undefined;
    const paragraphs = [...scene.paragraphs];
    for (let count = 0; count <= upTo(5); count += 1) paragraphs.splice(upTo(paragraphs.length + 1), 0, sentence());
    scenes[at] = { ...touched(scene), paragraphs };
    return String(at);
  },
  'take out lines': ({ scenes }, { upTo }) => {
    const at = upTo(scenes.length);
    const scene = scenes[at];
    if (scene === undefined || scene.paragraphs.length < 3) return undefined;
    const paragraphs = [...scene.paragraphs];
    paragraphs.splice(upTo(paragraphs.length), 1 + upTo(2));
    scenes[at] = { ...touched(scene), paragraphs };
    return String(at);
  },
};

/** Change up to half of the paragraphs of a scene. */
function edited({ scenes }: State, upTo: Chance['upTo'], change: (text: string) => string): string | undefined {
  const at = upTo(scenes.length);
  const scene = scenes[at];
  if (scene === undefined || scene.paragraphs.length === 0) return undefined;
  const paragraphs = [...scene.paragraphs];
  for (let count = 0; count < Math.ceil(paragraphs.length / 2); count += 1) {
    const where = upTo(paragraphs.length);
    paragraphs[where] = change(paragraphs[where] ?? '');
  }
  scenes[at] = { ...touched(scene), paragraphs };
  return `${at}, ${Math.ceil(paragraphs.length / 2)} times`;
}

function touched(scene: Booked): Booked {
  return { ...scene, isTouched: true };
}

/** Cut a text at its headings; the last `FADE OUT.` is nobody's. */
function cut(text: string, ids: readonly string[]): State {
  const { screenplay } = parseFountain(text);
  const starts = scenesOf(screenplay).flatMap(({ heading }) => (heading?.position ? [heading.position.offset] : []));
  const last = text.trimEnd();
  const end = last.endsWith('\n\n> FADE OUT.') ? '> FADE OUT.' : last.endsWith('\n\nFADE OUT.') ? 'FADE OUT.' : '';
  const whole = last.slice(0, last.length - end.length).trimEnd();
  const scenes = starts.map((from, at): Booked => {
    const [heading = '', ...paragraphs] = whole
      .slice(from, starts[at + 1])
      .trim()
      .split(/\n{2,}/);
    return { ...(ids[at] === undefined ? {} : { id: ids[at] }), heading, paragraphs, isTouched: false };
  });
  return { front: whole.slice(0, starts[0]).trim(), scenes, end, deleted: [], merged: new Map() };
}

function printed({ heading, paragraphs }: Booked): string {
  return [heading, ...paragraphs].join('\n\n');
}
