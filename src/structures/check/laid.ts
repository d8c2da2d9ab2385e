import {
  type Bible,
  type Entry,
  type FactAbout,
  type Format,
  factsById,
  type Outline,
  type SceneCard,
  type Script,
  type Timeline,
  timelineOf,
} from '../../bibles/index.ts';
import type { Note, Severity } from '../../core/index.ts';
import type { FormatShape } from '../format-shape.ts';
import { SHAPES } from '../formats.ts';
import { type Span, spansOf } from '../place.ts';
import type { Structure } from '../structure.ts';

/** An outline, and what it is held against. */
export interface OutlineToCheck {
  readonly bible: Bible;
  readonly outline: Outline;
  /** How many scenes were asked for; the format's custom unless given. */
  readonly script?: Pick<Script, 'scenes'>;
  readonly format: Format;
  readonly structure: Structure;
}

/** An outline laid out once, so that every rule can look at it. */
export interface Laid {
  readonly bible: Bible;
  readonly outline: Outline;
  readonly cards: readonly SceneCard[];
  readonly shape: FormatShape;
  readonly structure: Structure;
  /** The scenes that were asked for, where somebody did. */
  readonly asked: number | undefined;
  readonly timeline: Timeline;
  readonly spans: readonly Span[];
  /** Where a scene stands in the script, from 0. */
  readonly placeOf: (scene: string) => number | undefined;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly facts: ReadonlyMap<string, FactAbout>;
}

/** One rule, or a few that look at the same thing. */
export type Rule = (laid: Laid) => readonly Note[];

/** Lay an outline out. */
export function layOut({ bible, outline, script, format, structure }: OutlineToCheck): Laid {
  const { cards } = outline;
  const places = new Map(cards.map(({ id }, place) => [id, place] as const).reverse());
  return {
    ...{ bible, outline, cards, structure },
    shape: SHAPES[format],
    asked: script === undefined || script.scenes === 0 ? undefined : script.scenes,
    timeline: timelineOf(outline),
    spans: spansOf(cards),
    placeOf: (scene) => places.get(scene),
    entries: new Map(bible.entries.map((entry) => [entry.id, entry])),
    facts: factsById(bible),
  };
}

/** What a note says. */
export interface Remark {
  readonly severity: Severity;
  /** The scene that it is about; absent for the script as a whole. */
  readonly card?: SceneCard | undefined;
  /** What is wrong, and what that costs. */
  readonly message: string;
  readonly fix: string;
}

/** A note under the rule `outline/<rule>`. */
export function remark(rule: string, { severity, card, message, fix }: Remark): Note {
  return { rule: `outline/${rule}`, severity, message, ...(card === undefined ? {} : { scene: card.id }), fix };
}

/** `Scene 12` */
export function titleOf({ placeOf, outline }: Laid, card: Pick<SceneCard, 'id'>): string {
  return `Scene ${outline.labels?.[card.id] ?? (placeOf(card.id) ?? 0) + 1}`;
}

/** The name of an entry, or its id where there is none. */
export function nameOf({ entries }: Laid, id: string): string {
  return entries.get(id)?.name.toUpperCase() ?? id;
}

/** Words without what two writers would write differently: capitals, marks, spaces. */
export function folded(text: string): string {
  return String(text)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Neighbours that are alike, as the places of the first and of the one after the last. */
export interface Alike {
  readonly start: number;
  readonly end: number;
}

/** Stretches of at least `least` neighbours of which `keyOf` says the same; where it says nothing, a stretch ends. */
export function alike<T>(
  values: readonly T[],
  least: number,
  keyOf: (value: T) => string | number | undefined,
): readonly Alike[] {
  const keys = values.map(keyOf);
  const found: Alike[] = [];
  for (let start = 0; start < keys.length; ) {
    let end = start + 1;
    while (keys[start] !== undefined && end < keys.length && keys[end] === keys[start]) end += 1;
    if (end - start >= least) found.push({ start, end });
    start = end;
  }
  return found;
}

/** `32 %` */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
