import type { Json } from '../core/index.ts';

/** A value a run made and keeps under a name: a scene's draft under the scene's id. */
export interface Artifact {
  readonly name: string;
  readonly value: Json;
  /** The words by which it is found, under its name as a scene's id; it is not found unless given. */
  readonly text?: string;
}

/** A run as it is kept. */
export interface RunRecord {
  readonly id: string;
  readonly script: string;
  readonly status: 'running' | 'done' | 'incomplete' | 'failed' | 'aborted';
  /** ISO 8601, UTC. */
  readonly started: string;
  readonly ended?: string;
}

/** Who works on a script, as the `details` of `run/busy` say it. */
export interface Busy {
  readonly pid: number;
  /** The machine that the process is on. */
  readonly host: string;
  /** ISO 8601, UTC. */
  readonly since: string;
}

/** What a file looked like when ScriptGen last wrote it. */
export interface ExportRecord {
  /** SHA-256 of the file's bytes. */
  readonly fileHash: string;
  /** SHA-256 of what it was made from. */
  readonly sourceHash: string;
}

/** Where runs, their artifacts and their exports are kept. */
export interface RunStore {
  /**
   * Begin the one run that a script may have at a time.
   * A run whose process is dead (or has not been heard of for 15 s) is marked failed and taken over.
   * @throws ScriptGenError `run/busy`, naming pid and start time (its `details` are a {@link Busy}), while it is run.
   */
  beginRun(scriptId: string, runId: string): Promise<void>;
  endRun(runId: string, status: Exclude<RunRecord['status'], 'running'>): Promise<void>;
  /** The latest run of a script. */
  lastRun(scriptId: string): Promise<RunRecord | undefined>;
  /** The artifacts of these names (all of a script unless given), by name. */
  loadArtifacts(scriptId: string, names?: readonly string[]): Promise<ReadonlyMap<string, Json>>;
  /** Write artifacts, replacing those of the same name, in one transaction. */
  saveArtifacts(scriptId: string, artifacts: readonly Artifact[]): Promise<void>;
  /** What was last written to this absolute path. */
  lastExport(path: string): Promise<ExportRecord | undefined>;
  saveExport(path: string, record: ExportRecord): Promise<void>;
}
