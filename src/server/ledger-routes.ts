import type { Hono } from 'hono';
import { z } from 'zod';
import { GROUPS, type Project } from '../project.ts';
import { readQuery } from './query.ts';
import { present } from './why.ts';

const chosen = {
  run: z.string(),
  script: z.string(),
  scene: z.string(),
  task: z.string(),
  role: z.string(),
  model: z.string(),
  outcome: z.enum(['answered', 'failed']),
  from: z.string(),
  until: z.string(),
  text: z.string(),
};
const Sums = z.object({ ...chosen, by: z.enum(GROUPS) }).partial();
const Calls = z.object({ ...chosen, most: z.coerce.number().int().min(1).max(1000) }).partial();

/** What was paid over HTTP: sums, calls, and one call with what was asked and what came. */
export function addLedger(app: Hono, project: Project): void {
  app.get('/api/stats', async (c) => c.json(await project.stats(present(readQuery(c, Sums)))));
  app.get('/api/calls', async (c) => c.json(await project.logs(present(readQuery(c, Calls)))));
  app.get('/api/calls/:call', async (c) => c.json(await project.log(c.req.param('call'))));
}
