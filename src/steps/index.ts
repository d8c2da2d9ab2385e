/**
 * The one place that decides whether to ask a model: keys, the journal, single flight, plan and why. Knows no story.
 *
 * @module
 */
export type { ModelFacts, ModelMemory } from '../llm/index.ts';
export type { BatchEvent } from './batch-event.ts';
export { type BatchLane, type BatchLaneOptions, createBatchLane } from './batch-lane.ts';
export { takeInBatches } from './batch-look.ts';
export type { BatchedQuestion, BatchRecord, BatchStore } from './batch-store.ts';
export { type Budget, type BudgetOptions, createBudget } from './budget.ts';
export type { Call, CallPlace, Saving, SavingKind } from './call.ts';
export { askTokens, createEstimator, type Estimator, likelyMost } from './estimate.ts';
export type { Claim, Journal, JournalRow, SlotRecord } from './journal.ts';
export type { ExportFilter, GcOptions, GcReport, JournalCare, JournalFault, JournalSizes } from './journal-care.ts';
export { canonicalRequest, type StepKey, stepKey } from './key.ts';
export {
  type CallFilter,
  type CallLog,
  type CallSum,
  type Caps,
  GROUPS,
  type Group,
  type Ledger,
  type Reservation,
  type Verdict,
} from './ledger.ts';
export { type MemoryOptions, withMemory } from './memory.ts';
export { type Change, changesBetween, PlanMiss, type PlannedStep } from './plan.ts';
export { prefixShare } from './prefix-share.ts';
export {
  aborted,
  DIALOGUES,
  type Dialogue,
  ORDERS,
  type Order,
  type RoleModel,
  type Run,
  type RunEvent,
  type ScenePlace,
  type StepPlace,
} from './run.ts';
export type { Artifact, Busy, ExportRecord, RunRecord, RunStore } from './run-store.ts';
export { type StepAsk, step, TAKE } from './step.ts';
