import { expect, test } from 'vitest';
import type { Json } from '../../core/index.ts';
import {
  BeatsAnswer,
  CardsAnswer,
  Characters,
  Plots,
  Premise,
  Settings,
  Spine,
  Themes,
} from '../../generators/index.ts';
import { createRandom } from '../random.ts';
import { DEVELOP_TASKS } from './index.ts';
import { LOGLINES } from './loglines.fixture.ts';

const FORMATS = ['short', 'feature', 'tv-hour', 'sitcom'] as const;
const SIZES = [1, 2, 3, 5, 8, 12, 20, 40, 60, 130];
type Card = CardsAnswer['cards'][number];

test('every answer fits its schema, for every kind of logline, format and size', () => {
  for (const logline of LOGLINES) {
    for (const [index, scenes] of SIZES.entries()) develop(logline, FORMATS[index % 4] ?? 'short', scenes);
  }
}, 60_000);

test('equal inputs give equal answers, and other loglines other people', () => {
  const [one, two] = LOGLINES.map((logline) => develop(logline, 'short', 12));
  expect(develop(LOGLINES[0] ?? '', 'short', 12)).toEqual(one);
  expect(two?.premise.people.map(({ name }) => name)).not.toEqual(one?.premise.people.map(({ name }) => name));
});

test('no template shows: no slot is left open and no word is said twice in a row', () => {
  for (const logline of LOGLINES.slice(0, 18)) {
    const text = JSON.stringify(develop(logline, 'feature', 60));
    expect(text.match(/.{20}\{\w+\}.{10}/)?.[0]).toBeUndefined();
    expect(text.match(/.{20}\bundefined\b/)?.[0]).toBeUndefined();
    expect(text.match(/\b(the the|a the|the a|a an|in in)\b.{20}/)?.[0]).toBeUndefined();
  }
});

test('names of a cast begin with different letters', () => {
  for (const logline of LOGLINES) {
    const letters = develop(logline, 'feature', 60).premise.people.map(({ name }) => name[0]);
    expect(new Set(letters).size).toBe(letters.length);
  }
});

test('the two leads have different voices', () => {
  for (const logline of LOGLINES) {
    const [one, two] = develop(logline, 'short', 9).characters;
    expect(one?.voice.sentences).not.toBe(two?.voice.sentences);
  }
});

test('those who speak are on stage, the lead is one of them, and a silent scene has none', () => {
  for (const card of allCards([8, 30, 130])) {
    expect(card.cast).toContain(card.lead);
    expect(card.speakers.filter((name) => !card.cast.includes(name))).toEqual([]);
    if (card.speakers.length > 0) expect(card.speakers).toContain(card.lead);
    expect(new Set(card.cast).size).toBe(card.cast.length);
    expect(card.speakers.length).not.toBe(1);
  }
});

test('no pattern comes twice within eight scenes, nor at all in a script of twenty', () => {
  for (const logline of LOGLINES) {
    for (const scenes of [7, 12, 20, 60, 130]) {
      const patterns = develop(logline, 'feature', scenes).cards.map(({ pattern }) => pattern);
      const gap = scenes <= 20 ? scenes : 8;
      const twice = patterns.filter((name, at) => patterns.slice(at + 1, at + 1 + gap).includes(name));
      expect([logline.slice(0, 30), scenes, twice]).toEqual([logline.slice(0, 30), scenes, []]);
    }
  }
});

test('a quarter to a third of the scenes of a longer script are silent', () => {
  for (const logline of LOGLINES) {
    for (const scenes of [12, 40, 60, 130]) {
      const silent = develop(logline, 'feature', scenes).cards.filter(({ speakers }) => speakers.length === 0).length;
      expect(silent / scenes).toBeGreaterThanOrEqual(0.24);
      expect(silent / scenes).toBeLessThanOrEqual(0.34);
    }
  }
});

test('no two scenes of a script of sixty share a synopsis, a beat or a fact', () => {
  for (const logline of LOGLINES) {
    const { cards } = develop(logline, 'feature', 60);
    const lines = cards.flatMap(({ synopsis, beats }) => [synopsis, ...beats]);
    expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([]);
    const facts = cards.flatMap(({ learns }) => learns.map(({ fact }) => fact));
    expect(facts.filter((fact, at) => facts.indexOf(fact) !== at)).toEqual([]);
  }
});

test('a scene follows only from earlier ones', () => {
  for (const logline of LOGLINES) {
    for (const [index, { becauseOf }] of develop(logline, 'feature', 40).cards.entries()) {
      expect(becauseOf.every((number) => number >= 1 && number <= index)).toBe(true);
      expect(becauseOf.length > 0).toBe(index > 0);
    }
  }
});

test('the bible is the authority: renamed people and unknown places are the ones on the cards', () => {
  const bible = [
    { kind: 'character', name: 'Dr. Åse', fields: { role: 'antagonist', want: 'She wants her house back.' } },
    { kind: 'character', name: 'OTTO', fields: { role: 'protagonist' } },
    { kind: 'setting', name: 'EXT. ÅSE’S JETTY', fields: { interior: false } },
  ];
  const cards = cardsOf({ logline: LOGLINES[0] ?? '', format: 'short', scenes: 6, bible }, [6]);
  expect(cards.find(({ pattern }) => pattern === 'decision')?.lead).toBe('OTTO');
  expect(cards.every(({ setting, interior }) => setting === 'EXT. ÅSE’S JETTY' && !interior)).toBe(true);
  expect(new Set(cards.flatMap(({ cast }) => cast))).toEqual(new Set(['OTTO', 'Dr. Åse']));
});

test('one person alone, and no plots, still make an outline', () => {
  const bible = [
    { kind: 'character', name: 'Solo', fields: {} },
    { kind: 'setting', name: 'ROOM', fields: {} },
    { kind: 'plot', name: 'P', fields: {} },
  ];
  expect(cardsOf({ logline: 'Rain.', format: 'short', scenes: 12, bible }, [5, 7])).toHaveLength(12);
});

function allCards(sizes: readonly number[]): readonly Card[] {
  return LOGLINES.flatMap((logline) => sizes.flatMap((scenes) => develop(logline, 'feature', scenes).cards));
}

/** The whole development of a logline, every answer parsed by its own schema. */
function develop(logline: string, format: string, scenes: number) {
  const base = { logline, format, scenes };
  const premise = Premise.parse(ask('bible.premise', base));
  const entries = { ...base, premise };
  const { characters } = Characters.parse(ask('bible.characters', entries));
  const { settings } = Settings.parse(ask('bible.settings', entries));
  const { plots } = Plots.parse(ask('bible.plots', entries));
  const { themes } = Themes.parse(ask('bible.themes', entries));
  const bible = [
    ...characters.map(({ name, role, want }) => ({ kind: 'character', name, fields: { role, want } })),
    ...settings.map(({ name, interior, look }) => ({ kind: 'setting', name, fields: { interior, look } })),
    ...plots.map(({ name, thread, question }) => ({ kind: 'plot', name, fields: { thread, question } })),
  ];
  const sequences =
    scenes < 8 ? [scenes] : [Math.floor(scenes / 3), Math.floor(scenes / 3), scenes - 2 * Math.floor(scenes / 3)];
  return { premise, characters, settings, plots, themes, cards: cardsOf({ ...base, bible }, sequences) };
}

interface Outlined {
  readonly logline: string;
  readonly format: string;
  readonly scenes: number;
  readonly bible: readonly {
    readonly kind: string;
    readonly name: string;
    readonly fields: { readonly [field: string]: Json };
  }[];
}

function cardsOf(base: Outlined, sequences: readonly number[]): readonly Card[] {
  const names = (kind: string): string[] => base.bible.filter((entry) => entry.kind === kind).map(({ name }) => name);
  const input = { ...base, title: 'T', premise: 'P' };
  const spine = Spine.parse(ask('outline.spine', input));
  const parts = { spine, sequences, structure: [] };
  const asked = { ...input, ...parts, plants: 3, reveals: 4 };
  const beats = BeatsAnswer(parts).parse(ask('outline.beats', asked));
  return sequences.flatMap((count, sequence) => {
    const each = Math.floor(count / 4);
    const cards = {
      ...{ ...input, ...parts, beats, sequence, firstScene: 1 },
      quota: { flash: count - 3 * each, short: each, standard: each, setPiece: each },
      ...{ characters: names('character'), settings: names('setting'), plots: names('plot') },
    };
    return CardsAnswer(cards).parse(ask('outline.cards', cards)).cards;
  });
}

function ask(name: string, input: Json): Json {
  const task = DEVELOP_TASKS[name];
  if (!task) throw new RangeError(name);
  return task(input, createRandom(input));
}
