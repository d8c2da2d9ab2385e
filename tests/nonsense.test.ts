import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Json } from '../src/core/index.ts';
import { openProject, type Project, type RunReport } from '../src/index.ts';
import { ModelError, type ModelRequest } from '../src/llm/index.ts';
import { createOfflineWriter } from '../src/offline/index.ts';
import { layoutScreenplay, parseFountain, type Screenplay } from '../src/screenplay/index.ts';
import { scriptedModel } from '../src/testing/index.ts';
import { scratch } from './support/cli.ts';

const LOGLINE = 'A small-town pawnbroker discovers the ring she bought belongs to a dead bride';
const folder = scratch();
afterAll(() => folder.remove());

type Answer = Record<string, Json>;
const plain = createOfflineWriter();

/** A model that answers well but for one kind of question, where `spoil` has its way. */
async function writeWith(
  name: string,
  task: string,
  spoil: (answer: Answer, request: ModelRequest) => Json | Error,
): Promise<{ readonly project: Project; readonly report: RunReport; readonly screenplay: Screenplay }> {
  const model = scriptedModel(async (request) => {
    const { text } = await plain.answer(request, { signal: new AbortController().signal });
    const answer = JSON.parse(text) as Answer;
    return request.task.name === task ? spoil(answer, request) : answer;
  });
  const dir = join(folder.dir, name);
  const project = await openProject({ dir, env: {}, model: 'scripted/m', providers: [model] });
  const report = await project.write({ logline: LOGLINE, scenes: 6 });
  const file = readdirSync(dir).find((one) => one.endsWith('.fountain')) ?? '';
  return { project, report, screenplay: parseFountain(readFileSync(join(dir, file), 'utf8')).screenplay };
}

function headings({ children }: Screenplay): number {
  return children.filter(({ type }) => type === 'sceneHeading').length;
}

test('a scene of forty pages is asked for again, and kept with a note when it comes again', async () => {
  const long = 'She says it again, and again he does not hear it over the water. '.repeat(60).trim();
  const { project, report, screenplay } = await writeWith('long', 'scene.direct', ({ elements, ...rest }) => ({
    ...rest,
    elements: (elements as Answer[]).map((element) =>
      element['type'] === 'action' ? { ...element, text: long } : element,
    ),
  }));
  expect(report.status).toBe('done');
  const notes = report.scenes.flatMap((scene) => scene.notes ?? []);
  expect(notes.some(({ message }) => /words/.test(message))).toBe(true);
  expect(headings(screenplay)).toBe(6);
  expect(layoutScreenplay(screenplay).length).toBeGreaterThan(6);
  await project.close();
});

test('cards that are all the same are told of, and what is written stays a whole script', async () => {
  const { project, report, screenplay } = await writeWith('same', 'outline.cards', ({ cards }) => {
    const [first, ...others] = cards as Answer[];
    return { cards: [first ?? {}, ...others.map(() => ({ ...first }))] };
  });
  const { notes } = await project.checkOutline();
  expect(notes.filter(({ severity }) => severity !== 'minor').length).toBeGreaterThan(0);
  expect(report.status).toBe('done');
  expect(headings(screenplay)).toBe(6);
  await project.close();
});

test('a line of somebody who is not in the scene is asked about, left out when it comes again, and told', async () => {
  const { project, report, screenplay } = await writeWith('stranger', 'scene.direct', ({ elements, ...rest }) => ({
    ...rest,
    elements: [
      { type: 'line', character: 'Root', extension: '', parenthetical: '', text: 'Let me in.' },
      ...(elements as Answer[]),
    ],
  }));
  expect(report.status).toBe('done');
  expect(screenplay.children.filter((block) => block.type === 'dialogue' && block.name === 'ROOT')).toEqual([]);
  const notes = report.scenes.flatMap((scene) => scene.notes ?? []);
  expect(notes.filter(({ message }) => message.includes('Root does not speak'))).toHaveLength(6);
  await project.close();
});

test('a scene that the model refuses leaves a marked gap, and takes no other scene with it', async () => {
  let refused = '';
  const { project, report, screenplay } = await writeWith('refused', 'scene.direct', (answer, request) => {
    const heading = String((request.task.input as { scene?: { heading?: string } }).scene?.heading);
    refused ||= heading;
    return heading === refused ? new ModelError({ code: 'model/refused', message: 'I will not.' }) : answer;
  });
  expect(report.status).toBe('incomplete');
  const failed = report.scenes.filter(({ error }) => error !== undefined);
  expect(new Set(failed.map(({ error }) => error?.code))).toEqual(new Set(['model/refused']));
  expect(failed.length).toBeLessThan(6);
  expect(headings(screenplay)).toBe(6);
  expect(screenplay.children.some((block) => 'text' in block && block.text.includes('IS NOT WRITTEN YET'))).toBe(true);
  await project.close();
});
