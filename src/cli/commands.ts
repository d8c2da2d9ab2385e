import type { Command } from 'commander';
import type { Cli } from './cli.ts';

/** Adds a command to the program. */
export type AddCommand = (program: Command, cli: Cli) => void;

/** Every command in the order of the help, and how its code is loaded. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  write: async () => (await import('./commands/write.ts')).addWrite,
  build: async () => (await import('./commands/build.ts')).addBuild,
  sync: async () => (await import('./commands/sync.ts')).addSync,
  watch: async () => (await import('./commands/watch.ts')).addWatch,
  plan: async () => (await import('./commands/plan.ts')).addPlan,
  impact: async () => (await import('./commands/impact.ts')).addImpact,
  why: async () => (await import('./commands/why.ts')).addWhy,
  critique: async () => (await import('./commands/critique.ts')).addCritique,
  rewrite: async () => (await import('./commands/rewrite.ts')).addRewrite,
  note: async () => (await import('./commands/note.ts')).addNote,
  status: async () => (await import('./commands/status.ts')).addStatus,
  card: async () => (await import('./card/index.ts')).addCard,
  locks: async () => (await import('./commands/locks.ts')).addLocks,
  lock: async () => (await import('./commands/locks.ts')).addLock,
  unlock: async () => (await import('./commands/locks.ts')).addUnlock,
  pin: async () => (await import('./commands/locks.ts')).addPin,
  unpin: async () => (await import('./commands/locks.ts')).addUnpin,
  fine: async () => (await import('./commands/locks.ts')).addFine,
  review: async () => (await import('./review/index.ts')).addReview,
  take: async () => (await import('./take/index.ts')).addTake,
  bible: async () => (await import('./bible/index.ts')).addBible,
  branch: async () => (await import('./branch/index.ts')).addBranch,
  log: async () => (await import('./commands/history.ts')).addLog,
  undo: async () => (await import('./commands/history.ts')).addUndo,
  blame: async () => (await import('./provenance/blame.ts')).addBlame,
  provenance: async () => (await import('./provenance/provenance.ts')).addProvenance,
  disclosure: async () => (await import('./provenance/provenance.ts')).addDisclosure,
  structures: async () => (await import('./commands/structures.ts')).addStructures,
  draft: async () => (await import('./commands/draft.ts')).addDraft,
  scripts: async () => (await import('./commands/scripts.ts')).addScripts,
  convert: async () => (await import('./commands/convert.ts')).addConvert,
  check: async () => (await import('./commands/check.ts')).addCheck,
  lint: async () => (await import('./commands/lint.ts')).addLint,
  measure: async () => (await import('./commands/measure.ts')).addMeasure,
  report: async () => (await import('./commands/report.ts')).addReport,
  coverage: async () => (await import('./commands/coverage.ts')).addCoverage,
  import: async () => (await import('./commands/import.ts')).addImport,
  export: async () => (await import('./commands/export.ts')).addExport,
  stats: async () => (await import('./commands/stats.ts')).addStats,
  logs: async () => (await import('./commands/logs.ts')).addLogs,
  cache: async () => (await import('./commands/cache.ts')).addCache,
  prompts: async () => (await import('./commands/prompts.ts')).addPrompts,
  db: async () => (await import('./commands/db.ts')).addDb,
  models: async () => (await import('./models/index.ts')).addModels,
  doctor: async () => (await import('./commands/doctor.ts')).addDoctor,
  serve: async () => (await import('./commands/serve.ts')).addServe,
  mcp: async () => (await import('./commands/serve.ts')).addMcp,
};

/**
 * Load the command that a command line begins with, and no other: starting is most of what a short command takes.
 * Where it begins with anything else (a flag, a slip of the pen, nothing), all are loaded, for the help and the hint.
 */
export async function loadCommands(first: string | undefined): Promise<readonly AddCommand[]> {
  if (first === '-V' || first === '--version') return [];
  const named = first !== undefined && Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  return Promise.all((named === undefined ? Object.values(COMMANDS) : [named]).map((load) => load()));
}
