/**
 * The one place that decides whether to ask a model: keys, the journal, single flight, plan and why. Knows no story.
 *
 * @module
 */
export type { Claim, Journal, JournalRow, SlotRecord } from './journal.ts';
export { type Change, changesBetween, type PlannedStep } from './plan.ts';
export type { RoleModel, Run, RunEvent } from './run.ts';
export type { Artifact, ExportRecord, RunRecord, RunStore } from './run-store.ts';
export { type StepAsk, step } from './step.ts';
