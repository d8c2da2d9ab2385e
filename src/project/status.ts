import type { Agents, Story } from '../agents/index.ts';
import { draftsFrom, placeOf, planScript, type Status } from '../orchestrator/index.ts';
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
  return {
    script: story.script,
    scenes: story.outline.cards.map((card, place) => ({
      ...placeOf(story, card, place),
      state: !drafts.has(card.id) ? 'missing' : stale.has(card.id) ? 'stale' : 'fresh',
      synopsis: card.synopsis,
    })),
    ...(last
      ? { lastRun: { status: last.status, started: last.started, ...(last.ended ? { ended: last.ended } : {}) } }
      : {}),
    totals,
  };
}
