import { z } from 'zod';
import type { Json } from '../../core/index.ts';
import type { SceneBrief, SceneElement } from '../../generators/index.ts';
import { CHECKS, type Finding } from './checks.ts';
import { Element, Scene } from './read.ts';
import { countWords } from './slots.ts';

const Input = Scene.extend({ elements: z.array(Element) });
const WEIGHT = { blocker: 0, major: 1, minor: 2 } as const;

/** Check a draft, by whoever wrote it, against rules that code can decide. At most seven notes, the gravest first. */
export function critiqueScene(json: Json): Json {
  const { scene, elements } = Input.parse(json);
  const found = CHECKS.flatMap((check) => check(elements, scene));
  const notes = [...found].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || a.element - b.element).slice(0, 7);
  return {
    lenses: lensesOf(elements, scene),
    notes: notes.map((note) => ({ ...note, scope: 'element' })),
    keep: keepOf(elements, notes),
  };
}

/** What can be counted of pacing, tension and subtext. */
function lensesOf(elements: readonly SceneElement[], scene: SceneBrief): Readonly<Record<string, string>> {
  const lines = elements.filter(({ type }) => type === 'line');
  const lengths = lines.map(({ text }) => countWords(text));
  const asked = lines.filter(({ text }) => text.includes('?')).length;
  return {
    pacing:
      lines.length === 0
        ? `${elements.length} blocks, and nobody speaks.`
        : `${lines.length} lines of ${Math.min(...lengths)} to ${Math.max(...lengths)} words.`,
    tension: `The card asks for ${scene.tension} of 10, from ${scene.turn.from} to ${scene.turn.to}.`,
    subtext: `${asked} of ${lines.length} lines ask; what they want is not counted.`,
  };
}

/** The last line, unless a note is about it. */
function keepOf(elements: readonly SceneElement[], notes: readonly Finding[]): readonly string[] {
  const noted = new Set(notes.map(({ element }) => element));
  const last = elements.findLast(({ type }, index) => type === 'line' && !noted.has(index + 1))?.text;
  return last === undefined ? [] : [last];
}
