import { z } from 'zod';
import type { Reference } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { type CritiqueNote, printElements, printKeep } from './critique.ts';
import { Elements, spokenBy } from './direct.ts';
import { printEarlier } from './earlier.ts';
import { numbered } from './print.ts';
import { type MakingInput, printScene, type SceneElement, voicesOf } from './scene.ts';

/** What the reviser reads: the draft and the notes it is to settle. */
export interface ReviseInput extends MakingInput {
  readonly elements: readonly SceneElement[];
  readonly notes: readonly CritiqueNote[];
  readonly keep: readonly string[];
}

/** Patches, each of one element. A note that does not convince gets none. */
export const ReviseAnswer = z.object({
  patches: z.array(
    z.object({
      note: z.number().int().min(1).describe('The number of the note it settles.'),
      element: z.number().int().min(1).describe('The number of the element it replaces.'),
      with: Elements(0).describe('What stands there instead; nothing, to cut it.'),
    }),
  ),
  declined: z.array(z.object({ note: z.number().int().min(1), why: z.string().min(1) })),
});
export type ReviseAnswer = z.infer<typeof ReviseAnswer>;

/** Ask the reviser to settle notes by patching only the elements they quote. */
export async function askRevision(
  run: Run,
  at: { readonly scene: string; readonly take: number },
  input: ReviseInput,
  references: readonly Reference[],
): Promise<ReviseAnswer> {
  const { patches, declined } = await step(run, {
    slot: `${at.scene}/revise`,
    scene: at.scene,
    take: at.take,
    prompt: 'scene.revise',
    input: { ...input },
    variables: {
      title: input.title,
      earlier: printEarlier(input.earlier),
      ...printScene(input),
      draft: printElements(input.elements),
      notes: numbered(
        input.notes.map(
          (note) =>
            `[${note.severity}, ${note.scope}] element ${note.element}, "${note.quote}": ${note.message} Fix: ${note.fix}`,
        ),
      ),
      keep: printKeep(input.keep),
    },
    schema: ReviseAnswer,
    references,
  });
  const voices = voicesOf(input.scene);
  return { declined, patches: patches.map((patch) => ({ ...patch, with: [...spokenBy(patch.with, voices)] })) };
}
