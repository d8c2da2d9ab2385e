import type { Project, ProjectOptions } from '../project.ts';
import type { Io, Output } from './io.ts';

/** The process's own streams, signals and clock. The project is loaded only when a command needs one. */
export function systemIo(): Io {
  return {
    stdin: process.stdin,
    stdout: quietWhenClosed(process.stdout),
    stderr: quietWhenClosed(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    signals: process,
    now: () => performance.now(),
    edit,
    openProject,
    openDatabase: async (options) => (await import('../project.ts')).openDatabase(options),
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

async function openProject(options: ProjectOptions): Promise<Project> {
  return (await import('../project.ts')).openProject(options);
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
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
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
