import {
  type Bible,
  contextFor,
  firstVersion,
  foldName,
  type NewEntry,
  type SceneCard,
  type Script,
} from '../bibles/index.ts';
import { deriveId } from '../core/index.ts';
import { type GoOnAnswer, headingOf, planOn } from '../generators/index.ts';
import type { Run } from '../steps/index.ts';
import { bareEntry } from './bare-entry.ts';

/** A story up to where it is to be gone on with. */
export interface GoingOn {
  /** With as many scenes as it will have. */
  readonly script: Script;
  readonly bible: Bible;
  readonly cards: readonly SceneCard[];
  /** How the last scene ends, in its own words. */
  readonly ending: string;
}

/** What follows: cards, and the places that they made up. */
export interface WhatFollows {
  readonly cards: readonly SceneCard[];
  readonly settings: readonly NewEntry[];
}

/** The most scenes that are planned in one question. */
const STRETCH = 7;

/** Plan the scenes that a script still lacks, a stretch after the other: each knows what all before it do. */
export async function goOn(run: Run, story: GoingOn): Promise<WhatFollows> {
  const { script, cards } = story;
  if (cards.length >= script.scenes) return { cards: [], settings: [] };
  const count = Math.min(STRETCH, script.scenes - cards.length);
  const next = await planStretch(run, story, count);
  const bible: Bible = { ...story.bible, entries: [...story.bible.entries, ...next.settings.map(firstVersion)] };
  const rest = await goOn(run, { script, bible, cards: [...cards, ...next.cards], ending: '' });
  return { cards: [...next.cards, ...rest.cards], settings: [...next.settings, ...rest.settings] };
}

async function planStretch(run: Run, { script, bible, cards, ending }: GoingOn, count: number): Promise<WhatFollows> {
  const context = contextFor(bible, undefined, { role: 'planner' });
  const names = (kind: string): readonly string[] =>
    bible.entries.filter((entry) => entry.kind === kind).map(({ name }) => name);
  const { title, logline, premise, format, scenes } = script;
  const answer = await planOn(
    run,
    {
      ...{ title, logline, premise, format, scenes, ending, count },
      bible: context.entries,
      characters: names('character'),
      settings: names('setting'),
      soFar: cards.map((card) => toldOf(bible, card)),
      first: cards.length + 1,
    },
    context.references,
  );
  const settings = newSettings(answer, bible, script.id);
  const entries = [...bible.entries, ...settings];
  const ids = cards.map(({ id }) => id);
  const all = answer.cards.map((card, at) => {
    const place = cards.length + at;
    const id = deriveId('sc', script.id, 'on', String(place + 1));
    ids.push(id);
    return placed(card, { id, place, ids, entries });
  });
  return { cards: all, settings };
}

/** What a scene did, for the planner of those that follow. */
function toldOf(bible: Bible, card: SceneCard): string {
  const nameOf = (id: string): string => bible.entries.find((entry) => entry.id === id)?.name ?? id;
  const learnt = card.learns.map(({ character, fact }) => ` ${nameOf(character)} learns: ${fact}`);
  return `${headingOf(bible, card)}: ${card.synopsis}${learnt.join('')}`;
}

/** Places that no entry has, each once. */
function newSettings({ cards }: GoOnAnswer, { entries }: Bible, script: string): readonly NewEntry[] {
  const known = new Set(entries.filter(({ kind }) => kind === 'setting').map(({ name }) => foldName(name)));
  const fresh = new Map(
    cards.filter(({ setting }) => !known.has(foldName(setting))).map((card) => [foldName(card.setting), card]),
  );
  return [...fresh.values()].map(({ setting: name, interior }) =>
    bareEntry({ kind: 'setting', script, name, fields: { interior } }),
  );
}

/** Turn a planned card into one with ids. What a planner got wrong is put right: who speaks or leads is also on stage. */
function placed(
  card: GoOnAnswer['cards'][number],
  {
    id,
    place,
    ids,
    entries,
  }: {
    readonly id: string;
    readonly place: number;
    readonly ids: readonly string[];
    readonly entries: readonly Pick<NewEntry, 'id' | 'kind' | 'name'>[];
  },
): SceneCard {
  const idOf = (kind: string, name: string): string =>
    entries.find((entry) => entry.kind === kind && foldName(entry.name) === foldName(name))?.id ?? name;
  const person = (name: string): string => idOf('character', name);
  const known = (list: GoOnAnswer['cards'][number]['learns']) =>
    list.map(({ character, fact }) => ({ character: person(character), fact }));
  const { image, ...own } = card;
  return {
    ...own,
    ...(image.trim() === '' ? {} : { image }),
    id,
    version: 1,
    setting: idOf('setting', card.setting),
    cast: [...new Set([...card.cast, ...card.speakers, card.lead])].map(person),
    speakers: [...new Set(card.speakers)].map(person),
    lead: person(card.lead),
    learns: known(card.learns),
    uses: known(card.uses),
    becauseOf: [...new Set(card.becauseOf)]
      .filter((number) => number >= 1 && number <= place)
      .flatMap((number) => ids[number - 1] ?? []),
    threads: [],
  };
}
