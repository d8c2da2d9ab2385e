import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { ScriptGenError } from '../core/index.ts';
import { OVERSEERS, type Project, type ScriptBible } from '../project.ts';
import { readBody } from './body.ts';
import { given } from './why.ts';

const Field = z.object({
  field: z.string(),
  value: z.string(),
  reason: z.string().optional(),
  author: z.string().optional(),
});
const Restore = z.object({ version: z.number().int().min(1).optional(), author: z.string().optional() });
const NewEntry = z.object({
  kind: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).optional(),
  fields: z.record(z.string(), z.json()).optional(),
  reason: z.string().optional(),
  author: z.string().optional(),
});

const SCRIPT = '/api/scripts/:script';
const ENTRY = `${SCRIPT}/entries/:entry`;

/** The bible of a script over HTTP. */
export function addBible(app: Hono, project: Project): void {
  const bibleOf = (c: Context): Promise<ScriptBible> => project.bible(c.req.param('script'));
  const entryOf = (c: Context): string => c.req.param('entry') ?? '';

  app.get(`${SCRIPT}/entries`, async (c) => c.json(await (await bibleOf(c)).list()));
  app.post(`${SCRIPT}/entries`, async (c) => {
    const { kind, name, aliases = [], fields = {}, ...why } = await readBody(c, NewEntry);
    return c.json(await (await bibleOf(c)).create({ kind, name, aliases, fields }, given(why)), 201);
  });
  app.get(ENTRY, async (c) => {
    const scene = c.req.query('scene');
    const bible = await bibleOf(c);
    return c.json(await (scene === undefined ? bible.get(entryOf(c)) : bible.getAt(entryOf(c), scene)));
  });
  app.patch(ENTRY, async (c) => {
    const { field, value, ...why } = await readBody(c, Field);
    return c.json(await (await bibleOf(c)).setField(entryOf(c), field, value, given(why)));
  });
  app.delete(ENTRY, async (c) => c.json(await (await bibleOf(c)).remove(entryOf(c))));
  app.get(`${ENTRY}/versions`, async (c) => c.json(await (await bibleOf(c)).listVersions(entryOf(c))));
  app.post(`${ENTRY}/restore`, async (c) => {
    const { version, ...why } = await readBody(c, Restore);
    return c.json(await (await bibleOf(c)).restore(entryOf(c), version, given(why)));
  });
  app.get(`${SCRIPT}/search`, async (c) => c.json(await (await bibleOf(c)).search(c.req.query('q') ?? '')));
  app.get(`${SCRIPT}/notes`, async (c) => c.json(await (await bibleOf(c)).validate()));
  app.get(`${SCRIPT}/scenes/:scene/context`, async (c) => {
    const viewer = c.req.query('for');
    if (viewer === undefined)
      throw new ScriptGenError({
        code: 'input/invalid',
        message: 'The request does not say whose context it wants.',
        hint: `Add ?for= with the name of a character, or ${OVERSEERS.join(', ')}.`,
      });
    const named = OVERSEERS.find((role) => role === viewer) ?? { character: viewer };
    return c.json(await (await bibleOf(c)).context(c.req.param('scene'), named));
  });
}
