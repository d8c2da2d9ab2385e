import { fstatSync, statSync, writeSync } from 'node:fs';
import type { Project, ProjectOptions } from '../project.ts';
import type { Io, Output } from './io.ts';

/**
 * The process's own streams, signals and clock. The project is loaded only when a command needs one, and a stream made
 * only when it is used: Node takes 3 ms to make its first.
 */
export function systemIo(): Io {
  return {
    get stdin() {
      return process.stdin;
    },
    stdout: outputTo(1, () => process.stdout),
    stderr: outputTo(2, () => process.stderr),
    env: process.env,
    cwd: process.cwd(),
    signals: process,
    now: () => performance.now(),
    edit,
    key: keyReader(() => process.stdin),
    openProject,
    openDatabase: async (options) => (await import('../project.ts')).openDatabase(options),
    openPrompts: async (options) => (await import('../project.ts')).openPrompts(options),
    openStructures: async (options) => (await import('../project.ts')).openStructures(options),
    openModels: async (options) => (await import('../project.ts')).openModels(options),
    diagnose: async (options) => (await import('../project.ts')).diagnose(options),
    serve: async (options, port) => {
      const project = await openProject(options);
      const { serveProject } = await import('../server/index.ts');
      const server = await serveProject(project, port).catch(async (error: unknown) => {
        await project.close();
        throw error;
      });
      return { url: server.url, close: () => server.close().then(project.close) };
    },
    serveMcp: async (options, version) => {
      const project = await openProject(options);
      const { serveMcp } = await import('../mcp/index.ts');
      const ended = new Promise<void>((done) => process.stdin.once('end', done).once('close', done));
      serveMcp(project, version);
      await ended;
      await project.close();
    },
  };
}

/** The editor gets the terminal. Its command may have arguments: `code --wait`. */
async function edit(command: string, file: string): Promise<number> {
  const { spawn } = await import('node:child_process');
  const quoted = process.platform === 'win32' ? `"${file}"` : `'${file.replaceAll("'", "'\\''")}'`;
  return new Promise((done, fail) => {
    const child = spawn(`${command} ${quoted}`, { shell: true, stdio: 'inherit' });
    child.once('error', fail);
    child.once('close', (code) => done(code ?? 1));
  });
}

/** Reads keys one by one. The terminal is as it was between two of them, so that an editor can have it. */
export function keyReader(open: () => NodeJS.ReadStream): () => Promise<string> {
  const waiting: string[] = [];
  return async () => {
    const next = waiting.shift();
    if (next !== undefined) return next;
    const stdin = open();
    const pressed = await new Promise<string>((done) => {
      const end = (): void => done('');
      stdin.setRawMode?.(true);
      stdin.once('end', end);
      stdin.once('data', (bytes) => {
        stdin.off('end', end);
        done(String(bytes));
      });
      stdin.resume();
    });
    stdin.setRawMode?.(false);
    stdin.pause();
    // An arrow or a function key comes as one sequence, fast typing as several keys.
    const [first = '', ...rest] = pressed.startsWith('\u001b') ? [pressed] : [...pressed];
    waiting.push(...rest);
    return first;
  };
}

async function openProject(options: ProjectOptions): Promise<Project> {
  return (await import('../project.ts')).openProject(options);
}

/**
 * The output to a descriptor. Data for a file or a pipe goes straight there, as Node's own stream sends it too; that
 * stream is made for a terminal, which has a size, and for a pipe that does not take everything at once.
 */
function outputTo(descriptor: number, open: () => ClosableStream): Output {
  let output: Output | undefined;
  const stream = (): Output => quietWhenClosed(open());
  const opened = (): Output => {
    output ??= isPlain(descriptor) ? writeStraight((bytes) => writeSync(descriptor, bytes), stream) : stream();
    return output;
  };
  return {
    write: (data) => opened().write(data),
    get isTTY() {
      return opened().isTTY;
    },
    get columns() {
      return opened().columns;
    },
    get rows() {
      return opened().rows;
    },
  };
}

/** Whether a descriptor is surely no terminal, and takes what is written to it at once. */
function isPlain(descriptor: number): boolean {
  if (process.platform === 'win32') return false;
  const about = fstatSync(descriptor);
  return !about.isCharacterDevice() || about.rdev === statSync('/dev/null').rdev;
}

/**
 * Write to a file or a pipe without a stream; `write` says how many bytes were taken. What a pipe of another process does not take now (`EAGAIN`) is left to
 * the stream that `open` gives, and all that follows with it; when its reader has gone away, nothing more is written.
 */
export function writeStraight(write: (bytes: Uint8Array) => number, open: () => Output): Output {
  let stream: Output | undefined;
  let closed = false;
  return {
    write: (data) => {
      if (closed) return;
      let rest = typeof data === 'string' ? Buffer.from(data) : data;
      try {
        while (rest.length > 0 && stream === undefined) rest = rest.subarray(write(rest));
      } catch (error) {
        if (isGone(error)) {
          closed = true;
          return;
        }
        if (codeOf(error) !== 'EAGAIN') throw error;
        stream = open();
      }
      if (rest.length > 0) stream?.write(rest);
    },
  };
}

/** A stream that tells when writing to it fails, as those of a process do. */
export interface ClosableStream extends Output {
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/**
 * A stream that says nothing when its reader has gone away, as in `scriptgen plan | head -1`.
 * A run goes on: its calls are paid for, and its files are still wanted.
 */
export function quietWhenClosed(stream: ClosableStream): Output {
  let closed = false;
  stream.on('error', (error) => {
    if (!isGone(error)) throw error;
    closed = true;
  });
  return {
    write: (data) => closed || stream.write(data),
    get isTTY() {
      return stream.isTTY;
    },
    get columns() {
      return stream.columns;
    },
    get rows() {
      return stream.rows;
    },
  };
}

/** Whether writing failed because nobody reads any more. */
function isGone(error: unknown): boolean {
  return ['EPIPE', 'EIO'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
