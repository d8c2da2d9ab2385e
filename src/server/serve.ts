import { serve as listen } from '@hono/node-server';
import { ScriptGenError } from '../core/index.ts';
import type { Project } from '../project.ts';
import { createApp } from './app.ts';

/** A server that is listening. */
export interface Served {
  /** `http://127.0.0.1:4747` */
  readonly url: string;
  close(): Promise<void>;
}

/** Serve a project on this machine's loopback address. Port 0 takes a free one. */
export function serveProject(project: Project, port: number): Promise<Served> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: createApp(project).fetch, hostname: '127.0.0.1', port }, (info) => {
      resolve({
        url: `http://127.0.0.1:${info.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections(); // a stream would keep it open for ever
          }),
      });
    });
    server.on('error', (cause: NodeJS.ErrnoException) => {
      reject(
        new ScriptGenError({
          code: 'input/invalid',
          message: `Port ${port} cannot be listened on (${cause.code ?? cause.message}).`,
          hint: 'Name another one with --port, or 0 for any that is free.',
          cause,
        }),
      );
    });
  });
}
