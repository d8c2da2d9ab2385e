import type { Agents, Story } from '../agents/index.ts';
import { fingerprint } from '../core/index.ts';
import type { Run } from '../steps/index.ts';
import { earlierAsKept, goOver } from './go-through.ts';
import { slotsOf } from './write-scene.ts';

/**
 * What each scene asks, as far as it can be known without asking, by the scene's id: equal for two stories in which a
 * scene asks the same, and so comes out the same. Where an answer is missing, what follows from it is not known in either.
 * `run` must be in plan mode.
 */
export async function questionsOf(run: Run, story: Story, agents?: Agents): Promise<ReadonlyMap<string, string>> {
  const asked = await Promise.all(
    story.outline.cards.map(async (card): Promise<readonly [string, string]> => {
      const own: Run = { ...run, satisfied: new Map() };
      const earlier = await earlierAsKept(run, story, card);
      const { misses } = await goOver(own, story, card, { agents, earlier });
      const known = slotsOf(own, card.id).map(({ slot, key }) => [slot, key]);
      return [card.id, fingerprint([...known, ...misses.map(({ slot, request }) => [slot, request])])];
    }),
  );
  return new Map(asked);
}
