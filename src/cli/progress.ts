import type { RunEvent } from '../project.ts';

/** An ask that is under way. */
export interface ActiveStep {
  readonly slot: string;
  readonly task: string;
  readonly agent: string;
  readonly scene?: string | undefined;
}

/** Where one scene stands. */
export interface SceneProgress {
  readonly id: string;
  readonly number: number;
  readonly heading: string;
  readonly state: 'waiting' | 'writing' | 'written' | 'fresh' | 'kept' | 'failed' | 'left';
  /** Input and output tokens of what was asked now. */
  readonly tokens: number;
  /** US dollars spent now; `null` when a price is not known. */
  readonly cost: number | null;
  /** Why it failed. */
  readonly code?: string;
}

/** A batch that is waited for. */
export interface BatchProgress {
  readonly provider: string;
  readonly items: number;
  readonly done: number;
}

/** What is known of a run so far: a fold over its events. */
export interface Progress {
  readonly model: string;
  readonly stage: string;
  readonly scenes: ReadonlyMap<string, SceneProgress>;
  /** Asks under way, oldest first, by slot. */
  readonly active: ReadonlyMap<string, ActiveStep>;
  /** Batches at their providers, by name. */
  readonly batches: ReadonlyMap<string, BatchProgress>;
  /** Batches so far. */
  readonly batched: number;
  readonly asked: number;
  readonly journal: number;
  readonly tokens: number;
  readonly cost: number | null;
  readonly stopping: boolean;
}

/** A run of which nothing was heard yet. */
export function startProgress(model: string): Progress {
  const nothing = { batched: 0, asked: 0, journal: 0, tokens: 0, cost: 0, stopping: false };
  return { model, stage: 'start', scenes: new Map(), active: new Map(), batches: new Map(), ...nothing };
}

/** The progress after one more event. */
export function advance(progress: Progress, event: RunEvent): Progress {
  switch (event.type) {
    case 'run-wait':
      return { ...progress, stage: 'wait' };
    case 'run-start':
      return { ...progress, model: event.model };
    case 'stage-start': {
      const scenes = new Map(progress.scenes);
      for (const { id, number, heading } of event.scenes ?? []) {
        if (!scenes.has(id)) scenes.set(id, { id, number, heading, state: 'waiting', tokens: 0, cost: 0 });
      }
      return { ...progress, stage: event.stage, scenes };
    }
    case 'step-start': {
      const { slot, task, agent, scene } = event;
      const active = new Map(progress.active).set(slot, { slot, task, agent, scene });
      return { ...progress, active, scenes: withScene(progress, scene, (old) => ({ ...old, state: 'writing' })) };
    }
    case 'step-end':
      return afterStep(progress, event);
    case 'step-error':
      return { ...progress, active: without(progress.active, event.slot) };
    case 'scene-end': {
      const { id, number, heading, state, error } = event;
      const old = progress.scenes.get(id);
      const code = error === undefined ? {} : { code: error.code };
      const ended: SceneProgress = {
        id,
        number,
        heading,
        state,
        tokens: old?.tokens ?? 0,
        cost: old ? old.cost : 0,
        ...code,
      };
      const active = new Map([...progress.active].filter(([, step]) => step.scene !== id));
      return { ...progress, active, scenes: new Map(progress.scenes).set(id, ended) };
    }
    case 'step-delta':
    case 'step-retry':
    case 'step-fallback':
    case 'budget-warning':
    case 'batch-retry':
    case 'batch-skip':
      return progress;
    case 'batch-start': {
      const { batch, provider, items } = event;
      const batches = new Map(progress.batches).set(batch, { provider, items, done: 0 });
      return { ...progress, batches, batched: progress.batched + 1 };
    }
    case 'batch-wait': {
      const batch = progress.batches.get(event.batch);
      if (batch === undefined) return progress;
      return { ...progress, batches: new Map(progress.batches).set(event.batch, { ...batch, done: event.done }) };
    }
    case 'batch-end':
    case 'batch-leave':
      return { ...progress, batches: without(progress.batches, event.batch) };
    case 'run-end':
      return { ...progress, stage: event.status, active: new Map() };
  }
}

/** How many scenes are in each state. */
export function countStates(progress: Progress): Readonly<Record<SceneProgress['state'], number>> {
  const counts = { waiting: 0, writing: 0, written: 0, fresh: 0, kept: 0, failed: 0, left: 0 };
  for (const scene of progress.scenes.values()) counts[scene.state] += 1;
  return counts;
}

function afterStep(progress: Progress, event: Extract<RunEvent, { type: 'step-end' }>): Progress {
  const active = without(progress.active, event.slot);
  if (event.source !== 'asked') {
    return { ...progress, active, journal: progress.journal + (event.source === 'journal' ? 1 : 0) };
  }
  const tokens = event.usage.inputTokens + event.usage.outputTokens;
  return {
    ...progress,
    active,
    asked: progress.asked + 1,
    tokens: progress.tokens + tokens,
    cost: addCost(progress.cost, event.cost),
    scenes: withScene(progress, event.scene, (old) => ({
      ...old,
      tokens: old.tokens + tokens,
      cost: addCost(old.cost, event.cost),
    })),
  };
}

function withScene(
  { scenes }: Progress,
  id: string | undefined,
  change: (old: SceneProgress) => SceneProgress,
): Progress['scenes'] {
  const old = id === undefined ? undefined : scenes.get(id);
  return old === undefined ? scenes : new Map(scenes).set(old.id, change(old));
}

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

function addCost(sum: number | null, cost: number | null): number | null {
  return sum === null || cost === null ? null : sum + cost;
}
