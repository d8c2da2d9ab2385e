import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The command from its sources, a file for a module. */
export const SOURCES = resolve(import.meta.dirname, '../../src/cli/bin.ts');

/** The command as it is shipped, bundled before the tests; from its sources where they are run without that. */
const COMMAND = process.env['SCRIPTGEN_TEST_COMMAND'] ?? SOURCES;

/** The machine's own model servers, models.json and models do not count. */
const ALONE = {
  SCRIPTGEN_DETECT: '0',
  XDG_CACHE_HOME: join(tmpdir(), 'cache'),
  XDG_CONFIG_HOME: '/nonexistent',
  XDG_DATA_HOME: '/nonexistent',
};

/** What a finished command left behind. */
export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to run the command. */
export interface Running {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** The file that is run: the command as it is shipped unless given. */
  readonly command?: string;
  /** Called with the child, to kill it. */
  readonly onStart?: (child: ReturnType<typeof spawn>) => void;
}

/** Run the command line as a user does, in its own process, with no key in its environment but those given. */
export function scriptgen(
  args: readonly string[],
  { cwd, env = {}, stdin, command = COMMAND, onStart }: Running,
): Promise<Finished> {
  const { PATH = '', HOME = '' } = process.env;
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd,
      env: { PATH, HOME, ...ALONE, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', fail);
    child.on('close', (code, signal) => done({ code, signal, stdout, stderr }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin ?? '');
    onStart?.(child);
  });
}

/** A new empty folder, and how to be rid of it. */
export function scratch(): { readonly dir: string; readonly remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'scriptgen-test-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
