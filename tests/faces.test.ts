import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProject, type Project } from '../src/index.ts';
import type { Provider } from '../src/llm/index.ts';
import { createApp } from '../src/server/index.ts';
import { scratch, scriptgen } from './support/cli.ts';
import { offlineAsModel } from './support/offline-as-model.ts';

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';
const folder = scratch();
let project: Project;

beforeAll(async () => {
  project = await openProject({ dir: folder.dir, env: {} });
  await project.write({ logline: LOGLINE, scenes: 4 });
});
afterAll(async () => {
  await project.close();
  folder.remove();
});

test('over HTTP: read the bibles, change a field, see the plan, build as a stream of events', async () => {
  const app = createApp(project);
  const call = async (path: string, init?: RequestInit) => app.request(`http://localhost/api${path}`, init);
  const json = { 'content-type': 'application/json' };
  const [script] = (await (await call('/scripts')).json()) as { slug: string }[];
  const at = `/scripts/${script?.slug}`;
  const { cards } = await project.getOutline();
  const speaker = cards.flatMap((card) => card.speakers)[0] ?? '';

  const patched = await call(`${at}/entries/${speaker}`, {
    method: 'PATCH',
    headers: json,
    body: JSON.stringify({ field: 'voice.sentences', value: 'Asks.' }),
  });
  expect(await patched.json()).toMatchObject({ id: speaker, version: 2 });
  expect(await (await call(`${at}/plan`)).json()).toMatchObject({
    scenes: expect.arrayContaining([expect.objectContaining({ number: expect.any(Number) })]),
  });

  const built = await (await call(`${at}/build`, { method: 'POST' })).text();
  expect(built).toMatch(/event: run-start[\s\S]*event: scene-end[\s\S]*event: report/);
  expect(await (await call(`${at}/plan`)).json()).toMatchObject({ scenes: [] });
});

test('over HTTP: write from a source, go on with it, build one scene', async () => {
  const own = scratch();
  const quay = await openProject({ dir: own.dir, env: {}, detect: false });
  const app = createApp(quay);
  const post = async (path: string, body: object): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    const sent = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await app.request(`http://localhost/api${path}`, sent)).text();
  };
  const source = { text: '# The Quay\n\nMara waits for Jonas. Jonas does not come, and Mara knows why.' };
  expect(await post('/scripts', { source, scenes: 2 })).toMatch(/event: report[\s\S]*The Quay/);
  expect(await post('/scripts/the-quay/continue', { scenes: 1 })).toMatch(/event: report[\s\S]*"state":"left"/);
  expect(await post('/scripts/the-quay/build', { scenes: ['1'] })).toContain('"state":"left"');
  expect(await post('/scripts', { source: { text: ' ' } })).toContain('input/invalid');
  const plan = await app.request('http://localhost/api/scripts/the-quay/plan?scenes=9');
  expect(await plan.json()).toMatchObject({ code: 'scene/not-found' });
  expect(await quay.listScripts()).toHaveLength(2);
  await quay.close();
  own.remove();
});

test('over HTTP: add an entry, find it, see what a character is shown, take it back', async () => {
  const app = createApp(project);
  const { slug } = await project.getScript();
  const call = async (path: string, method = 'GET', body?: object): Promise<Response> =>
    app.request(`http://localhost/api/scripts/${slug}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const made = await call('/entries', 'POST', {
    kind: 'character',
    name: 'Ottoline',
    fields: { want: 'A quiet zanzibar.' },
  });
  expect(made.status).toBe(201);
  expect(await (await call('/search?q=zanzi')).json()).toMatchObject([{ field: 'want' }]);
  expect(await (await call('/changes')).json()).toMatchObject([{ reason: 'added' }, {}, {}]);
  const stale = await call('/entries/Ottoline', 'PATCH', { field: 'role', value: 'hero' });
  expect(stale.status).toBe(422);
  expect(await stale.json()).toMatchObject({ code: 'bible/invalid', details: [{ path: 'role' }] });
  expect((await call('/entries/Ottoline', 'DELETE')).status).toBe(200);
  expect((await call('/entries/Ottoline/restore', 'POST', { version: 1 })).status).toBe(200);
  expect(await (await call('/undo', 'POST', {})).json()).toMatchObject({ entries: [{ state: 'removed' }] });
  const { cards } = await project.getOutline();
  const speaker = cards[0]?.speakers[0] ?? '';
  const shown = await call(`/scenes/1/context?for=${speaker}`);
  expect(await shown.json()).toMatchObject({ entries: expect.any(Array), knows: expect.any(Array) });
  expect((await call('/scenes/1/context')).status).toBe(422);
  expect((await call('/scenes/99/context?for=director')).status).toBe(404);
  expect(await (await call('/notes')).json()).toEqual([]);
});

/** A script of its own, and its routes. */
async function pier() {
  const own = scratch();
  // A second sample says the same in other words.
  const sample = { isFirst: true };
  const writer = offlineAsModel();
  const provider: Provider = {
    ...writer,
    answer: async (request, call) => {
      const answer = await writer.answer(request, call);
      const isScene = request.task.name === 'scene.direct';
      return isScene && !sample.isFirst ? { ...answer, text: answer.text.replaceAll(/\bthe\b/g, 'that') } : answer;
    },
  };
  const opened = await openProject({ dir: own.dir, env: {}, providers: [provider], model: 'counted/one' });
  const { script } = await opened.write({ logline: LOGLINE, scenes: 3 });
  sample.isFirst = false;
  const app = createApp(opened);
  const send = async (path: string, method = 'GET', body?: object): Promise<Response> =>
    app.request(`http://localhost/api/scripts/${script.slug}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const call = async (...args: Parameters<typeof send>): Promise<unknown> => (await send(...args)).json();
  const close = async (): Promise<void> => {
    await opened.close();
    own.remove();
  };
  return { opened, script, send, call, close };
}

test('over HTTP: see what a change of the outline would reach, make it, lock it, take it back', async () => {
  const { opened, script, send, call, close } = await pier();
  const change = { type: 'set', scene: '2', texts: { goal: 'to wait for the ferry' } };
  expect(await call('/impact', 'POST', { changes: [change] })).toMatchObject({ scenes: [{ number: 2 }] });
  expect(await call('/plan')).toMatchObject({ scenes: [] });
  expect(await call('/outline', 'POST', { change, reason: 'slower', author: 'Ann' })).toMatchObject({
    cards: [{ number: 2, version: 2, card: { goal: 'to wait for the ferry' } }],
  });
  expect(await call('/plan')).toMatchObject({ scenes: [{ number: 2 }] });
  expect(await call('/scenes/2/card/versions')).toMatchObject([{ did: 'changed', reason: 'slower' }, {}]);
  const moved = { type: 'move', scene: '3', after: null };
  expect((await send('/outline', 'POST', { change: moved })).status).toBe(200);
  expect(((await call('/scenes')) as { version: number }[]).map(({ version }) => version)).toEqual([2, 1, 2]);
  expect(await call('/changes')).toMatchObject([
    { reason: 'moved', isUndone: false },
    { what: [expect.stringMatching(/^card of scene 3 v2$/)], author: { name: 'Ann' } },
    { reason: 'created' },
  ]);

  expect((await send('/locks', 'POST', { what: 'outline' })).status).toBe(201);
  const refused = await send('/outline', 'POST', { change });
  expect([refused.status, await refused.json()]).toMatchObject([423, { code: 'markup/locked' }]);
  expect(await call('/marks')).toMatchObject({ locks: [{ on: expect.stringContaining('outline') }], pins: [] });
  expect((await send('/locks/outline', 'DELETE')).status).toBe(200);
  expect((await send('/scenes/1/pin', 'PUT', { reason: 'as it is' })).status).toBe(200);
  expect((await send('/scenes/1/pin', 'DELETE')).status).toBe(204);
  const [, , , , first] = await opened.listChanges(script.id);
  expect((await send('/undo', 'POST', { change: first?.id })).status).toBe(200);
  await call('/undo', 'POST', { change: (await opened.listChanges(script.id)).at(-2)?.id });
  expect(await call('/plan')).toMatchObject({ scenes: [] });
  expect((await send('/outline', 'POST', { change: { type: 'fly' } })).status).toBe(422);
  expect((await send('/undo', 'POST', { change: 'cs_none' })).status).toBe(404);
  await close();
});

test('over HTTP: write takes, propose one, review and apply it, branch off, and read the file back', async () => {
  const { opened, script, send, call, close } = await pier();
  const told = await (await send('/scenes/1/takes', 'POST', { count: 2 })).text();
  expect(told).toMatch(/event: step-end[\s\S]*event: report/);
  expect(await call('/scenes/1/takes')).toMatchObject({ chosen: 0, takes: [{}, {}] });
  expect(await call('/scenes/1/takes/1')).toMatchObject({ take: {}, lines: expect.any(Array) });
  expect((await send('/scenes/1/takes/one')).status).toBe(422);
  expect((await send('/scenes/1/takes/9')).status).toBe(404);
  const proposed = await send('/scenes/1/takes/1/propose', 'POST', {});
  const { proposal } = (await proposed.json()) as { readonly proposal: string };
  expect(await call('/review?origin=take')).toMatchObject([{ id: proposal, scene: { number: 1 } }]);
  expect((await send('/review?origin=nobody')).status).toBe(422);
  expect(await call('/review/marks', 'POST', { ids: [proposal], decision: 'accept' })).not.toEqual([]);
  const before = await opened.getScreenplay(script.id);
  expect(await call('/review/apply', 'POST')).toMatchObject({ scenes: [{ number: 1 }], changeSet: expect.any(String) });
  expect(await opened.getScreenplay(script.id)).not.toEqual(before);
  expect(await call('/scenes/1/blame')).toMatchObject({ number: 1, passages: expect.any(Array) });
  expect((await send('/scenes/9/blame')).status).toBe(404);
  expect(await call('/disclosure')).toEqual(JSON.parse(JSON.stringify(await opened.disclosure(script.id))));
  expect((await send('/provenance')).status).toBe(200);
  await call('/undo', 'POST', {});
  expect(await opened.getScreenplay(script.id)).toEqual(before);

  expect((await send('/branches', 'POST', { name: 'what-if' })).status).toBe(201);
  expect(await call('/branches')).toMatchObject([{ name: 'main' }, { name: 'what-if', unmerged: 0 }]);
  expect(await call('/branches/diff?from=what-if')).toMatchObject({ entries: [], scenes: [] });
  expect(await call('/branches/what-if/merge', 'POST', { dryRun: true })).toMatchObject({ conflicts: [] });
  expect((await send('/branches/what-if?force=true', 'DELETE')).status).toBe(200);
  expect(await call('/sync', 'POST', { dryRun: true })).toMatchObject({ state: 'unchanged' });

  const read = await (await send('/critique', 'POST', { scenes: ['1'] })).text();
  expect(read).toMatch(/event: report/);
  expect(await call('/scene-notes?all=true')).toEqual(expect.any(Array));
  expect((await send('/rewrite', 'POST', { scenes: ['9'] })).status).toBe(200);
  await close();
});

test("over HTTP: a reader's report, and what it would cost", async () => {
  const app = createApp(project);
  const { slug } = await project.getScript();
  const at = `http://localhost/api/scripts/${slug}/coverage`;
  expect(await (await app.request(`${at}/plan`)).json()).toMatchObject({ fresh: 0, steps: expect.any(Array) });
  const headers = { 'content-type': 'application/json', 'content-length': '20' };
  const told = await (await app.request(at, { method: 'POST', headers, body: '{"setting":true}' })).text();
  const report = /event: report\ndata: (.*)/.exec(told)?.[1] ?? '{}';
  expect(JSON.parse(report)).toMatchObject({ verdict: null, grid: { length: 6 }, header: { scenes: 4 } });
  expect((await app.request(at, { method: 'POST', headers, body: '{"maxCost":-1}' })).status).toBe(422);
  expect((await app.request('http://localhost/api/scripts/none/coverage', { method: 'POST' })).status).toBe(404);
  expect(await (await app.request(`${at}/plan?setting=true`)).json()).toMatchObject({ fresh: 1, steps: [] });
});

test('over HTTP: what was paid, call by call and summed, and counters for Prometheus', async () => {
  const app = createApp(project);
  const at = (path: string) => app.request(`http://localhost${path}`);
  const { rows, total } = (await (await at('/api/stats?by=task')).json()) as {
    readonly rows: readonly { readonly group: string; readonly calls: number }[];
    readonly total: { readonly calls: number };
  };
  expect(rows.find(({ group }) => group === 'scene.direct')?.calls).toBeGreaterThan(0);
  expect(rows.reduce((sum, { calls }) => sum + calls, 0)).toBe(total.calls);
  const [newest] = (await (await at('/api/calls?most=1&task=scene.direct')).json()) as readonly {
    readonly id: string;
  }[];
  expect(await (await at(`/api/calls/${newest?.id}`)).json()).toMatchObject({ call: { task: 'scene.direct' } });
  expect((await at('/api/stats?by=colour')).status).toBe(422);
  expect((await at('/metrics')).headers.get('content-type')).toContain('version=0.0.4');
});

test('over HTTP: errors carry code, message and hint, under the status of their code', async () => {
  const app = createApp(project);
  const missing = await app.request('http://localhost/api/scripts/none/plan');
  expect(missing.status).toBe(404);
  expect(await missing.json()).toMatchObject({ code: 'script/not-found', hint: expect.any(String) });
  const broken = await app.request('http://localhost/api/scripts', { method: 'POST', body: '{' });
  expect(broken.status).toBe(422);
});

test('over HTTP: other hosts and pages of other origins are refused', async () => {
  const app = createApp(project);
  expect((await app.request('http://evil.example/api/scripts')).status).toBe(403);
  const headers = { origin: 'https://evil.example' };
  expect((await app.request('http://localhost/api/scripts', { headers })).status).toBe(403);
});

test('scriptgen serve says where it listens, answers there, and ends on Ctrl-C', async () => {
  let answer: unknown;
  const finished = await scriptgen(['serve', '--port', '0', '--project', folder.dir], {
    cwd: folder.dir,
    onStart: (child) => {
      if (!child.stdout) throw new Error('no output');
      createInterface({ input: child.stdout }).once('line', (url) => {
        void fetch(`${url}/api/scripts`)
          .then(async (response) => {
            answer = await response.json();
          })
          .finally(() => child.kill('SIGINT'));
      });
    },
  });
  expect(answer).toMatchObject([{ logline: LOGLINE }]);
  expect(finished.code).toBe(0);
});

test('scriptgen mcp lists its tools and answers a call', async () => {
  const bin = join(import.meta.dirname, '../src/cli/bin.ts');
  const child = spawn(process.execPath, [bin, 'mcp', '--project', folder.dir], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const answers = new Map<number, Answer>();
  const send = (message: object): void => void child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  send({
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  });
  for await (const line of lines) {
    const message = JSON.parse(line) as Answer & { id?: number };
    if (message.id === undefined) continue;
    answers.set(message.id, message);
    if (message.id === 1) {
      send({ method: 'notifications/initialized' });
      send({ id: 2, method: 'tools/list' });
      send({ id: 3, method: 'tools/call', params: { name: 'plan_script', arguments: {} } });
      const proposed = { kind: 'character', name: 'Otto', fields: { want: 'A boat.' } };
      send({ id: 4, method: 'tools/call', params: { name: 'propose_entry', arguments: proposed } });
      send({
        id: 5,
        method: 'tools/call',
        params: { name: 'show_context', arguments: { scene: '1', viewer: 'director' } },
      });
    }
    if (message.id === 5) send({ id: 6, method: 'tools/call', params: { name: 'list_changes', arguments: {} } });
    if (message.id === 6) {
      const change = JSON.parse(message.result?.content?.[0]?.text ?? '[]')[1]?.id;
      send({ id: 7, method: 'tools/call', params: { name: 'undo_change', arguments: { change } } });
      const changes = [{ type: 'move', scene: '2', after: null }];
      send({ id: 8, method: 'tools/call', params: { name: 'show_impact', arguments: { changes } } });
    }
    if (answers.size === 8) break;
  }
  child.stdin.end();
  const code = await new Promise((done) => child.once('close', done));
  expect(answers.get(2)?.result?.tools?.map((tool) => tool.name)).toContain('plan_script');
  expect(JSON.parse(answers.get(3)?.result?.content?.[0]?.text ?? '{}')).toMatchObject({ scenes: expect.any(Array) });
  expect(JSON.parse(answers.get(4)?.result?.content?.[0]?.text ?? '{}')).toMatchObject({
    name: 'Otto',
    state: 'draft',
  });
  expect(JSON.parse(answers.get(5)?.result?.content?.[0]?.text ?? '{}')).toMatchObject({ entries: expect.any(Array) });
  const said = (id: number) => JSON.parse(answers.get(id)?.result?.content?.[0]?.text ?? 'null');
  expect(said(6).slice(0, 2)).toMatchObject([
    { what: ['Otto v1'], author: { type: 'agent', name: 'assistant' } },
    { author: { type: 'person' } },
  ]);
  // What people did, people take back.
  expect(answers.get(7)?.result?.isError).toBe(true);
  expect(said(7)).toMatchObject({ code: 'bible/locked' });
  expect(said(8)).toMatchObject({ scenes: expect.any(Array) });
  expect(answers.get(2)?.result?.tools?.map(({ name }) => name)).not.toContain('apply_review');
  expect(code).toBe(0);
});

interface Answer {
  readonly result?: {
    readonly isError?: boolean;
    readonly tools?: readonly { readonly name: string }[];
    readonly content?: readonly { readonly text: string }[];
  };
}
