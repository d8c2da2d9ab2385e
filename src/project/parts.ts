import { openBranches, type ProjectBranches } from './branches/desk.ts';
import { openBuilding, type ProjectBuilding } from './building.ts';
import { openContinuity, type ProjectContinuity } from './continuity/desk.ts';
import { openCoverage, type ProjectCoverage } from './coverage.ts';
import { openHistory, type ProjectHistory } from './history/history-desk.ts';
import { openMarkup, type ProjectMarkup } from './markup/desk.ts';
import { openNotes, type ProjectNotes } from './notes/open-notes.ts';
import { openOutline, type ProjectOutline } from './outline/open-outline.ts';
import { openPlanning, type ProjectPlanning } from './planning.ts';
import { openProduction, type ProjectProduction } from './production/desk.ts';
import { openProvenance, type ProjectProvenance } from './provenance/desk.ts';
import { openReview } from './review/desk.ts';
import type { ProjectReview } from './review/script-review.ts';
import { openRewriting } from './rewrite/desk.ts';
import type { ProjectRewriting } from './rewrite/rewriting.ts';
import { openSync, type ProjectSync } from './sync/desk.ts';
import { openTakes } from './takes/desk.ts';
import type { ProjectTakes } from './takes/script-takes.ts';
import type { Wiring } from './wiring.ts';

export type { SceneFate, SyncedScene } from '../markup/index.ts';
export type {
  Branch,
  BranchDiff,
  BranchMerge,
  MergeOptions,
  ProjectBranches,
  RecordDiff,
  ScriptBranches,
} from './branches/desk.ts';
export type { ProjectBuilding } from './building.ts';
export type { Continuity, LintOptions, ProjectContinuity } from './continuity/desk.ts';
export type { LintFinding, LintReport, LintRule } from './continuity/lint.ts';
export type { CoverageOptions, CoveragePlan, CoverageReport, ProjectCoverage } from './coverage.ts';
export type { LoggedChange, ProjectHistory } from './history/history-desk.ts';
export type { Undone } from './history/undo.ts';
export type { Proposed } from './impact/proposed.ts';
export type { ProjectMarkup } from './markup/desk.ts';
export type { MarkOptions } from './markup/options.ts';
export type { Marks, SceneLines, ScriptMarkup } from './markup/script-markup.ts';
export type { ProjectNotes } from './notes/open-notes.ts';
export type * from './notes/script-notes.ts';
export type { ProjectOutline } from './outline/open-outline.ts';
export type * from './outline/script-outline.ts';
export type {
  DraftOptions,
  LockDraftOptions,
  ProductionPages,
  ProductionState,
  ProjectProduction,
  ScriptProduction,
} from './production/desk.ts';
export type { ProjectProvenance, SceneBlame } from './provenance/desk.ts';
export type { DisclosedModel, DisclosedPerson, Disclosure } from './provenance/disclosure.ts';
export type { Provenance } from './provenance/provenance.ts';
export type * from './review/script-review.ts';
export type * from './rewrite/rewriting.ts';
export type { ProjectSync } from './sync/desk.ts';
export type { Implied, SyncOptions, SyncReport } from './sync/report.ts';
export type { WatchEvent, WatchOptions } from './sync/watch.ts';
export type * from './takes/script-takes.ts';

/** What a project can do with its scripts, part by part. Another part is one line here and one below. */
export interface ProjectParts
  extends ProjectBuilding,
    ProjectPlanning,
    ProjectHistory,
    ProjectOutline,
    ProjectReview,
    ProjectTakes,
    ProjectBranches,
    ProjectProvenance,
    ProjectProduction,
    ProjectContinuity,
    ProjectNotes,
    ProjectRewriting,
    ProjectSync,
    ProjectMarkup,
    ProjectNotes,
    ProjectRewriting,
    ProjectCoverage {}

/** Open all parts of a project. */
export function openParts(wiring: Wiring): ProjectParts {
  return {
    ...openBuilding(wiring),
    ...openPlanning(wiring),
    ...openHistory(wiring),
    ...openOutline(wiring),
    ...openReview(wiring),
    ...openTakes(wiring),
    ...openProduction(wiring),
    ...openBranches(wiring),
    ...openProvenance(wiring),
    ...openCoverage(wiring),
    ...openContinuity(wiring),
    ...openNotes(wiring),
    ...openRewriting(wiring),
    ...openSync(wiring),
    ...openMarkup(wiring),
    ...openNotes(wiring),
    ...openRewriting(wiring),
  };
}
