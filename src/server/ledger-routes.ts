import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { ScriptGenError } from '../core/index.ts';
import { GROUPS, type Project } from '../project.ts';

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

/** @throws ScriptGenError `input/invalid` for what its schema does not allow. */
function readQuery<T>(c: Context, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(c.req.query());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ScriptGenError({
    code: 'input/invalid',
    message: `The query is not what was expected: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`,
  });
}

/** A value without the fields that are not there. */
function present<T extends object>(value: T): { [Field in keyof T]: Exclude<T[Field], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [Field in keyof T]: Exclude<T[Field], undefined>;
  };
}
