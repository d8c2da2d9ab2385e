import { z } from 'zod';
import type { Json } from '../../core/index.ts';
import type { SceneElement } from '../../generators/index.ts';
import type { Random } from '../random.ts';
import { bankFor } from './bank.ts';
import { ANSWERS, INSTEAD } from './banks/answers.ts';
import { vocative } from './checks.ts';
import { Element, Scene } from './read.ts';
import { ownOf } from './shares.ts';
import { countWords, type Fillers, fill, fillersOf, sentenceCase, shortName } from './slots.ts';
import { action } from './stage.ts';

const Note = z.object({
  rule: z.string(),
  /** 0 for the scene as a whole. */
  element: z.number().default(0),
  quote: z.string(),
  message: z.string(),
  fix: z.string(),
});
const Input = Scene.extend({
  elements: z.array(Element),
  notes: z.array(Note),
  keep: z.array(z.string()),
  /** The numbers of elements that nobody may change. */
  held: z.array(z.number()).default([]),
});
type Input = z.infer<typeof Input>;
type Note = z.infer<typeof Note>;

/** What a note comes to: the elements that stand there instead, or why nothing does. */
type Settled = { readonly with: readonly SceneElement[] } | { readonly why: string };

/** Settle notes by patching only the elements they quote. What cannot be settled by rule is declined, with the reason. */
export function reviseScene(json: Json, random: Random): Json {
  const input = Input.parse(json);
  const patched = new Set<number>();
  const patches: Json[] = [];
  const declined: Json[] = [];
  input.notes.forEach((note, index) => {
    const settled = settle(note, { input, random: random.fork(String(index)), patched });
    if ('why' in settled) declined.push({ note: index + 1, why: settled.why });
    else {
      patched.add(note.element);
      patches.push({ note: index + 1, element: note.element, with: settled.with.map((element) => ({ ...element })) });
    }
  });
  return { patches, declined };
}

interface Desk {
  readonly input: Input;
  readonly random: Random;
  readonly patched: ReadonlySet<number>;
}

function settle(note: Note, { input, random, patched }: Desk): Settled {
  if (note.element === 0) return { why: 'No rule settles this; it needs a writer.' };
  if (input.held.includes(note.element)) return { why: 'Nobody may change this element.' };
  const element = input.elements[note.element - 1];
  if (!element?.text.includes(note.quote)) return { why: 'The words it quotes are not in that element.' };
  if (patched.has(note.element)) return { why: 'Another note has changed this element; look at it again first.' };
  if (input.keep.some((words) => words !== '' && element.text.includes(words)))
    return { why: 'These words are to be kept.' };
  const text = rewritten(note, { element, input, random });
  if (text === undefined) return { why: 'No rule settles this; it needs a writer.' };
  if (typeof text !== 'string') return { with: text };
  return text.trim() === element.text
    ? { why: 'The change would leave it as it is.' }
    : { with: [{ ...element, text }] };
}

interface Case {
  readonly element: SceneElement;
  readonly input: Input;
  readonly random: Random;
}

function rewritten(note: Note, { element, input, random }: Case): string | readonly SceneElement[] | undefined {
  switch (note.rule) {
    case 'line/length':
      return shortened(element.text, 22);
    case 'action/length':
      return halves(element);
    case 'line/naming':
      return sentenceCase(
        element.text
          .replace(vocative(note.quote.replace(/^, /, '')), (whole) =>
            /^, /.test(whole) ? '' : whole.replace(/[^.?!]*$/, ' '),
          )
          .trim(),
      );
    case 'action/adverb':
      return sentenceCase(
        element.text
          .replace(new RegExp(`(?:, )?\\b${note.quote}\\b,? ?(?=[.,;]|(.))`), (_, next) => (next ? ' ' : ''))
          .replace(/\s+([.,;])/g, '$1')
          .replace(/ {2,}/g, ' ')
          .trim(),
      );
    case 'line/on-the-nose':
      return withoutSentence(element.text, note.quote) ?? ownOf(INSTEAD, input.scene.pattern) ?? random.pick(INSTEAD);
    case 'scene/question-chain':
      return ownOf(ANSWERS, input.scene.pattern) ?? random.pick(ANSWERS);
    case 'surface/repetition':
      return withoutSentence(element.text, note.quote);
    case 'action/repetition':
      return fresh('business', input, random);
    case 'scene/no-turn':
      return [element, action(fresh('closings', input, random))];
    default:
      return countWords(element.text) > 30 ? shortened(element.text, 22) : undefined;
  }
}

/** The first sentences that fit, or the first clause. */
function shortened(text: string, most: number): string {
  const sentences = text.split(/(?<=[.?!])\s+/);
  const kept: string[] = [];
  for (const sentence of sentences) {
    if (kept.length > 0 && countWords([...kept, sentence].join(' ')) > most) break;
    kept.push(sentence);
  }
  const short = kept.join(' ');
  if (countWords(short) <= 30) return short;
  const clause = short.split(/(?<=[,;:])\s+/);
  let cut = clause[0] ?? short;
  for (const part of clause.slice(1)) {
    if (countWords(`${cut} ${part}`) > most) break;
    cut = `${cut} ${part}`;
  }
  if (countWords(cut) > 30) cut = cut.split(/\s+/).slice(0, most).join(' ');
  return cut.replace(/[,;:]?$/, '...');
}

/** A block in two, at the sentence nearest the middle. */
function halves(element: SceneElement): readonly SceneElement[] | undefined {
  const sentences = element.text.split(/(?<=[.?!])\s+/);
  if (sentences.length < 2) return undefined;
  const half = countWords(element.text) / 2;
  const at = sentences.findIndex((_, index) => countWords(sentences.slice(0, index + 1).join(' ')) >= half);
  const cut = Math.min(Math.max(1, at), sentences.length - 1);
  return [sentences.slice(0, cut), sentences.slice(cut)].map((part) => ({ ...element, text: part.join(' ') }));
}

/** The text without the sentence that holds the quote; nothing when it is the only one. */
function withoutSentence(text: string, quote: string): string | undefined {
  const sentences = text.split(/(?<=[.?!])\s+/);
  const left = sentences.filter((sentence) => !sentence.includes(quote));
  return left.length > 0 && left.length < sentences.length ? left.join(' ') : undefined;
}

function fresh(part: 'business' | 'closings', { scene, elements }: Input, random: Random): string {
  const [first = 'Somebody', second = first] = scene.speakers.length > 1 ? scene.speakers : scene.cast;
  const fillers: Fillers = { names: { A: shortName(first), B: shortName(second) }, ...fillersOf(scene) };
  const said = elements.map(({ text }) => text).join('\n');
  const all = bankFor(scene.pattern, scene.speakers.length > 0)
    [part].filter((template) => first !== second || !template.includes('{B}'))
    .map((template) => fill(template, fillers, 0));
  return random.shuffle(all).find((text) => !said.includes(text)) ?? random.pick(all);
}
