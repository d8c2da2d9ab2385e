import type { SceneElement } from '../generators/index.ts';
import type { Run } from '../steps/index.ts';
import { AGENTS } from './agents.ts';
import { groupViews } from './groups.ts';
import type { Agents, Offer, Stage } from './stage.ts';
import { viewOf } from './view.ts';

/** A scene as the agents staged it, and what each character had offered. */
export interface Staged {
  readonly elements: readonly SceneElement[];
  readonly offers: readonly Offer[];
}

/**
 * Let the agents write one scene: the speakers side by side, those who know the same in one request (`run.dialogue`),
 * then the director, who gets the offers in the order of the card.
 *
 * Values pass through here; the agents never see each other. A silent scene goes straight to the director.
 */
export async function runAgents(run: Run, stage: Stage, agents: Agents = AGENTS): Promise<Staged> {
  const { speakers } = stage.card;
  const views = speakers.map((id) => viewOf(stage, id));
  const ensemble = ensembleOf(agents);
  const groups = groupViews(views, ensemble === undefined ? 'apart' : (run.dialogue ?? 'auto'));
  const given = await everyOne(
    groups.map(async (group) => {
      const [first, ...others] = group.map(({ id }) => id);
      if (first === undefined) return [];
      if (others.length === 0 || ensemble === undefined)
        return [await agents.character(run, { ...stage, character: first })];
      return ensemble(run, { ...stage, characters: [first, ...others] });
    }),
  );
  const byName = new Map(given.flat().map((offer) => [offer.character, offer]));
  const offers = views.flatMap(({ name }) => byName.get(name) ?? []);
  const { elements } = await agents.director(run, { ...stage, offers });
  return { elements, offers };
}

/** Who plays several: nobody where the character agent is somebody else's and the ensemble still ours. */
function ensembleOf({ character, ensemble }: Agents): Agents['ensemble'] {
  const isOurs = character === AGENTS.character;
  return isOurs || ensemble !== AGENTS.ensemble ? ensemble : undefined;
}

/** Wait for all, also when one fails, so that no paid answer is left on its way; then throw the first failure. */
async function everyOne<T>(work: readonly Promise<T>[]): Promise<readonly T[]> {
  const outcomes = await Promise.allSettled(work);
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}
