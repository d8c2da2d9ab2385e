import type { Hono } from 'hono';
import { z } from 'zod';
import type { Project } from '../project.ts';
import { readBody } from './body.ts';
import { stream } from './stream.ts';

const Cover = z.object({
  setting: z.boolean().default(false),
  analyst: z.string().min(1).max(200).optional(),
  maxCost: z.number().positive().optional(),
  batch: z.boolean().default(false),
});

/** Readers' reports over HTTP: what one would cost, and one as events of which the last is the report. */
export function addCoverage(app: Hono, project: Project): void {
  const at = '/api/scripts/:script/coverage';
  app.get(`${at}/plan`, async (c) => {
    const setting = c.req.query('setting') === 'true';
    return c.json(await project.planCoverage({ script: c.req.param('script'), setting }));
  });
  app.post(at, async (c) => {
    const script = c.req.param('script');
    await project.getScript(script);
    const asked = c.req.header('content-length') ? await readBody(c, Cover) : Cover.parse({});
    const { analyst, maxCost, ...how } = asked;
    const given = { ...(analyst === undefined ? {} : { analyst }), ...(maxCost === undefined ? {} : { maxCost }) };
    return stream(c, (onEvent, stop) => project.cover({ script, ...how, ...given, onEvent, stop }));
  });
}
