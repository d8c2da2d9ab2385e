import {
  type Bible,
  type Context,
  type ContextEntry,
  type Extra,
  entryById,
  lessonsFor,
  printContext,
  type Scene,
  type SceneCard,
  usesFor,
} from '../bibles/index.ts';
import { fingerprinted, type Reference } from '../core/index.ts';
import type { EarlierScene } from './earlier.ts';

/**
 * A scene card as agents read it: names instead of ids, and nothing that only the planner needs.
 *
 * Numbers are left out on purpose: a scene that moves in the script stays fresh.
 */
export interface SceneBrief {
  /** `INT. CHAPEL - DAY` */
  readonly heading: string;
  readonly cast: readonly string[];
  readonly speakers: readonly string[];
  readonly lead: string;
  readonly goal: string;
  readonly opposition: string;
  readonly turn: { readonly from: string; readonly to: string };
  readonly tension: number;
  readonly beats: readonly string[];
  readonly pattern: string;
  readonly length: SceneCard['length'];
  /** Whether the audience sees this place for the first time. */
  readonly firstVisit: boolean;
  /** Facts that come out in this scene, by who learns them. */
  readonly learns: readonly { readonly character: string; readonly fact: string }[];
  /** What somebody must know already for the scene to work, by who does. Absent where there is nothing. */
  readonly uses?: readonly { readonly character: string; readonly fact: string }[];
  /** People without an entry: the director writes the line or two that they say. */
  readonly extras?: readonly Extra[];
  /** How the scene stands to the story's present, where it is not that. */
  readonly mode?: Exclude<NonNullable<SceneCard['mode']>, 'present'>;
  /** The one picture that is this scene's own. A character does not read it, nor what is planted and paid off. */
  readonly image?: string;
  /** The pictures of earlier scenes in the same place, the nearest last: they are used up. */
  readonly taken?: readonly string[];
  /** What it has to plant, in words. */
  readonly plants?: readonly string[];
  /** What was planted before and is paid off here, in words. */
  readonly payoffs?: readonly string[];
}

/** What every question about a scene reads. */
export interface SceneInput {
  readonly title: string;
  readonly scene: SceneBrief;
  readonly bible: readonly ContextEntry[];
}

/** What a question to those who make a scene reads. */
export interface MakingInput extends SceneInput {
  /** What was written before, where scenes are written in order. A character never reads it. */
  readonly earlier?: readonly EarlierScene[] | undefined;
}

/** One element of a scene as models give it: flat, with empty strings for what does not apply. Layout is never asked of a model. */
export interface SceneElement {
  readonly type: 'action' | 'line' | 'transition';
  /** The speaker of a line; `''` otherwise. */
  readonly character: string;
  readonly extension: '' | 'V.O.' | 'O.S.';
  /** Without parentheses; `''` for none. */
  readonly parenthetical: string;
  readonly text: string;
}

/**
 * Put a card into words that agents read; of what others learn in the scene, a `character` sees only what it knows.
 * Pure: reads the other cards only for whether the place is new, whose pictures are used up there, and who knows what.
 */
export function briefOf(bible: Bible, scene: Scene, character?: string): SceneBrief {
  const { card, outline } = scene;
  const nameOf = (id: string): string => entryById(bible, id)?.name ?? id;
  return {
    heading: headingOf(bible, card),
    cast: card.cast.map(nameOf),
    speakers: card.speakers.map(nameOf),
    lead: nameOf(card.lead),
    goal: card.goal,
    opposition: card.opposition,
    turn: card.turn,
    tension: card.tension,
    beats: card.beats,
    pattern: card.pattern,
    length: card.length,
    firstVisit: outline.cards.find((other) => other.setting === card.setting)?.id === card.id,
    learns: lessonsFor(bible, scene, character).map(({ character: id, fact }) => ({ character: nameOf(id), fact })),
    ...filled({
      uses: usesFor(bible, scene, character).map(({ character: id, fact }) => ({ character: nameOf(id), fact })),
      extras: (card.extras ?? []).map(({ name, sketch }) => ({ name, sketch })),
    }),
    ...(card.mode === undefined || card.mode === 'present' ? {} : { mode: card.mode }),
    ...(character === undefined ? craftOf(scene) : {}),
  };
}

/** Pictures of earlier scenes that a scene is told of. */
const MOST_TAKEN = 6;

/** What only those who make a scene read of its card: its picture and those that are used up, what it plants and pays off. */
function craftOf({ card, outline }: Scene): Pick<SceneBrief, 'image' | 'taken' | 'plants' | 'payoffs'> {
  const wordsOf = (ids: readonly string[] = []): readonly string[] =>
    ids.flatMap((id) => outline.plan?.plants.find((plant) => plant.id === id)?.what ?? []);
  return {
    ...(card.image ? { image: card.image } : {}),
    ...filled({ taken: takenBefore({ card, outline }), plants: wordsOf(card.setsUp), payoffs: wordsOf(card.paysOff) }),
  };
}

/** The pictures of earlier scenes in the same place: cards say what is used up, and no draft is read for it. */
function takenBefore({ card, outline }: Scene): readonly string[] {
  const place = outline.cards.findIndex(({ id }) => id === card.id);
  return outline.cards
    .slice(0, Math.max(0, place))
    .flatMap(({ setting, image = '' }) =>
      setting === card.setting && image !== '' && image !== card.image ? [image] : [],
    )
    .slice(-MOST_TAKEN);
}

/** Only the lists that hold something: a card without them reads as it did before there were any. */
function filled<T extends Readonly<Record<string, readonly unknown[]>>>(lists: T): Partial<T> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) as Partial<T>;
}

/** Everybody who may have a line: the speakers, and the extras. */
export function voicesOf({ speakers, extras = [] }: SceneBrief): readonly string[] {
  return [...speakers, ...extras.map(({ name }) => name)];
}

/** The scene heading of a card: `EXT. HARBOUR - DAWN`; without a time where the card has none. */
export function headingOf(bible: Bible, card: SceneCard): string {
  const place = entryById(bible, card.setting)?.name ?? card.setting;
  const time = card.time === '' ? '' : ` - ${card.time}`;
  return `${card.interior ? 'INT.' : 'EXT.'} ${place}${time}`.toUpperCase();
}

/** Words of a scene by its length class, as the director is asked for them. */
export const SCENE_WORDS = {
  flash: [30, 60],
  short: [80, 150],
  standard: [200, 350],
  setPiece: [400, 700],
} as const;

const MODES = {
  flashback: 'A flashback: it happened before.',
  'flash-forward': 'A flash-forward: it has not happened yet.',
  dream: 'A dream: nothing in it happens.',
} as const;

/** A brief as text for a prompt. */
export function printBrief(brief: SceneBrief): string {
  return [
    brief.heading,
    ...(brief.mode === undefined ? [] : [MODES[brief.mode]]),
    brief.firstVisit
      ? 'The audience has not seen this place before.'
      : 'The audience knows this place: no description again.',
    `On stage: ${brief.cast.join(', ')}`,
    `Speaking: ${brief.speakers.length > 0 ? brief.speakers.join(', ') : nobody(brief)}`,
    ...(brief.extras ?? []).map(({ name, sketch }) => `Extra, with a line or two: ${name}, ${sketch}`),
    `${brief.lead} wants: ${brief.goal}`,
    `Against it: ${brief.opposition}`,
    `Turn: from ${brief.turn.from} to ${brief.turn.to}`,
    `Pattern: ${brief.pattern}. Tension ${brief.tension} of 10. Length: ${SCENE_WORDS[brief.length].join(' to ')} words.`,
    'Beats:',
    ...brief.beats.map((beat, index) => `${index + 1}. ${beat}`),
    ...brief.learns.map(({ character, fact }) => `${character} learns here: ${fact}`),
    ...(brief.uses ?? []).map(({ character, fact }) => `${character} needs here what they know: ${fact}`),
    ...(brief.image === undefined ? [] : [`Its own picture: ${brief.image}`]),
    ...(brief.taken ?? []).map((image) => `Used up by an earlier scene here, not to come again: ${image}`),
    ...(brief.plants ?? []).map((what) => `Plant here, in passing: ${what}`),
    ...(brief.payoffs ?? []).map((what) => `Pay off here: ${what}`),
  ].join('\n');
}

function nobody({ extras }: SceneBrief): string {
  return extras === undefined ? 'nobody, the scene is silent' : 'only the extras';
}

/**
 * What a question about a scene reads, as text, by what changes least: the people and the themes, which many scenes have
 * in common, what else is on stage, and the card.
 */
export function printScene({ bible, scene }: SceneInput): {
  readonly people: string;
  readonly stage: string;
  readonly scene: string;
} {
  const isShared = ({ kind }: ContextEntry): boolean => kind === 'character' || kind === 'theme';
  return {
    people: printContext({ entries: bible.filter(isShared) }),
    stage: printStage(bible.filter((entry) => !isShared(entry))),
    scene: printBrief(scene),
  };
}

/** Who and what is on stage, as text. */
export function printStage(entries: readonly ContextEntry[]): string {
  return printContext({ entries }) || 'nothing that the bible knows of';
}

/** References to the parts of a card that a brief holds. */
export function cardReferences(card: SceneCard, brief: SceneBrief): readonly Reference[] {
  return Object.entries(brief).map(([field, value]) =>
    fingerprinted({ source: card.id, field, label: `card.${field}` }, value),
  );
}

/** The references of one scene question: the entries its context shows, and its card. */
export function sceneReferences(context: Context, card: SceneCard, brief: SceneBrief): readonly Reference[] {
  return [...context.references, ...cardReferences(card, brief)];
}
