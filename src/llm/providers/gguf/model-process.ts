import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from './child-environment.ts';
import { engineFault } from './engine-fault.ts';
import type { EngineFault, FromChild, ToChild } from './protocol.ts';

/** How a process ended. */
export interface ProcessEnd {
  /** Its exit code; `null` when a signal ended it, or it was never started. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What its last words mean. */
  readonly fault?: EngineFault;
}

/** A process that holds a model. */
export interface ModelProcess {
  /** Absent when it could not be started. */
  readonly pid: number | undefined;
  readonly tell: (message: ToChild) => void;
  /** Who hears what it tells, until the next call. */
  readonly listen: (listener: (message: FromChild) => void) => void;
  /** Keep this process going while there is something to wait for … */
  readonly hold: () => void;
  /** … and let it end when there is not. */
  readonly release: () => void;
  readonly kill: () => void;
  readonly ended: Promise<ProcessEnd>;
}

/** So much of what llama.cpp prints before it ends is looked at. */
const LAST_WORDS = 8192;

/** Start the process of a model. It gets no key, and ends when this process ends, however that happens. */
export function startProcess(entry: string = entryFile()): ModelProcess {
  const child = fork(entry, [], {
    execArgv: [],
    env: childEnvironment(process.env),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let words = '';
  let listener: (message: FromChild) => void = () => undefined;
  child.stderr?.on('data', (bytes: Buffer) => {
    words = (words + bytes.toString('latin1')).slice(-LAST_WORDS);
  });
  child.on('message', (message: FromChild) => listener(message));
  // Neither pipe may keep the parent going; the one of errors is only listened to.
  if (child.stderr !== null && 'unref' in child.stderr && typeof child.stderr.unref === 'function')
    child.stderr.unref();
  return {
    pid: child.pid,
    tell(message) {
      // What cannot be told to it is told by its end.
      child.send(message, () => undefined);
    },
    listen(next) {
      listener = next;
    },
    hold() {
      child.ref();
      child.channel?.ref();
    },
    release() {
      child.unref();
      child.channel?.unref();
    },
    kill() {
      child.kill('SIGKILL');
    },
    ended: endOf(child).then(({ code, signal }) => ({ code, signal, fault: engineFault('', words) })),
  };
}

/** Its end, after everything that it has told was heard. */
async function endOf(child: ReturnType<typeof fork>): Promise<Omit<ProcessEnd, 'fault'>> {
  const silent = new Promise<void>((resolve) => {
    child.once('disconnect', resolve);
    child.on('error', () => resolve());
  });
  const end = await new Promise<Omit<ProcessEnd, 'fault'>>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.on('error', () => resolve({ code: null, signal: null }));
  });
  if (child.connected) await silent;
  return end;
}

/** The file of the process: beside this one, as source or compiled; the command is bundled to another folder of `dist`. */
function entryFile(): string {
  const here = import.meta.dirname;
  const bundled = join(here, '..', 'llm', 'providers', 'gguf', 'child.js');
  return [join(here, 'child.ts'), join(here, 'child.js')].find((file) => existsSync(file)) ?? bundled;
}
