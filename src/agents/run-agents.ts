import type { SceneElement } from '../generators/index.ts';
import type { Run } from '../steps/index.ts';
import { AGENTS } from './agents.ts';
import type { Agents, Offer, Stage } from './stage.ts';

/** A scene as the agents staged it, and what each character had offered. */
export interface Staged {
  readonly elements: readonly SceneElement[];
  readonly offers: readonly Offer[];
}

/**
 * Let the agents write one scene: every speaker side by side, then the director.
 *
 * Values pass through here; the agents never see each other. A silent scene goes straight to the director.
 */
export async function runAgents(run: Run, stage: Stage, agents: Agents = AGENTS): Promise<Staged> {
  const offers = await everyOne(stage.card.speakers.map((character) => agents.character(run, { ...stage, character })));
  const { elements } = await agents.director(run, { ...stage, offers });
  return { elements, offers };
}

/** Wait for all, also when one fails, so that no paid answer is left on its way; then throw the first failure. */
async function everyOne<T>(work: readonly Promise<T>[]): Promise<readonly T[]> {
  const outcomes = await Promise.allSettled(work);
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}
