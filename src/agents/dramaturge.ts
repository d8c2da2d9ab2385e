import { contextFor } from '../bibles/index.ts';
import { fingerprinted, type Reference } from '../core/index.ts';
import {
  askCritic,
  askCritique,
  askLens,
  briefOf,
  type CritiqueAnswer,
  type CritiqueInput,
  earlierReferences,
  type LensName,
  sceneReferences,
} from '../generators/index.ts';
import type { Run } from '../steps/index.ts';
import type { Critic, Draft, Making } from './stage.ts';

/** Read a scene against its card and the logline, and give at most seven notes. */
export function dramaturge(run: Run, stage: Making & Draft): Promise<CritiqueAnswer> {
  const { input, references } = readingOf(stage);
  return askCritique(run, { scene: stage.card.id, take: stage.take }, input, references);
}

/**
 * A critic who asks by the prompt `critic.<name>` that the project's `prompts.json` names: its notes join the
 * dramaturge's. The prompt may use the variables that `scene.critique` is given.
 */
export function promptCritic(name: string): Critic {
  return async (run, stage) => {
    const { input, references } = readingOf(stage);
    return (await askCritic(run, { scene: stage.card.id, take: stage.take, name }, input, references)).notes;
  };
}

/** A critic who reads a scene for one thing: it is asked by `critique.lens`, and not what was written before. */
export function lensCritic(lens: LensName): Critic {
  return (run, { earlier: _, ...stage }) => {
    const { input, references } = readingOf(stage);
    const { earlier: __, ...read } = input;
    return askLens(run, { scene: stage.card.id, take: stage.take }, { ...read, lens }, references);
  };
}

/** What whoever judges a scene reads. */
function readingOf({ story, card, earlier, elements }: Making & Draft): {
  readonly input: CritiqueInput;
  readonly references: readonly Reference[];
} {
  const moment = { outline: story.outline, card };
  const context = contextFor(story.bible, moment, { role: 'dramaturge' });
  const scene = briefOf(story.bible, moment);
  const { title, logline } = story.script;
  return {
    input: { title, logline, scene, bible: context.entries, elements, earlier },
    references: [
      ...sceneReferences(context, card, scene),
      ...earlierReferences(earlier),
      fingerprinted({ source: `${card.id}/draft`, field: 'text', label: "the director's draft" }, elements),
    ],
  };
}
