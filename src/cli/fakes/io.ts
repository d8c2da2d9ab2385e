import { EventEmitter } from 'node:events';
import type { Check, ModelsDesk, ProjectOptions, ProjectStructures } from '../../project.ts';
import type { CliProject, Io } from '../io.ts';
import { main } from '../main.ts';
import { fakeProject, TURN } from './project.ts';

/** What a test puts in place of the outside world. */
export interface FakeWorld {
  readonly project?: CliProject;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: readonly (string | Uint8Array)[];
  /** What is typed at a terminal, key by key. */
  readonly keys?: readonly string[];
  /** What an editor does with a file. */
  readonly edit?: (command: string, file: string) => Promise<number>;
  /** Make both outputs terminals of this size. */
  readonly terminal?: { readonly columns: number; readonly rows: number };
  /** What `models` and `doctor` look at. */
  readonly models?: ModelsDesk;
  readonly checks?: readonly Check[];
  /** What `structures` looks at. */
  readonly structures?: ProjectStructures;
  /** Sends signals. */
  readonly signals?: EventEmitter;
}

/** What a command line came to. */
export interface Outcome {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** With what projects were opened. */
  readonly opened: readonly ProjectOptions[];
}

/** Run a command line in a world of fakes. */
export async function runCli(argv: readonly string[], world: FakeWorld = {}): Promise<Outcome> {
  const {
    project = fakeProject(),
    models,
    checks = [],
    structures = { list: () => [], get: () => TURN, warnings: [] },
    env = {},
    stdin = [],
    keys = [],
    edit = () => Promise.reject(new Error('no test here edits')),
    terminal,
    signals = new EventEmitter(),
  } = world;
  const typed = [...keys];
  let stdout = '';
  let stderr = '';
  const opened: ProjectOptions[] = [];
  const tty = terminal === undefined ? {} : { isTTY: true, ...terminal };
  const io: Io = {
    stdin: Object.assign(chunks(stdin), { isTTY: terminal !== undefined }),
    stdout: { write: (text) => (stdout += text), ...tty },
    stderr: { write: (text) => (stderr += text), ...tty },
    env,
    cwd: '/home/ann',
    signals,
    now: () => 0,
    edit,
    key: async () => typed.shift() ?? '',
    openProject: async (options) => {
      opened.push(options);
      return project;
    },
    openPrompts: () => Promise.reject(new Error('no test here opens prompts')),
    openDatabase: () => Promise.reject(new Error('no test here opens a database')),
    openStructures: async () => structures,
    openModels: () => (models ? Promise.resolve(models) : Promise.reject(new Error('no test here looks at models'))),
    diagnose: () => Promise.resolve(checks),
    serve: () => Promise.reject(new Error('no test here serves')),
    serveMcp: () => Promise.reject(new Error('no test here serves')),
  };
  const exit = await main(argv, io);
  return { exit, stdout, stderr, opened };
}

async function* chunks(texts: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* texts;
}
