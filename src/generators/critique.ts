import { z } from 'zod';
import type { Reference } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { printEarlier } from './earlier.ts';
import { type MakingInput, printScene, type SceneElement } from './scene.ts';

/** What the dramaturge reads: the draft, held against its card and the logline. */
export interface CritiqueInput extends MakingInput {
  readonly logline: string;
  readonly elements: readonly SceneElement[];
}

/** At most seven notes, and what must not be touched. No notes is a good answer. */
export const CritiqueAnswer = z.object({
  lenses: z
    .object({
      pacing: z.string().describe('Where it hurries, drags, or is all of one length.'),
      tension: z.string().describe('Who wants what from whom, what is in doubt, and whether it rises to the turn.'),
      subtext: z.string().describe('What is meant and not said, and where it is said after all.'),
    })
    .describe('One plain sentence each, before any note.'),
  notes: z
    .array(
      z.object({
        rule: z.string().min(1).describe('area/rule: scene/no-turn, line/on-the-nose, surface/repetition.'),
        severity: z.enum(['blocker', 'major', 'minor']),
        scope: z.enum(['element', 'exchange', 'scene']).describe('How much would have to change.'),
        element: z.number().int().min(1).describe('The number of the element it is about.'),
        quote: z.string().min(1).describe('The exact words it is about.'),
        message: z.string().min(1).describe('What it costs the audience.'),
        fix: z.string().min(1).describe('The smallest change that would settle it.'),
      }),
    )
    .max(7),
  keep: z.array(z.string()).describe('Exact words that must stay as they are.'),
});
export type CritiqueAnswer = z.infer<typeof CritiqueAnswer>;

/** One note of the dramaturge. */
export type CritiqueNote = CritiqueAnswer['notes'][number];

/** Ask the dramaturge for notes on a scene. It never rewrites. */
export function askCritique(
  run: Run,
  at: { readonly scene: string; readonly take: number },
  input: CritiqueInput,
  references: readonly Reference[],
): Promise<CritiqueAnswer> {
  return step(run, {
    slot: `${at.scene}/critique`,
    scene: at.scene,
    take: at.take,
    prompt: 'scene.critique',
    input: { ...input },
    variables: {
      title: input.title,
      earlier: printEarlier(input.earlier),
      logline: input.logline,
      ...printScene(input),
      draft: printElements(input.elements),
    },
    schema: CritiqueAnswer,
    references,
  });
}

/** Elements as numbered text, so that notes and patches can point at them. */
export function printElements(elements: readonly SceneElement[]): string {
  return elements
    .map((element, index) => {
      const cue =
        element.type === 'line' ? `${element.character}${element.extension ? ` (${element.extension})` : ''}: ` : '';
      const how = element.parenthetical ? `(${element.parenthetical}) ` : '';
      return `${index + 1}. [${element.type}] ${cue}${how}${element.text}`;
    })
    .join('\n');
}

/** Exact words that must stay, as they stand in a prompt. */
export function printKeep(keep: readonly string[]): string {
  return keep.length > 0 ? keep.map((words) => `"${words}"`).join('\n') : 'nothing in particular';
}
