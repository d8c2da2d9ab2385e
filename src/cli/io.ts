import type {
  Check,
  ModelsDesk,
  Project,
  ProjectDatabase,
  ProjectOptions,
  ProjectPrompts,
  ProjectStructures,
} from '../project.ts';

/** The part of a project that the command line uses. */
export type CliProject = Pick<
  Project,
  | 'model'
  | 'notes'
  | 'listScripts'
  | 'getScript'
  | 'getScreenplay'
  | 'write'
  | 'continue'
  | 'build'
  | 'plan'
  | 'impact'
  | 'why'
  | 'render'
  | 'listChanges'
  | 'undo'
  | 'status'
  | 'checkOutline'
  | 'outline'
  | 'branches'
  | 'blame'
  | 'provenance'
  | 'disclosure'
  | 'lint'
  | 'suppress'
  | 'bible'
  | 'review'
  | 'takes'
  | 'markup'
  | 'critique'
  | 'rewrite'
  | 'sceneNotes'
  | 'production'
  | 'stats'
  | 'logs'
  | 'log'
  | 'cache'
  | 'createScript'
  | 'extractBible'
  | 'cover'
  | 'planCoverage'
  | 'sync'
  | 'watch'
  | 'close'
>;

/** A stream of the outside world that is written to. */
export interface Output {
  /** Bytes go out as they are. */
  write(data: string | Uint8Array): unknown;
  readonly isTTY?: boolean | undefined;
  /** The terminal's size in cells; absent when it is not a terminal. */
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}

/** The signals that ask a run to end. */
export type StopSignal = 'SIGINT' | 'SIGTERM';

/** Everything the command line touches outside of itself; tests put their own in its place. */
export interface Io {
  readonly stdin: AsyncIterable<unknown> & { readonly isTTY?: boolean | undefined };
  /** Data. */
  readonly stdout: Output;
  /** Progress and errors. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What relative paths are relative to. */
  readonly cwd: string;
  readonly signals: {
    on(signal: StopSignal, listener: () => void): unknown;
    off(signal: StopSignal, listener: () => void): unknown;
  };
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  /** Open a file in the editor of this command line (as in EDITOR) and wait until it is closed; its exit code. */
  readonly edit: (command: string, file: string) => Promise<number>;
  /** One key from the terminal, without Enter; empty when there is none to come. */
  readonly key: () => Promise<string>;
  readonly openProject: (options: ProjectOptions) => Promise<CliProject>;
  /** The database of a project, for looking after it. */
  readonly openDatabase: (options: Pick<ProjectOptions, 'dir' | 'env'>) => Promise<ProjectDatabase>;
  /** The prompts of a project, for looking at them. */
  readonly openPrompts: (options: Pick<ProjectOptions, 'dir'>) => Promise<ProjectPrompts>;
  /** The structures of a project, for looking at them. */
  readonly openStructures: (options: Pick<ProjectOptions, 'dir'>) => Promise<ProjectStructures>;
  /** The models of a project, without opening it. */
  readonly openModels: (options: Pick<ProjectOptions, 'dir' | 'env'>) => Promise<ModelsDesk>;
  /** Whether everything is there that a project needs. */
  readonly diagnose: (options: Pick<ProjectOptions, 'dir' | 'env'>) => Promise<readonly Check[]>;
  /** Serve a project over HTTP; closing the server closes the project. */
  readonly serve: (options: ProjectOptions, port: number) => Promise<{ readonly url: string; close(): Promise<void> }>;
  /** Serve a project over MCP until standard input ends. */
  readonly serveMcp: (options: ProjectOptions, version: string) => Promise<void>;
}
