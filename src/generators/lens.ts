import type { Reference } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { CriticAnswer } from './critic.ts';
import { type CritiqueInput, printElements } from './critique.ts';
import { LENSES, type LensName } from './lenses.ts';
import { printScene } from './scene.ts';

/** What a critic with one lens reads: what the dramaturge reads, and what to read it for. */
export interface LensInput extends Omit<CritiqueInput, 'earlier'> {
  readonly lens: LensName;
}

/** Ask a critic to read a scene for one thing. It never rewrites. */
export async function askLens(
  run: Run,
  at: { readonly scene: string; readonly take: number },
  input: LensInput,
  references: readonly Reference[],
): Promise<CriticAnswer['notes']> {
  const { notes } = await step(run, {
    slot: `${at.scene}/lens/${input.lens}`,
    agent: `critic of ${input.lens}`,
    scene: at.scene,
    take: at.take,
    prompt: 'critique.lens',
    input: { ...input },
    variables: {
      title: input.title,
      logline: input.logline,
      ...printScene(input),
      draft: printElements(input.elements),
      lens: `${input.lens}: ${LENSES[input.lens].title}\n${LENSES[input.lens].advice}`,
    },
    schema: CriticAnswer,
    references,
  });
  return notes;
}
