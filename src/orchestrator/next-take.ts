import type { Agents, Story } from '../agents/index.ts';
import type { SceneCard } from '../bibles/index.ts';
import type { Run } from '../steps/index.ts';
import { earlierAsKept, goOver } from './go-through.ts';

/**
 * The number of the next sample of a scene that is not answered yet: what was asked for under a higher number is a sample
 * already. `run` must be in plan mode.
 */
export async function nextTake(run: Run, story: Story, card: SceneCard, agents?: Agents): Promise<number> {
  const { take: now = 0, instruction } = story.markup?.choices.get(card.id) ?? {};
  const earlier = await earlierAsKept(run, story, card);
  for (let take = now + 1; ; take += 1) {
    const own: Run = { ...run, satisfied: new Map(), planned: [] };
    const { misses } = await goOver(own, story, card, { agents, earlier, choice: { take, instruction } });
    if (misses.length > 0) return take;
  }
}
