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

/** The last line and the best image, unless a note is about them. */
function keepOf(elements: readonly SceneElement[], notes: readonly Finding[]): readonly string[] {
  const noted = new Set(notes.map(({ element }) => element));
  const free = elements.filter((_, index) => !noted.has(index + 1));
  const last = free.findLast(({ type }) => type === 'line')?.text;
  const image = free
    .filter(({ type, text }) => type === 'action' && countWords(text) <= 22)
    .map(({ text }) => ({ text, worth: concreteness(text) }))
    .sort((a, b) => b.worth - a.worth)[0]?.text;
  return [...new Set([last, image].filter((text) => text !== undefined))];
}

/** A rough measure of an image: many different longish words, few small ones. */
function concreteness(text: string): number {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 3)).size / Math.max(6, words.length);
}
