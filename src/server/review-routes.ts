import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { type Decision, ORIGINS, type Project, type ScriptReview } from '../project.ts';
import { readAnyBody, readBody } from './body.ts';
import { readQuery } from './query.ts';
import { given, present, WHY } from './why.ts';

const scope = { scene: z.string(), origin: z.enum(ORIGINS), proposal: z.string() };
const Scope = z.object(scope).partial();
const Apply = Scope.extend(WHY);
const Mark = z.discriminatedUnion('decision', [
  z.object({ decision: z.enum(['accept', 'reject', 'undecided']), ids: z.array(z.string()).min(1), ...WHY }),
  z.object({ decision: z.literal('edit'), text: z.string(), ids: z.array(z.string()).min(1), ...WHY }),
]);
const Sync = z.object({ dryRun: z.boolean(), force: z.boolean(), author: z.string() }).partial();

const SCRIPT = '/api/scripts/:script';

/** What is proposed for a script over HTTP, decided and applied; and its file read back. */
export function addReview(app: Hono, project: Project): void {
  const reviewOf = (c: Context): Promise<ScriptReview> => project.review(c.req.param('script'));
  app.get(`${SCRIPT}/review`, async (c) => c.json(await (await reviewOf(c)).list(present(readQuery(c, Scope)))));
  app.get(`${SCRIPT}/review/:proposal`, async (c) => c.json(await (await reviewOf(c)).show(c.req.param('proposal'))));
  app.post(`${SCRIPT}/review/marks`, async (c) => {
    const { ids, reason, author, ...decision } = await readBody(c, Mark);
    return c.json(await (await reviewOf(c)).mark(ids, decision as Decision, given({ reason, author })));
  });
  app.post(`${SCRIPT}/review/apply`, async (c) => {
    const { reason, author, ...which } = await readAnyBody(c, Apply);
    return c.json(await (await reviewOf(c)).apply(present(which), given({ reason, author })));
  });
  app.post(`${SCRIPT}/sync`, async (c) => {
    const how = await readAnyBody(c, Sync);
    return c.json(await project.sync({ script: c.req.param('script'), ...present(how) }));
  });
}
