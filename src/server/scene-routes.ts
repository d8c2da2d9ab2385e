import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { ScriptGenError } from '../core/index.ts';
import type { Project, ScriptMarkup, ScriptTakes } from '../project.ts';
import { readAnyBody, readBody } from './body.ts';
import { stream } from './stream.ts';
import { given, present, WHY } from './why.ts';

const Why = z.object(WHY);
const What = z.object({ what: z.string(), ...WHY });
const Takes = z
  .object({ count: z.number().int().min(1), instruction: z.string(), maxCost: z.number().positive() })
  .partial();
const Rewrite = z
  .object({
    scenes: z.array(z.string()),
    lenses: z.array(z.string()),
    maxCost: z.number().positive(),
    batch: z.boolean(),
  })
  .partial();

const SCRIPT = '/api/scripts/:script';
const SCENE = `${SCRIPT}/scenes/:scene`;

/** What people decide about scenes over HTTP: locks, approvals, takes; whose words they are; and having them read and rewritten. */
export function addScenes(app: Hono, project: Project): void {
  addMarks(app, project);
  addTakes(app, project);
  app.get(`${SCENE}/blame`, async (c) => c.json(await project.blame(c.req.param('scene'), c.req.param('script'))));
  app.get(`${SCRIPT}/provenance`, async (c) => c.json(await project.provenance(c.req.param('script'))));
  app.get(`${SCRIPT}/disclosure`, async (c) => c.json(await project.disclosure(c.req.param('script'))));
  app.get(`${SCRIPT}/scene-notes`, async (c) => {
    const all = c.req.query('all') === 'true';
    return c.json(await (await project.sceneNotes(c.req.param('script'))).list({ all }));
  });
  app.post(`${SCRIPT}/critique`, async (c) => {
    const script = c.req.param('script');
    await project.getScript(script);
    const how = present(await readAnyBody(c, Rewrite));
    return stream(c, (onEvent, stop) => project.critique({ script, ...how, onEvent, stop }));
  });
  app.post(`${SCRIPT}/rewrite`, async (c) => {
    const script = c.req.param('script');
    await project.getScript(script);
    const how = present(await readAnyBody(c, Rewrite.extend({ instruction: z.string().optional() })));
    return stream(c, (onEvent, stop) => project.rewrite({ script, ...how, onEvent, stop }));
  });
}

function addMarks(app: Hono, project: Project): void {
  const markupOf = (c: Context): Promise<ScriptMarkup> => project.markup(c.req.param('script'));
  app.get(`${SCRIPT}/marks`, async (c) => c.json(await (await markupOf(c)).marks()));
  app.get(`${SCENE}/lines`, async (c) => c.json(await (await markupOf(c)).lines(c.req.param('scene'))));
  app.post(`${SCRIPT}/locks`, async (c) => {
    const { what, ...why } = await readBody(c, What);
    return c.json(await (await markupOf(c)).lock(what, given(why)), 201);
  });
  app.delete(`${SCRIPT}/locks/:lock`, async (c) => c.json(await (await markupOf(c)).unlock(c.req.param('lock'))));
  app.put(`${SCENE}/pin`, async (c) =>
    c.json(await (await markupOf(c)).pin(c.req.param('scene'), given(await readAnyBody(c, Why)))),
  );
  app.delete(`${SCENE}/pin`, async (c) => {
    await (await markupOf(c)).unpin(c.req.param('scene'));
    return c.body(null, 204);
  });
  app.put(`${SCENE}/fine`, async (c) =>
    c.json(await (await markupOf(c)).markFine(c.req.param('scene'), given(await readAnyBody(c, Why)))),
  );
  app.delete(`${SCENE}/fine`, async (c) => {
    await (await markupOf(c)).unmarkFine(c.req.param('scene'));
    return c.body(null, 204);
  });
}

function addTakes(app: Hono, project: Project): void {
  const takesOf = (c: Context): Promise<ScriptTakes> => project.takes(c.req.param('script'));
  app.get(`${SCENE}/takes`, async (c) => c.json(await (await takesOf(c)).list(c.req.param('scene'))));
  app.post(`${SCENE}/takes`, async (c) => {
    const [takes, scene] = [await takesOf(c), c.req.param('scene')];
    const how = present(await readAnyBody(c, Takes));
    return stream(c, (onEvent, stop) => takes.write(scene, { ...how, onEvent, stop }));
  });
  app.get(`${SCENE}/takes/:take`, async (c) =>
    c.json(await (await takesOf(c)).show(c.req.param('scene'), numberOf(c.req.param('take')))),
  );
  app.put(`${SCENE}/takes/:take`, async (c) => {
    const why = given(await readAnyBody(c, Why));
    return c.json(await (await takesOf(c)).use(c.req.param('scene'), numberOf(c.req.param('take')), why));
  });
  app.post(`${SCENE}/takes/:take/propose`, async (c) => {
    const why = given(await readAnyBody(c, Why));
    const id = await (await takesOf(c)).propose(c.req.param('scene'), numberOf(c.req.param('take')), why);
    return c.json({ proposal: id }, 201);
  });
}

function numberOf(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new ScriptGenError({ code: 'input/invalid', message: `${JSON.stringify(text)} is no number of a take.` });
}
