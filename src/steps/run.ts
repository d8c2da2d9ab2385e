import { type ErrorCode, type Limit, ScriptGenError } from '../core/index.ts';
import type { LlmClient, Usage } from '../llm/index.ts';
import type { Prompts, Role } from '../prompts/index.ts';
import type { BatchEvent } from './batch-event.ts';
import type { BatchLane } from './batch-lane.ts';
import type { Budget } from './budget.ts';
import type { Saving } from './call.ts';
import type { Estimator } from './estimate.ts';
import type { Journal, SlotRecord } from './journal.ts';
import type { Caps, Ledger } from './ledger.ts';
import type { PlannedStep } from './plan.ts';
import type { Busy, RunStore } from './run-store.ts';

/** The model a role asks, with its settings. Both are part of every key. */
export interface RoleModel {
  /** `provider/model`, resolved. */
  readonly model: string;
  readonly params: { readonly temperature?: number; readonly maxOutputTokens?: number };
}

/** Where in the work a step stands: on the events that tell of it. */
export interface StepPlace {
  readonly slot: string;
  /** `scene.direct` */
  readonly task: string;
  /** The agent that asks: `planner`, `director`, or the name of a character. */
  readonly agent: string;
  readonly scene?: string;
}

/** A scene as events and reports name it. */
export interface ScenePlace {
  readonly id: string;
  /** Its place, from 1. */
  readonly number: number;
  /** What it goes by where numbers are locked: `10A`. */
  readonly label?: string;
  readonly heading: string;
}

/** What a run tells while it goes. Names are noun-verb; each event is one JSON line with `--json`. */
export type RunEvent =
  /** Another run works on the script, and this one begins when that has ended. */
  | ({ readonly type: 'run-wait' } & Busy)
  | { readonly type: 'run-start'; readonly run: string; readonly model: string; readonly isLanguageModel: boolean }
  | {
      readonly type: 'stage-start';
      readonly stage: 'bible' | 'outline' | 'scenes' | 'assemble';
      readonly scenes?: readonly ScenePlace[];
    }
  | ({ readonly type: 'step-start' } & StepPlace)
  | ({
      readonly type: 'step-end';
      /** `asked`: a model was asked now. `journal`: answered from the journal. `shared`: an ask already under way was joined. */
      readonly source: 'asked' | 'journal' | 'shared';
      /** Of the answer, whenever it was paid for. */
      readonly usage: Usage;
      /** US dollars spent now: 0 when nothing was asked, `null` when the price is not known. */
      readonly cost: number | null;
    } & StepPlace)
  | ({ readonly type: 'step-error'; readonly code: ErrorCode; readonly message: string } & StepPlace)
  /** A piece of an answer's raw text, as it comes. */
  | ({ readonly type: 'step-delta'; readonly text: string } & StepPlace)
  | ({
      readonly type: 'step-retry';
      readonly code: string;
      readonly attempt: number;
      readonly waitMs: number;
    } & StepPlace)
  | ({ readonly type: 'step-fallback'; readonly code: string; readonly from: string; readonly to: string } & StepPlace)
  /** Once a run for each cap, when four fifths of it are spent. US dollars. */
  | { readonly type: 'budget-warning'; readonly cap: keyof Caps; readonly limit: number; readonly spent: number }
  | BatchEvent
  | ({
      readonly type: 'scene-end';
      /** `fresh`: nothing was asked for it. `kept`: it failed now, and its last draft stands. `failed`: it failed and has no draft. `left`: it was not asked for, or is a person's text. */
      readonly state: 'written' | 'fresh' | 'kept' | 'failed' | 'left';
      readonly error?: { readonly code: ErrorCode; readonly message: string; readonly hint?: string | undefined };
    } & ScenePlace)
  | { readonly type: 'run-end'; readonly run: string; readonly status: 'done' | 'incomplete' | 'failed' | 'aborted' };

/**
 * How the people of a scene are asked for their lines: those who know the same in one request, each alone, all in one, or
 * turn by turn, each hearing what the others said.
 */
export const DIALOGUES = ['auto', 'apart', 'together', 'turns'] as const;
/** One of {@link DIALOGUES}. */
export type Dialogue = (typeof DIALOGUES)[number];

/**
 * What a scene is written after: its card alone, all side by side; the scene before it, of which its end is read; or all
 * scenes before it, of which everything is read.
 */
export const ORDERS = ['parallel', 'story', 'full'] as const;
/** One of {@link ORDERS}. */
export type Order = (typeof ORDERS)[number];

/**
 * The abilities one going-through has. It carries no story: story values travel as arguments.
 */
export interface Run {
  readonly id: string;
  readonly script: string;
  /** `build` asks what is missing; `plan` never asks: a miss is recorded and its branch stops. */
  readonly mode: 'build' | 'plan';
  readonly models: (role: Role) => RoleModel;
  /** The model that is asked again about an answer that does not fit; the role's own when absent. */
  readonly repair?: RoleModel | undefined;
  readonly client: LlmClient;
  readonly prompts: Prompts;
  readonly journal: Journal;
  readonly store: RunStore;
  /** Model calls at a time. */
  readonly limit: Limit;
  /** Which of the waiting calls goes first: lower is earlier. A scene's place in the script. */
  readonly priority: number;
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
  /** Which of the people in a scene are asked in one request; `auto` unless given. */
  readonly dialogue?: Dialogue | undefined;
  /** What a scene is written after; `parallel` unless given. */
  readonly order?: Order | undefined;
  /** Whether the script is gone over for what it says again and again; it is unless this is `false`. */
  readonly surface?: boolean | undefined;
  /** Where the cost of calls that failed is written; that of answers is written with them. */
  readonly ledger?: Ledger | undefined;
  /** Sets money aside before a model is asked. */
  readonly budget?: Budget | undefined;
  /** Knows what answers take, for plans. */
  readonly estimator?: Estimator | undefined;
  /** Answers later, at a discount, where the provider can. */
  readonly lane?: BatchLane | undefined;
  /** Told of what was not spent. */
  readonly save?: ((saving: Saving) => void) | undefined;
  /** Told of an error after which the run must end, though what it was doing went well. */
  readonly halt?: ((error: ScriptGenError) => void) | undefined;
}

/** The error of a run that was stopped from outside. */
export function aborted(): ScriptGenError {
  return new ScriptGenError({
    code: 'run/aborted',
    message: 'The run was stopped.',
    hint: 'Run the same command again to go on: nothing that was paid for is asked again.',
  });
}
