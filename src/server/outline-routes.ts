import type { Hono } from 'hono';
import { z } from 'zod';
import {
  applyChange,
  OutlineChangeShape,
  outlineChangeFrom,
  type Project,
  ProposedShape,
  proposedFrom,
} from '../project.ts';
import { readBody } from './body.ts';
import { given, WHY } from './why.ts';

const Change = z.object({ change: OutlineChangeShape, ...WHY });
const Impact = z.object({ changes: z.array(ProposedShape).min(1) });
const Restore = z.object({ version: z.number().int().min(1).optional(), ...WHY });
const Undo = z.object({ change: z.string().optional(), ...WHY });

const SCRIPT = '/api/scripts/:script';

/** The outline of a script over HTTP, what a change would reach, what was changed, and taking it back. */
export function addOutline(app: Hono, project: Project): void {
  app.get(`${SCRIPT}/scenes`, async (c) => c.json(await (await project.outline(c.req.param('script'))).list()));
  app.get(`${SCRIPT}/scenes/:scene/card`, async (c) =>
    c.json(await (await project.outline(c.req.param('script'))).get(c.req.param('scene'))),
  );
  app.get(`${SCRIPT}/scenes/:scene/card/versions`, async (c) =>
    c.json(await (await project.outline(c.req.param('script'))).history(c.req.param('scene'))),
  );
  app.post(`${SCRIPT}/scenes/:scene/card/restore`, async (c) => {
    const { version, ...why } = await readBody(c, Restore);
    const outline = await project.outline(c.req.param('script'));
    return c.json(await outline.restore(c.req.param('scene'), version, given(why)));
  });
  app.post(`${SCRIPT}/outline`, async (c) => {
    const { change, ...why } = await readBody(c, Change);
    const outline = await project.outline(c.req.param('script'));
    return c.json(await applyChange(outline, outlineChangeFrom(change), given(why)));
  });
  app.post(`${SCRIPT}/impact`, async (c) => {
    const { changes } = await readBody(c, Impact);
    return c.json(await project.impact(changes.map(proposedFrom), c.req.param('script')));
  });
  app.get(`${SCRIPT}/changes`, async (c) => c.json(await project.listChanges(c.req.param('script'), { limit: 100 })));
  app.post(`${SCRIPT}/undo`, async (c) => {
    const { change, ...why } = await readBody(c, Undo);
    return c.json(await project.undo(change, given(why), c.req.param('script')));
  });
}
