import type { Hono } from 'hono';
import { z } from 'zod';
import type { Project } from '../project.ts';
import { readAnyBody, readBody } from './body.ts';
import { readQuery } from './query.ts';
import { present } from './why.ts';

const author = z.string().optional();
const Create = z.object({ name: z.string(), from: z.string().optional(), author });
const Merge = z
  .object({ into: z.string(), take: z.array(z.string()), dryRun: z.boolean(), author: z.string() })
  .partial();
const Diff = z.object({ from: z.string(), to: z.string() }).partial();
const Remove = z.object({ force: z.stringbool() }).partial();

const BRANCHES = '/api/scripts/:script/branches';

/** What-if versions of a script over HTTP. */
export function addBranches(app: Hono, project: Project): void {
  app.get(BRANCHES, async (c) => c.json(await (await project.branches(c.req.param('script'))).list()));
  app.post(BRANCHES, async (c) => {
    const { name, ...how } = await readBody(c, Create);
    return c.json(await (await project.branches(c.req.param('script'))).create(name, present(how)), 201);
  });
  app.get(`${BRANCHES}/diff`, async (c) => {
    const { from, to } = readQuery(c, Diff);
    return c.json(await (await project.branches(c.req.param('script'))).diff(from, to));
  });
  app.post(`${BRANCHES}/:branch/merge`, async (c) => {
    const how = await readAnyBody(c, Merge);
    const branches = await project.branches(c.req.param('script'));
    return c.json(await branches.merge(c.req.param('branch'), present(how)));
  });
  app.delete(`${BRANCHES}/:branch`, async (c) => {
    const branches = await project.branches(c.req.param('script'));
    return c.json(await branches.remove(c.req.param('branch'), present(readQuery(c, Remove))));
  });
}
