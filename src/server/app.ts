import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { parseSource } from '../adapt/index.ts';
import { ERRORS, isScriptGenError } from '../core/index.ts';
import type { Project, RunOptions, WriteOptions } from '../project.ts';
import { addBible } from './bible-routes.ts';
import { readAnyBody, readBody } from './body.ts';
import { addBranches } from './branch-routes.ts';
import { addCoverage } from './coverage-routes.ts';
import { addLedger } from './ledger-routes.ts';
import { onlyLocal } from './local.ts';
import { addOutline } from './outline-routes.ts';
import { addReview } from './review-routes.ts';
import { addScenes } from './scene-routes.ts';
import { stream } from './stream.ts';

const Write = z.object({
  logline: z.string().optional(),
  source: z.object({ text: z.string(), name: z.string().optional() }).optional(),
  format: z.enum(['short', 'feature', 'tv-hour', 'sitcom']).optional(),
  scenes: z.number().optional(),
  title: z.string().optional(),
  structure: z.string().optional(),
  candidates: z.number().optional(),
  maxCost: z.number().positive().optional(),
  batch: z.boolean().optional(),
  wait: z.boolean().optional(),
});
const How = z.object({
  maxCost: z.number().positive().optional(),
  batch: z.boolean().optional(),
  wait: z.boolean().optional(),
});
const Build = How.extend({ scenes: z.array(z.string()).optional(), rewrite: z.boolean().optional() });
const Continue = How.extend({
  fromScene: z.number().optional(),
  scenes: z.number().optional(),
  format: z.enum(['short', 'feature', 'tv-hour', 'sitcom']).optional(),
  title: z.string().optional(),
});
/**
 * The HTTP face of a project: JSON in, JSON out, and a stream of events for what takes time.
 *
 * Runs under any server that speaks Fetch: `app.fetch` takes a `Request`. Answers only to this machine.
 *
 * | request | gives |
 * | --- | --- |
 * | `GET /metrics` | what this process asked and spent, for Prometheus |
 * | `GET /api/scripts` | all scripts |
 * | `POST /api/scripts` | writes one, from a `logline` or a `source` (`text`, `name`), by a `structure`, from `candidates`; server-sent events, the last is `report` or `error` |
 * | `GET /api/scripts/:script/status`, `/plan`, `/scenes/:scene/why` | as the commands of the same name |
 * | `POST /api/scripts/:script/build` | builds; server-sent events as above; `maxCost` (US dollars), `batch` and `wait` in the body of all three, `scenes` (`["3-7", "12"]`) and `rewrite` in that of this one |
 * | `POST /api/scripts/:script/continue` | goes on with it in a new script: `fromScene`, `scenes`, `format`, `title`; server-sent events as above |
 * | `GET /api/scripts/:script/entries`, `/entries/:entry` (`?scene=12`), `/entries/:entry/versions` | the bible |
 * | `PATCH /api/scripts/:script/entries/:entry` | sets a field as a new version |
 * | `POST /api/scripts/:script/entries` | adds an entry |
 * | `DELETE /api/scripts/:script/entries/:entry` | takes an entry away, as a new version |
 * | `POST /api/scripts/:script/entries/:entry/restore` | goes back to a version, as a new version |
 * | `GET /api/scripts/:script/changes`, `POST …/undo` | what was changed together; takes the last `change` back, or this one |
 * | `GET /api/scripts/:script/scenes`, `/scenes/:scene/card`, `…/card/versions` | the outline: scene cards, and their history |
 * | `POST /api/scripts/:script/outline`, `…/scenes/:scene/card/restore` | makes a `change` of it: `{"type": "set", "scene": "4", "texts": {"goal": "…"}}`, `add`, `move`, `split`, `merge`, `remove`; goes back to a `version` |
 * | `POST /api/scripts/:script/impact` | what `changes` of outline, entries, models or prompts would reach, and cost; changes nothing |
 * | `GET /api/scripts/:script/marks`, `POST …/locks`, `DELETE …/locks/:lock`, `PUT` and `DELETE …/scenes/:scene/pin`, `…/fine` | what is locked (`what`: `4`, `4:12-14`, `act:2`, `outline`), approved, still fine |
 * | `GET` and `POST /api/scripts/:script/scenes/:scene/takes`, `GET` and `PUT …/takes/:take`, `POST …/takes/:take/propose` | alternatives of a scene: lists, writes (server-sent events), shows, chooses, proposes |
 * | `GET /api/scripts/:script/scene-notes` (`?all=true`), `POST …/critique`, `POST …/rewrite` | notes on scenes; has scenes read, or rewritten and changes proposed; server-sent events |
 * | `GET /api/scripts/:script/review`, `/review/:proposal`, `POST …/review/marks`, `POST …/review/apply` | what is proposed; decides about changes (`ids`, `decision`, `text`); applies what was decided |
 * | `GET /api/scripts/:script/scenes/:scene/blame`, `/provenance`, `/disclosure` | whose words they are: passage by passage, with all that made them, in counts |
 * | `POST /api/scripts/:script/sync` | reads the script's file back: `dryRun`, `force` |
 * | `GET` and `POST /api/scripts/:script/branches`, `GET …/branches/diff`, `POST …/branches/:branch/merge`, `DELETE …/branches/:branch` | what-if versions |
 * | `GET /api/scripts/:script/search?q=`, `/notes` | found words; what is wrong with the bible |
 * | `POST /api/scripts/:script/coverage`, `GET …/coverage/plan` (`?setting=true`) | a reader's report, as events of which the last is `report`; what it would ask. `setting`, `analyst`, `maxCost` and `batch` in the body |
 * | `GET /api/stats?by=model`, `/api/calls`, `/api/calls/:call` | what was paid: sums, calls, and one with what was asked and came |
 * | `GET /api/scripts/:script/scenes/:scene/context?for=` | what a viewer, or a character by name, is shown |
 */
export function createApp(project: Project): Hono {
  const app = new Hono();
  app.use(onlyLocal);
  app.onError((error, c) => problem(c, error));
  app.notFound((c) => c.json({ code: 'not-found', message: `There is nothing at ${c.req.path}.` }, 404));

  app.get('/metrics', (c) => c.text(project.metrics(), 200, { 'content-type': 'text/plain; version=0.0.4' }));
  app.get('/api/scripts', async (c) => c.json(await project.listScripts()));
  app.post('/api/scripts', async (c) => {
    const { logline, source, format, scenes, title, structure, candidates, ...how } = await readBody(c, Write);
    const options: WriteOptions = {
      ...(logline === undefined ? {} : { logline }),
      ...(source === undefined ? {} : { source: await sourceFrom(source) }),
      ...(format === undefined ? {} : { format }),
      ...(scenes === undefined ? {} : { scenes }),
      ...(structure === undefined ? {} : { structure }),
      ...(candidates === undefined ? {} : { candidates }),
      ...(title === undefined ? {} : { title }),
      ...runOptions(how),
    };
    return stream(c, (onEvent, stop) => project.write({ ...options, onEvent, stop }));
  });

  const at = '/api/scripts/:script';
  app.get(`${at}/status`, async (c) => c.json(await project.status(c.req.param('script'))));
  app.get(`${at}/plan`, async (c) => {
    const scenes = c.req.query('scenes')?.split(',');
    return c.json(await project.plan(c.req.param('script'), scenes === undefined ? {} : { scenes }));
  });
  app.get(`${at}/scenes/:scene/why`, async (c) =>
    c.json(await project.why(c.req.param('scene'), c.req.param('script'))),
  );
  app.post(`${at}/build`, async (c) => {
    const script = c.req.param('script');
    await project.getScript(script);
    const { scenes, rewrite, ...how } = await readAnyBody(c, Build);
    const scope = { ...(scenes === undefined ? {} : { scenes }), ...(rewrite === undefined ? {} : { rewrite }) };
    return stream(c, (onEvent, stop) => project.build({ script, ...scope, ...runOptions(how), onEvent, stop }));
  });
  app.post(`${at}/continue`, async (c) => {
    const script = c.req.param('script');
    await project.getScript(script);
    const { fromScene, scenes, format, title, ...how } = await readAnyBody(c, Continue);
    const on = {
      ...(fromScene === undefined ? {} : { fromScene }),
      ...(scenes === undefined ? {} : { scenes }),
      ...(format === undefined ? {} : { format }),
      ...(title === undefined ? {} : { title }),
    };
    return stream(c, (onEvent, stop) => project.continue({ script, ...on, ...runOptions(how), onEvent, stop }));
  });

  addBible(app, project);
  addOutline(app, project);
  addScenes(app, project);
  addReview(app, project);
  addBranches(app, project);
  addLedger(app, project);
  addCoverage(app, project);
  return app;
}

/** A source that came in a body. */
function sourceFrom({ text, name = 'the source' }: { readonly text: string; readonly name?: string | undefined }) {
  return parseSource(new TextEncoder().encode(text), name);
}

/** How a run goes, as far as the body says. */
function runOptions({ maxCost, batch, wait }: z.infer<typeof How>): Pick<RunOptions, 'maxCost' | 'batch' | 'wait'> {
  return {
    ...(maxCost === undefined ? {} : { maxCost }),
    ...(batch === undefined ? {} : { batch }),
    ...(wait === undefined ? {} : { wait }),
  };
}

function problem(c: Context, error: unknown): Response {
  if (isScriptGenError(error)) return Response.json(error, { status: ERRORS[error.code].status });
  console.error(error);
  return c.json({ code: 'unexpected', message: 'Something went wrong. The server log says more.' }, 500);
}
