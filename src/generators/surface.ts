import { z } from 'zod';
import type { Reference } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { printElements, printKeep } from './critique.ts';
import { numbered } from './print.ts';
import { printScene, type SceneElement, type SceneInput } from './scene.ts';

/** An element that is to say the same in other words. */
export interface SurfaceLine {
  /** Its number in the scene, from 1. */
  readonly element: number;
  /** Words of it that are used up. */
  readonly avoid: readonly string[];
  readonly why: string;
}

/** What the reviser reads of a scene whose words the script has used before. */
export interface SurfaceInput extends SceneInput {
  readonly elements: readonly SceneElement[];
  readonly lines: readonly SurfaceLine[];
  /** Words that must stay. */
  readonly keep: readonly string[];
}

/** Other words for some elements; one for which there are none better is left out. */
export const SurfaceAnswer = z.object({
  lines: z.array(
    z.object({
      element: z.number().int().min(1).describe('The number of the element.'),
      text: z.string().min(1).describe('All of its text, in other words.'),
    }),
  ),
});
export type SurfaceAnswer = z.infer<typeof SurfaceAnswer>;

/** Ask the reviser to say some elements of a scene in other words, and to leave everything else as it is. */
export function askSurface(
  run: Run,
  at: { readonly scene: string; readonly take: number },
  input: SurfaceInput,
  references: readonly Reference[],
): Promise<SurfaceAnswer> {
  return step(run, {
    slot: `${at.scene}/surface`,
    scene: at.scene,
    take: at.take,
    prompt: 'scene.surface',
    input: { ...input },
    variables: {
      title: input.title,
      ...printScene(input),
      draft: printElements(input.elements),
      keep: printKeep(input.keep),
      lines: numbered(
        input.lines.map(
          ({ element, avoid, why }) =>
            `element ${element}, without ${avoid.map((words) => `"${words}"`).join(', ')}: ${why}`,
        ),
      ),
    },
    schema: SurfaceAnswer,
    references,
  });
}
