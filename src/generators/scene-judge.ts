import { z } from 'zod';
import type { Reference } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { printElements } from './critique.ts';
import { bullets } from './print.ts';
import { printScene, type SceneElement, type SceneInput } from './scene.ts';

/** What the choice between two versions of a scene reads. Nothing says which of them is the new one. */
export interface SceneJudgeInput extends SceneInput {
  readonly logline: string;
  /** What the writer asked for, in their words. Notes of readers are not told: they would speak for a change. */
  readonly asked: readonly string[];
  readonly a: readonly SceneElement[];
  readonly b: readonly SceneElement[];
}

/** The better of two versions, with the reasons first. */
export const SceneJudgeAnswer = z.object({
  reasons: z.string().min(1).describe('What decides it, with words of both.'),
  better: z.enum(['A', 'B', 'tie']),
});
export type SceneJudgeAnswer = z.infer<typeof SceneJudgeAnswer>;

/** Ask a judge for the better of two versions of a scene, in the order in which they are given. */
export function judgeScene(
  run: Run,
  at: { readonly scene: string; readonly take: number; readonly part: string },
  input: SceneJudgeInput,
  references: readonly Reference[],
): Promise<SceneJudgeAnswer> {
  return step(run, {
    slot: `${at.scene}/judge/${at.part}`,
    scene: at.scene,
    take: at.take,
    prompt: 'scene.judge',
    input: { ...input },
    variables: {
      title: input.title,
      logline: input.logline,
      ...printScene(input),
      asked: bullets(input.asked),
      a: printElements(input.a),
      b: printElements(input.b),
    },
    schema: SceneJudgeAnswer,
    references,
  });
}
