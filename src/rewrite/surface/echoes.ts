import { remember } from '../../core/index.ts';
import type { SceneElement } from '../../generators/index.ts';
import { slopTrigrams } from '../../screenplay/measure/slop.ts';
import { gesturesIn } from './gestures.ts';
import { runsOf, type Token, tokensOf } from './tokens.ts';

/** A scene as the surface pass reads it. */
export interface SurfaceScene {
  readonly id: string;
  readonly elements: readonly SceneElement[];
  /** What it may say though others do: the words of its card, names, what is planted. */
  readonly allowed: readonly string[];
  /** Exact words that must stay. */
  readonly keep: readonly string[];
}

/** An element that says what was said before, and the words in it that did. */
export interface Echo {
  /** From 1. */
  readonly element: number;
  /** As they stand in it. */
  readonly avoid: readonly string[];
  readonly why: string;
}

/** So many neighbouring words in so many scenes are an echo: the measure `rep4_share` counts the same. */
const RUN = { words: 4, scenes: 3 } as const;
/** What one person says over and over: fewer words, in more scenes. */
const HABIT = { words: 3, scenes: 5 } as const;
/** A stock gesture is seen before this many scenes have it. */
const GESTURE_SCENES = 3;
/** The most elements of a scene that are looked at again: with more, it would be another scene. */
const MOST = 4;

/**
 * Find what a script says again and again, by the scene that is to say it in other words: the first scenes that have it
 * keep it. Runs of words and gestures that several scenes share, first and last elements that are alike, phrases that one
 * person comes back to, and what is on the list of what language models say. What a card asks for is no echo. Pure.
 */
export function findEchoes(
  scenes: readonly SurfaceScene[],
  names: readonly string[],
): ReadonlyMap<string, readonly Echo[]> {
  const words = new Set(names.flatMap((name) => name.toLowerCase().split(/\s+/)));
  const read = scenes.map((scene) => readScene(scene, words));
  const runs = scenesBy(read, ({ elements }) => elements.flatMap((element) => element.runs.map(({ run }) => run)));
  const habits = scenesBy(read, ({ elements }) => elements.flatMap((element) => element.habits.map(({ run }) => run)));
  const gestures = scenesBy(read, ({ elements }) =>
    elements.flatMap((element) => element.gestures.map(({ name }) => name)),
  );
  const ends = scenesBy(read, ({ ends: own }) => own.map(({ text }) => text));
  const isLate = (index: ScenesBy, key: string, at: number, least: number): boolean =>
    (index.get(key) ?? []).indexOf(at) >= least - 1;
  return new Map(
    read.map(({ scene, elements, ends: own }, at) => {
      const found = elements.flatMap((element): readonly Echo[] => {
        const late = element.runs.filter(({ run }) => isLate(runs, run, at, RUN.scenes));
        const cycled = element.habits.filter(({ run }) => isLate(habits, run, at, HABIT.scenes));
        const seen = element.gestures.filter(({ name }) => isLate(gestures, name, at, GESTURE_SCENES));
        const whole = own.filter((end) => end.element === element.number && isLate(ends, end.text, at, 2));
        const avoid = [
          ...phrasesIn(element, late, RUN.words),
          ...phrasesIn(element, cycled, HABIT.words),
          ...seen.map(({ quote }) => quote),
          ...whole.map(() => element.text),
          ...element.slop,
        ].filter((phrase) => !scene.keep.some((kept) => element.text.includes(kept) && kept.includes(phrase)));
        const why = [
          ...(late.length > 0 ? ['other scenes have these words'] : []),
          ...(cycled.length > 0 ? ['the same person says it again and again'] : []),
          ...(seen.length > 0 ? ['other scenes have this gesture'] : []),
          ...(whole.length > 0 ? ['another scene begins or ends so'] : []),
          ...(element.slop.length > 0 ? ['everybody writes this'] : []),
        ].join('; ');
        return avoid.length === 0 ? [] : [{ element: element.number, avoid: [...new Set(avoid)], why }];
      });
      const weight = ({ avoid }: Echo): number => avoid.join(' ').length;
      const chosen = [...found].sort((a, b) => weight(b) - weight(a) || a.element - b.element).slice(0, MOST);
      return [scene.id, chosen.sort((a, b) => a.element - b.element)] as const;
    }),
  );
}

/** In how many scenes the runs of a text stand that another text has not: nothing new may be an echo either. */
export function usedRuns(
  scenes: readonly SurfaceScene[],
  names: readonly string[],
): (text: string, before: string) => number {
  const words = new Set(names.flatMap((name) => name.toLowerCase().split(/\s+/)));
  const runs = scenesBy(
    scenes.map((scene) => readScene(scene, words)),
    ({ elements }) => elements.flatMap((element) => element.runs.map(({ run }) => run)),
  );
  return (text, before) => {
    const old = new Set(runsOf(tokensOf(before, words), RUN.words).map(({ run }) => run));
    const added = runsOf(tokensOf(text, words), RUN.words).filter(({ run }) => !old.has(run));
    return Math.max(0, ...added.map(({ run }) => runs.get(run)?.length ?? 0));
  };
}

interface ReadElement {
  readonly number: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly runs: readonly { readonly run: string; readonly at: number }[];
  /** The speaker's own. */
  readonly habits: readonly { readonly run: string; readonly at: number }[];
  readonly gestures: readonly { readonly name: string; readonly quote: string }[];
  readonly slop: readonly string[];
}

interface ReadSceneOf {
  readonly scene: SurfaceScene;
  readonly elements: readonly ReadElement[];
  readonly ends: readonly { readonly element: number; readonly text: string }[];
}

type ScenesBy = ReadonlyMap<string, readonly number[]>;

function scenesBy(read: readonly ReadSceneOf[], keysOf: (scene: ReadSceneOf) => readonly string[]): ScenesBy {
  const index = new Map<string, number[]>();
  for (const [at, scene] of read.entries())
    for (const key of new Set(keysOf(scene))) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [at]);
      else known.push(at);
    }
  return index;
}

/** Readings of scenes: a script is gone over by every plan and build, and most of its scenes are as they were. */
const readings = remember<Omit<ReadSceneOf, 'scene'>>(400);

function readScene(scene: SurfaceScene, names: ReadonlySet<string>): ReadSceneOf {
  const { elements, allowed } = scene;
  return { scene, ...readings(JSON.stringify([elements, allowed, [...names]]), () => readElements(scene, names)) };
}

function readElements(
  scene: Pick<SurfaceScene, 'elements' | 'allowed'>,
  names: ReadonlySet<string>,
): Omit<ReadSceneOf, 'scene'> {
  const allowed = (length: number): ReadonlySet<string> =>
    new Set(scene.allowed.flatMap((text) => runsOf(tokensOf(text, names), length).map(({ run }) => run)));
  const [free, freeHabits] = [allowed(RUN.words), allowed(HABIT.words)];
  const elements = scene.elements.map((element, index): ReadElement => {
    const tokens = tokensOf(element.text, names);
    const isTold = ({ run }: { readonly run: string }): boolean => run.replaceAll(/[* ]/g, '') !== '';
    const habits = element.type === 'line' ? runsOf(tokens, HABIT.words) : [];
    return {
      number: index + 1,
      text: element.text,
      tokens,
      runs:
        element.type === 'transition'
          ? []
          : runsOf(tokens, RUN.words).filter((one) => isTold(one) && !free.has(one.run)),
      habits: habits
        .filter((one) => isTold(one) && !freeHabits.has(one.run))
        .map(({ run, at }) => ({ run: `${element.character}: ${run}`, at })),
      gestures: element.type === 'action' ? gesturesIn(element.text) : [],
      slop:
        element.type === 'transition'
          ? []
          : quoted(
              element.text,
              tokens,
              slopTrigrams(tokens.map(({ word }) => word)).filter((run) => !freeHabits.has(run)),
            ),
    };
  });
  const told = elements.filter((_, index) => scene.elements[index]?.type !== 'transition');
  const first = told.find(({ number }) => scene.elements[number - 1]?.type === 'action');
  // What the card asks for in so many words is its own end, whoever else ends so.
  const isAsked = ({ tokens = [], runs = [] }: Partial<ReadElement>): boolean =>
    tokens.length >= RUN.words && runs.length === 0;
  const ends = [first && { ...first, place: 'begins' }, told.at(-1) && { ...told.at(-1), place: 'ends' }];
  return {
    elements,
    ends: ends.flatMap((end) =>
      end?.tokens === undefined || end.number === undefined || isAsked(end)
        ? []
        : [{ element: end.number, text: `${end.place} ${end.tokens.map(({ word }) => word).join(' ')}` }],
    ),
  };
}

/** Runs that touch, as one phrase, in the words of the element. */
function phrasesIn(
  { text, tokens }: ReadElement,
  runs: readonly { readonly at: number }[],
  length: number,
): readonly string[] {
  const covered = new Set(runs.flatMap(({ at }) => Array.from({ length }, (_, step) => at + step)));
  const phrases: [number, number][] = [];
  for (const at of [...covered].sort((a, b) => a - b)) {
    const last = phrases.at(-1);
    if (last?.[1] === at - 1) last[1] = at;
    else phrases.push([at, at]);
  }
  return phrases.map(([from, to]) => text.slice(tokens[from]?.start, tokens[to]?.end));
}

function quoted(text: string, tokens: readonly Token[], runs: readonly string[]): readonly string[] {
  const known = new Set(runs);
  return runsOf(tokens, 3).flatMap(({ run, at }) =>
    known.has(run) ? [text.slice(tokens[at]?.start, tokens[at + 2]?.end)] : [],
  );
}
