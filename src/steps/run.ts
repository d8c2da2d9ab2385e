import type { Limit, ScriptGenError } from '../core/index.ts';
import type { LlmClient, Usage } from '../llm/index.ts';
import type { Prompts, Role } from '../prompts/index.ts';
import type { Journal, SlotRecord } from './journal.ts';
import type { PlannedStep } from './plan.ts';

/** The model a role asks, with its settings. Both are part of every key. */
export interface RoleModel {
  /** `provider/model`, resolved. */
  readonly model: string;
  readonly params: { readonly temperature?: number; readonly maxOutputTokens?: number };
}

/** What a run tells while it goes. Names are noun-verb; every event says which scene it is about, if any. */
export type RunEvent =
  | { readonly type: 'run-start'; readonly run: string; readonly script: string; readonly model: string }
  | {
      readonly type: 'stage-start';
      readonly stage: 'bible' | 'outline' | 'scenes' | 'assemble';
      readonly scenes?: number;
    }
  | { readonly type: 'step-start'; readonly slot: string; readonly task: string; readonly scene?: string }
  | {
      readonly type: 'step-end';
      readonly slot: string;
      readonly task: string;
      readonly scene?: string;
      /** `asked`: a model was asked and paid. `journal`: answered from the journal. `shared`: someone else's ask was joined. */
      readonly source: 'asked' | 'journal' | 'shared';
      readonly usage: Usage;
      /** US dollars spent now: 0 when nothing was asked, `null` when the price is not known. */
      readonly cost: number | null;
    }
  | {
      readonly type: 'step-error';
      readonly slot: string;
      readonly task: string;
      readonly scene?: string;
      readonly error: ScriptGenError;
    }
  | {
      readonly type: 'scene-end';
      readonly scene: string;
      readonly number: number;
      readonly state: 'written' | 'fresh' | 'failed';
    }
  | { readonly type: 'run-end'; readonly run: string; readonly status: 'done' | 'incomplete' | 'failed' | 'aborted' };

/**
 * The abilities one going-through has. It carries no story: story values travel as arguments.
 */
export interface Run {
  readonly id: string;
  readonly script: string;
  /** `build` asks what is missing; `plan` never asks: a miss is recorded and its branch stops. */
  readonly mode: 'build' | 'plan';
  readonly models: (role: Role) => RoleModel;
  readonly client: LlmClient;
  readonly prompts: Prompts;
  readonly journal: Journal;
  /** Model calls at a time. */
  readonly limit: Limit;
  /** Aborted when the run is to stop: nothing new is asked, what is in flight is still waited for and kept. */
  readonly stop: AbortSignal;
  /** Aborted when calls in flight are to be dropped too. */
  readonly kill: AbortSignal;
  readonly emit: (event: RunEvent) => void;
  /** What each slot read when it was last satisfied. */
  readonly slots: ReadonlyMap<string, SlotRecord>;
  /** Slots satisfied in this run, to be kept. */
  readonly satisfied: Map<string, SlotRecord>;
  /** Misses met in plan mode. */
  readonly planned: PlannedStep[];
}
