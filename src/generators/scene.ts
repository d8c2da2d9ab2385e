import {
  type Bible,
  type Context,
  type ContextEntry,
  entryById,
  lessonsFor,
  printContext,
  type Scene,
  type SceneCard,
} from '../bibles/index.ts';
import { fingerprint, type Reference } from '../core/index.ts';

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
}

/** What every question about a scene reads. */
export interface SceneInput {
  readonly title: string;
  readonly scene: SceneBrief;
  readonly bible: readonly ContextEntry[];
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
 * Pure: reads the other cards only for whether the place is new, and who knows what.
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
  };
}

/** The scene heading of a card: `EXT. HARBOUR - DAWN`; without a time where the card has none. */
export function headingOf(bible: Bible, card: SceneCard): string {
  const place = entryById(bible, card.setting)?.name ?? card.setting;
  const time = card.time === '' ? '' : ` - ${card.time}`;
  return `${card.interior ? 'INT.' : 'EXT.'} ${place}${time}`.toUpperCase();
}

const WORDS = { flash: '30 to 60', short: '80 to 150', standard: '200 to 350', setPiece: '400 to 700' } as const;

/** A brief as text for a prompt. */
export function printBrief(brief: SceneBrief): string {
  return [
    brief.heading,
    brief.firstVisit
      ? 'The audience has not seen this place before.'
      : 'The audience knows this place: no description again.',
    `On stage: ${brief.cast.join(', ')}`,
    `Speaking: ${brief.speakers.length > 0 ? brief.speakers.join(', ') : 'nobody, the scene is silent'}`,
    `${brief.lead} wants: ${brief.goal}`,
    `Against it: ${brief.opposition}`,
    `Turn: from ${brief.turn.from} to ${brief.turn.to}`,
    `Pattern: ${brief.pattern}. Tension ${brief.tension} of 10. Length: ${WORDS[brief.length]} words.`,
    'Beats:',
    ...brief.beats.map((beat, index) => `${index + 1}. ${beat}`),
    ...brief.learns.map(({ character, fact }) => `${character} learns here: ${fact}`),
  ].join('\n');
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
  return Object.entries(brief).map(([field, value]) => ({
    source: card.id,
    field,
    label: `card.${field}`,
    version: fingerprint(value),
  }));
}

/** The references of one scene question: the entries its context shows, and its card. */
export function sceneReferences(context: Context, card: SceneCard, brief: SceneBrief): readonly Reference[] {
  return [...context.references, ...cardReferences(card, brief)];
}
