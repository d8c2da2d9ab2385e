import { z } from 'zod';
import { fingerprint, type Reference } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { printEarlier } from './earlier.ts';
import type { LinesAnswer } from './lines.ts';
import { type MakingInput, printScene, type SceneElement, voicesOf } from './scene.ts';
import { stagingFaults } from './staging.ts';
import { type HeardTurn, printTurns } from './turn.ts';

/** What the director reads: the scene, the voices, and what each character offered. */
export interface DirectInput extends MakingInput {
  readonly offers: readonly { readonly character: string; readonly offer: LinesAnswer }[];
  /** The order in which it was said and done, where the people of the scene heard each other. */
  readonly turns?: readonly HeardTurn[] | undefined;
  /** What a person asks of the scene beside its card; nothing unless given. */
  readonly instruction?: string | undefined;
}

/**
 * The schema of at least so many scene elements.
 *
 * Who may speak is not in it: it is the same for all scenes, so that their requests begin alike and a provider's prefix
 * cache serves them. {@link spokenBy} holds the answer to those who may.
 */
export function Elements(least = 1): z.ZodType<SceneElement[]> {
  const element = z.object({
    type: z.enum(['action', 'line', 'transition']),
    character: z.string().describe('The speaker of a line, by the name listed as speaking; empty otherwise.'),
    extension: z.enum(['', 'V.O.', 'O.S.']),
    parenthetical: z.string().describe('Without parentheses; empty for none.'),
    text: z.string().min(1).describe('Action: present tense, only what is seen or heard, four lines at most.'),
  });
  return z.array(element).min(least).max(120);
}

/** A scene as the director stages it. */
export const DirectAnswer = z.object({
  elements: Elements().describe('The scene in order, without its heading.'),
  cut: z
    .array(z.object({ line: z.string().describe('Word for word.'), why: z.string().describe('In a few words.') }))
    .describe('Lines that were offered and left out.'),
  changed: z
    .array(z.object({ from: z.string().describe('As offered.'), to: z.string().min(1), why: z.string() }))
    .describe('Lines that are more than shortened.'),
});
export type DirectAnswer = z.infer<typeof DirectAnswer>;

/** Elements with the names of their speakers as they are listed, however they were written. Others are left as they are. */
export function spokenBy(elements: readonly SceneElement[], voices: readonly string[]): readonly SceneElement[] {
  const listed = new Map(voices.map((name) => [name.toUpperCase(), name]));
  return elements.map((element) => ({
    ...element,
    character: element.type === 'line' ? (listed.get(element.character.trim().toUpperCase()) ?? element.character) : '',
  }));
}

/** Ask the director to weave what the characters offered into a scene; once more, where {@link stagingFaults} finds any. */
export async function askDirector(
  run: Run,
  at: { readonly scene: string; readonly take: number },
  input: DirectInput,
  references: readonly Reference[],
): Promise<DirectAnswer> {
  const voices = voicesOf(input.scene);
  const named = (answer: DirectAnswer): DirectAnswer => ({
    ...answer,
    elements: [...spokenBy(answer.elements, voices)],
  });
  const shown = printScene(input);
  const answer = await step(run, {
    slot: `${at.scene}/direct`,
    scene: at.scene,
    take: at.take,
    prompt: 'scene.direct',
    input: { ...input },
    variables: {
      title: input.title,
      earlier: printEarlier(input.earlier),
      ...shown,
      scene: [shown.scene, ...printInstruction(input.instruction)].join('\n'),
      offers: printOffers(input) || 'Nobody speaks in this scene.',
    },
    schema: DirectAnswer,
    faults: (staged) => stagingFaults(input, named(staged)).map(({ message }) => message),
    references,
  });
  return named(answer);
}

/** What a person asks of a scene, as it stands below the card. */
function printInstruction(instruction: string | undefined): readonly string[] {
  return instruction === undefined ? [] : [`The writer asks of this scene: ${instruction}`];
}

/** What was asked of a scene beside its card, as a reference; none where nothing was. */
export function instructionReferences(
  { id }: { readonly id: string },
  instruction: string | undefined,
): readonly Reference[] {
  if (instruction === undefined) return [];
  return [{ source: id, field: 'instruction', label: 'instruction', version: fingerprint(instruction) }];
}

/** What everybody offered, each by itself; or their intents, and then the lines in the order in which they fell. */
function printOffers({ offers, turns }: DirectInput): string {
  if (turns === undefined) return offers.map(printOffer).join('\n\n');
  const intents = offers.map(({ character, offer }) => printOffer({ character, offer: { ...offer, lines: [] } }));
  return [...intents, `As it was played, turn by turn:\n${printTurns(turns)}`].join('\n\n');
}

function printOffer({ character, offer }: DirectInput['offers'][number]): string {
  return [
    `${character} (intent: ${offer.intent}; will not say: ${offer.withheld || 'nothing'})`,
    ...(offer.refusal ? [`refuses: ${offer.refusal}`] : []),
    ...offer.lines.map(
      (line) => `beat ${line.beat}: ${line.parenthetical ? `(${line.parenthetical}) ` : ''}${line.text}`,
    ),
  ].join('\n');
}
