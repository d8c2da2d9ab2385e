import type { Agents, Story } from '../agents/index.ts';
import { draftsFrom, explainScene, placeOf, planScript, type Status } from '../orchestrator/index.ts';
import type { Run } from '../steps/index.ts';

/** Where a script stands: its scenes, its last run, and what was paid in the project. `run` must be in plan mode. */
export async function statusOf(run: Run, story: Story, agents: Agents): Promise<Status> {
  const drafts = draftsFrom(await run.store.loadArtifacts(run.script));
  const [plan, last, totals] = await Promise.all([
    planScript(run, story, { agents, drafts }),
    run.store.lastRun(run.script),
    run.journal.totals(),
  ]);
  const stale = new Set(plan.scenes.map((scene) => scene.id));
  const kept = new Map(plan.leftScenes?.map(({ id, because }) => [id, because]));
  const keptStale = new Map(
    await Promise.all(
      story.outline.cards.map(async (card) => {
        const isKept = kept.has(card.id);
        return [card.id, isKept && (await explainScene(run, story, card, agents)).stale === true] as const;
      }),
    ),
  );
  const stateOf = (id: string): Status['scenes'][number]['state'] => {
    const because = kept.get(id);
    if (because !== undefined && because !== 'scope') return because;
    return !drafts.has(id) ? 'missing' : stale.has(id) ? 'stale' : 'fresh';
  };
  return {
    script: story.script,
    scenes: story.outline.cards.map((card, place) => ({
      ...placeOf(story, card, place),
      state: stateOf(card.id),
      ...(keptStale.get(card.id) ? { stale: true } : {}),
      synopsis: card.synopsis,
    })),
    ...(last
      ? { lastRun: { status: last.status, started: last.started, ...(last.ended ? { ended: last.ended } : {}) } }
      : {}),
    totals,
  };
}
