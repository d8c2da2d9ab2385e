import type { Reference } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { type CritiqueNote, printElements, printKeep } from './critique.ts';
import { spokenBy } from './direct.ts';
import { numbered } from './print.ts';
import { ReviseAnswer } from './revise.ts';
import { printScene, type SceneElement, type SceneInput } from './scene.ts';

/** A note as the reviser of a standing scene reads it. */
export interface PatchNote extends Omit<CritiqueNote, 'element'> {
  /** `writer`: what a person asks for, which is done; `reader`: a note that is verified first. */
  readonly from: 'writer' | 'reader';
  /** The number of the element that it quotes; absent for the whole scene, and then `quote` is empty. */
  readonly element?: number;
}

/** What the reviser of a standing scene reads. */
export interface PatchInput extends SceneInput {
  readonly elements: readonly SceneElement[];
  readonly notes: readonly PatchNote[];
  /** Words that must stay. */
  readonly keep: readonly string[];
  /** The numbers of the elements that nobody may change. */
  readonly held: readonly number[];
  /** Who may have a line. */
  readonly voices: readonly string[];
}

/** Ask the reviser to settle notes on a scene that stands, by patches of single elements. */
export async function askPatches(
  run: Run,
  at: { readonly scene: string; readonly take: number; readonly part: string },
  input: PatchInput,
  references: readonly Reference[],
): Promise<ReviseAnswer> {
  const { patches, declined } = await step(run, {
    slot: `${at.scene}/patch/${at.part}`,
    scene: at.scene,
    take: at.take,
    prompt: 'rewrite.patch',
    input: { ...input },
    variables: {
      title: input.title,
      ...printScene(input),
      draft: printElements(input.elements),
      keep: printKeep(input.keep),
      held: input.held.length > 0 ? input.held.join(', ') : 'none',
      voices: input.voices.length > 0 ? input.voices.join(', ') : 'nobody',
      notes: numbered(input.notes.map(printNote)),
    },
    schema: ReviseAnswer,
    references,
  });
  return { declined, patches: patches.map((patch) => ({ ...patch, with: [...spokenBy(patch.with, input.voices)] })) };
}

function printNote({ from, severity, scope, element, quote, message, fix }: PatchNote): string {
  const place = element === undefined ? 'the whole scene' : `${scope}, element ${element}, "${quote}"`;
  return `[${from}, ${severity}] ${place}: ${message}${fix === '' ? '' : ` Fix: ${fix}`}`;
}
