import { z } from 'zod';
import { type ContextEntry, printContext } from '../bibles/index.ts';
import type { Reference } from '../core/index.ts';
import { type Run, type StepAsk, step } from '../steps/index.ts';
import { bullets } from './print.ts';
import { printBrief, printStage, type SceneInput } from './scene.ts';

/** What a character reads: its own dossier, the outside of the others, and what it knows by now. */
export interface LinesInput extends SceneInput {
  readonly self: string;
  readonly knows: readonly string[];
}

/** A character's part in a scene, before the director weaves it. */
export const LinesAnswer = z.object({
  intent: z.string().min(1).describe('What this character is trying to do to the others here.'),
  withheld: z.string().describe('The one thing they will not say.'),
  refusal: z.string().describe('Why they would not play the scene as planned; empty when they would.'),
  lines: z
    .array(
      z.object({
        beat: z.number().int().min(1).describe('The number of the beat it belongs to.'),
        text: z.string().min(1).describe('What is said, and nothing else. Most lines have ten words or fewer.'),
        parenthetical: z.string().describe('How, only where the words mislead; else empty. No parentheses.'),
      }),
    )
    .min(1)
    .max(24),
});
export type LinesAnswer = z.infer<typeof LinesAnswer>;

/** Ask one character for its lines in a scene. */
export function askLines(
  run: Run,
  at: { readonly scene: string; readonly take: number },
  input: LinesInput,
  references: readonly Reference[],
): Promise<LinesAnswer> {
  return step(run, linesAsk(at, input, references));
}

/** The question as a step. */
export function linesAsk(
  at: { readonly scene: string; readonly take: number },
  input: LinesInput,
  references: readonly Reference[],
): StepAsk<LinesAnswer> {
  return {
    slot: `${at.scene}/lines/${input.self}`,
    agent: input.self,
    scene: at.scene,
    take: at.take,
    prompt: 'scene.lines',
    input: { ...input },
    variables: printView(input),
    schema: LinesAnswer,
    references,
    family: `${at.scene}/lines/`,
  };
}

/** What one character reads of a scene, as text: its own dossier, the outside of the others, what it knows, and the card. */
export function printView({ self, title, bible, knows, scene }: LinesInput): Readonly<Record<string, string>> {
  const isSelf = ({ kind, name }: ContextEntry): boolean => kind === 'character' && name === self;
  return {
    self,
    title,
    dossier: printContext({ entries: bible.filter(isSelf) }),
    stage: printStage(bible.filter((entry) => !isSelf(entry))),
    knows: bullets(knows),
    scene: printBrief(scene),
  };
}
