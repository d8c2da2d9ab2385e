import type { Agents, Story } from '../agents/index.ts';
import type { SceneCard } from '../bibles/index.ts';
import type { ChoiceDocument } from '../markup/index.ts';
import { type Run, TAKE } from '../steps/index.ts';
import { earlierAsKept, goOver } from './go-through.ts';

/**
 * The number of the next sample of a scene that is not answered yet: the one that was chosen last, where that is not
 * written, else one above all that were asked for. `run` must be in plan mode.
 */
export async function nextTake(run: Run, story: Story, card: SceneCard, agents?: Agents): Promise<number> {
  const chosen: ChoiceDocument = story.markup?.choices.get(card.id) ?? { take: 0 };
  const earlier = await earlierAsKept(run, story, card);
  for (let take = chosen.take + (writtenTake(run, card) === chosen.take ? 1 : 0); ; take += 1) {
    const own: Run = { ...run, satisfied: new Map(), planned: [] };
    const { misses } = await goOver(own, story, card, { agents, earlier, choice: { ...chosen, take } });
    if (misses.length > 0) return take;
  }
}

/** The sample that a scene's text is. */
function writtenTake({ slots }: Run, { id }: SceneCard): number {
  const read = slots.get(`${id}/direct`)?.references.find(({ source }) => source === TAKE);
  return Number(read?.version ?? 0);
}
