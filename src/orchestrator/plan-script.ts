import type { Story } from '../agents/index.ts';
import type { SceneCard } from '../bibles/index.ts';
import type { Role } from '../prompts/index.ts';
import type { Change, PlannedStep, Run, ScenePlace } from '../steps/index.ts';
import type { Draft } from './draft.ts';
import { missesOf } from './misses.ts';
import type { Plan, PlannedCall, PlannedScene, Reasons } from './report.ts';
import { leftBecause, type Scope } from './scope.ts';
import { placeOf } from './write-scenes.ts';

/** Tokens an answer takes, by task: rough, from the schemas and the lengths that cards ask for. For plans only. */
const ANSWER_TOKENS: Readonly<Record<string, number>> = {
  'scene.lines': 350,
  'scene.together': 700,
  'scene.direct': 900,
  'scene.critique': 300,
  'scene.revise': 300,
};

/** Whose model answers the tasks that follow a scene's lines, in order. */
const ROLES: Readonly<Record<string, Role>> = {
  'scene.direct': 'director',
  'scene.critique': 'dramaturge',
  'scene.revise': 'reviser',
};

/** What a plan is held to: which scenes may be written, and the drafts that are there. */
export interface PlanWithin {
  readonly scope?: Scope;
  readonly drafts?: ReadonlyMap<string, Draft>;
}

/**
 * Go through all scenes without asking anything, and say which would ask, and why. Those that the scope leaves out, or
 * that are a person's text, are counted as left. `run` must be in plan mode.
 */
export async function planScript(run: Run, story: Story, { scope = {}, drafts }: PlanWithin = {}): Promise<Plan> {
  const cards = story.outline.cards.map((card, place) => ({ card, at: placeOf(story, card, place) }));
  const open = cards.filter(({ card }) => leftBecause(scope, card, drafts?.get(card.id)) === undefined);
  const scenes = await Promise.all(
    open.map(async ({ card, at }) => planned(run, { card, at, misses: await missesOf(run, story, card) })),
  );
  const left = cards.length - open.length;
  const stale = scenes.filter((scene) => scene !== undefined);
  const sum = (of: (scene: PlannedScene) => number): number => stale.reduce((total, scene) => total + of(scene), 0);
  const priced = stale.every(({ cost }) => cost !== null);
  return {
    script: story.script,
    scenes: stale,
    fresh: scenes.length - stale.length,
    ...(left === 0 ? {} : { left }),
    calls: { least: sum((scene) => scene.calls.least), most: sum((scene) => scene.calls.most) },
    tokens: sum((scene) => scene.tokens),
    cost: priced ? sum((scene) => scene.cost ?? 0) : null,
    model: run.models('director').model,
  };
}

/** Say of one scene what it read and what has changed since. `run` must be in plan mode. */
export async function explainScene(run: Run, story: Story, card: SceneCard): Promise<Reasons> {
  const at = placeOf(story, card, story.outline.cards.indexOf(card));
  const misses = await missesOf(run, story, card);
  const known = [...run.slots.values()].filter(({ slot }) => slot.startsWith(`${card.id}/`));
  const reads = new Map(
    known.flatMap((slot) => slot.references).map(({ label, version }) => [label, { label, version }]),
  );
  const reason = reasonFor(run, card, misses);
  return {
    ...at,
    state: misses.length === 0 ? 'fresh' : reason === 'new' ? 'new' : 'stale',
    changes: reason === 'new' ? [] : reason,
    reads: [...reads.values()],
  };
}

async function planned(
  run: Run,
  { card, at, misses }: { card: SceneCard; at: ScenePlace; misses: readonly PlannedStep[] },
): Promise<PlannedScene | undefined> {
  if (misses.length === 0) return undefined;
  // A step that follows reads about what the missed one read.
  const reread = Math.max(...misses.map((miss) => miss.inputTokens));
  const after = followers(misses).map((task) => ({ task, model: run.models(ROLES[task] ?? 'director').model }));
  const asked = [
    ...misses.map(({ task, request: { model }, inputTokens }) => ({ task, model, inputTokens, isCertain: true })),
    ...after.map(({ task, model }) => ({ task, model, inputTokens: reread, isCertain: false })),
  ];
  const steps = await Promise.all(
    asked.map(async (call): Promise<PlannedCall> => {
      const outputTokens = (await run.estimator?.outputTokens(call.task)) ?? ANSWER_TOKENS[call.task] ?? 0;
      const cost = (await run.estimator?.cost(call.model, { ...call, outputTokens })) ?? null;
      return { ...call, outputTokens, cost };
    }),
  );
  return {
    ...at,
    reason: reasonFor(run, card, misses),
    calls: { least: misses.length, most: steps.length },
    steps,
    tokens: steps.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
    cost: steps.reduce<number | null>((sum, { cost }) => (sum === null || cost === null ? null : sum + cost), 0),
  };
}

/** The tasks that may be asked after these misses: what follows them in a scene. */
function followers(misses: readonly PlannedStep[]): readonly string[] {
  const order = Object.keys(ROLES);
  // Lines come first, whoever is asked for them.
  const last = Math.max(...misses.map((miss) => order.indexOf(miss.task)));
  return order.slice(last + 1);
}

function reasonFor(run: Run, card: SceneCard, misses: readonly PlannedStep[]): 'new' | readonly Change[] {
  if (![...run.slots.keys()].some((slot) => slot.startsWith(`${card.id}/`))) return 'new';
  const changes = new Map<string, Change>();
  for (const miss of misses) {
    if (miss.reason === 'new') continue;
    for (const change of miss.reason) changes.set(change.label, change);
  }
  if (changes.size > 0) return [...changes.values()];
  const isRegrouped = misses.some(({ slot, reason }) => reason !== 'new' && !run.slots.has(slot));
  return [{ label: isRegrouped ? 'who is asked in one request' : 'the last build did not finish this scene' }];
}
