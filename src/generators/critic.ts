import { z } from 'zod';
import type { Reference } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { CritiqueAnswer, type CritiqueInput, printElements } from './critique.ts';
import { printEarlier } from './earlier.ts';
import { printScene } from './scene.ts';

/** The notes of a critic who looks at one thing. */
export const CriticAnswer = z.object({ notes: CritiqueAnswer.shape.notes });
export type CriticAnswer = z.infer<typeof CriticAnswer>;

/**
 * Ask a critic of the project's own for notes on a scene: by the prompt `critic.<name>` of its `prompts.json`, which may
 * use any of the variables that `scene.critique` is given.
 */
export function askCritic(
  run: Run,
  at: { readonly scene: string; readonly take: number; readonly name: string },
  input: CritiqueInput,
  references: readonly Reference[],
): Promise<CriticAnswer> {
  const prompt = `critic.${at.name}`;
  const { system = '', user = '' } = run.prompts.get(prompt) ?? {};
  const all = {
    title: input.title,
    logline: input.logline,
    earlier: printEarlier(input.earlier),
    ...printScene(input),
    draft: printElements(input.elements),
  };
  return step(run, {
    slot: `${at.scene}/critics/${at.name}`,
    agent: at.name,
    scene: at.scene,
    take: at.take,
    prompt,
    input: { ...input },
    variables: Object.fromEntries(Object.entries(all).filter(([name]) => `${system}${user}`.includes(`{{${name}}}`))),
    schema: CriticAnswer,
    references,
  });
}
