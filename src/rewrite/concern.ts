import type { Severity } from '../core/index.ts';
import type { SceneElement } from '../generators/index.ts';
import type { NoteSource } from '../markup/index.ts';
import { flat, holds } from './accept.ts';

/** Something that a round of rewriting may settle: a note, wherever it comes from. */
export interface Concern {
  /** The note's id where it is kept; unique among the concerns of a scene. */
  readonly id: string;
  readonly source: NoteSource;
  readonly rule: string;
  readonly severity: Severity;
  /** How much may change for it. */
  readonly scope: 'element' | 'exchange' | 'scene';
  /** The exact words; absent for the scene as a whole. */
  readonly quote?: string;
  readonly message: string;
  readonly fix?: string;
  /** A person asks for it: it is not doubted, and it may touch what people wrote in the words it quotes. */
  readonly asked?: true;
  /** The steps that found it. */
  readonly keys?: readonly string[];
}

/** A scene as it is rewritten. An element that no patch touched stays the same value. */
export type SceneElements = readonly SceneElement[];

/** The number of the element that holds a concern's words, from 1; 0 for the scene as a whole, `undefined` where they do not stand. */
export function placeIn(text: SceneElements, { quote }: Pick<Concern, 'quote'>): number | undefined {
  if (quote === undefined) return 0;
  const at = text.findIndex((element) => holds(element, quote) || flat(element.parenthetical).includes(flat(quote)));
  return at === -1 ? undefined : at + 1;
}

/** Whether it is worth a round: it is grave, or a person asks for it. Every change can harm a scene that works. */
export function isDue({ severity, asked }: Pick<Concern, 'severity' | 'asked'>): boolean {
  return asked === true || severity === 'blocker' || severity === 'major';
}

/** Whether it is about what is so in the story, and not about how it is told. */
export function isFact({ source, rule }: Pick<Concern, 'source' | 'rule'>): boolean {
  return source === 'continuity' || /^continuity\/|\/knows-too-soon$|^story\/(off-logline|missing-beat)$/.test(rule);
}

/**
 * Concerns as they are worked on: facts, then what a person asks for, then style, for a rewording is lost on a line that a
 * fact will change; in each the scene as a whole before its lines, and the gravest first.
 */
export function groupsOf(concerns: readonly Concern[]): readonly (readonly Concern[])[] {
  const groups = [
    concerns.filter(isFact),
    concerns.filter((concern) => !isFact(concern) && concern.asked === true),
    concerns.filter((concern) => !isFact(concern) && concern.asked !== true),
  ];
  const rank = ({ quote, scope, severity }: Concern): number =>
    (quote === undefined ? 0 : WIDTH.indexOf(scope)) * 10 + GRAVITY.indexOf(severity);
  return groups.filter(({ length }) => length > 0).map((group) => group.toSorted((a, b) => rank(a) - rank(b)));
}

const WIDTH = ['scene', 'exchange', 'element'] as const;
const GRAVITY: readonly Severity[] = ['blocker', 'major', 'minor', 'info'];
