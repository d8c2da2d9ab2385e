import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ScriptGenError } from '../src/core/index.ts';
import { openProject, type Project } from '../src/index.ts';
import type { ModelRequest, Provider } from '../src/llm/index.ts';
import { createOfflineWriter } from '../src/offline/index.ts';
import { parseFountain, printFountain } from '../src/screenplay/index.ts';
import { scratch, scriptgen } from './support/cli.ts';

const LOGLINE = 'A retired safecracker must teach her granddaughter one last job.';
let folder: ReturnType<typeof scratch>;
let open: Project[];
beforeEach(() => {
  folder = scratch();
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((project) => project.close()));
  folder.remove();
});

async function projectWith(provider?: Provider): Promise<Project> {
  const own = provider === undefined ? {} : { providers: [provider], model: `${provider.name}/one` };
  const project = await openProject({ dir: folder.dir, env: { SCRIPTGEN_DETECT: '0' }, ...own });
  open.push(project);
  return project;
}

/** A writer that reads, too: who leads a scene has blue eyes in the first one and brown eyes later, and every pair is a conflict. */
function seer(fails: (request: ModelRequest) => boolean = () => false): Provider & { readonly asked: string[] } {
  const offline = createOfflineWriter();
  const asked: string[] = [];
  let seen = 0;
  const answer = (text: object) => ({
    text: JSON.stringify(text),
    finishReason: 'stop' as const,
    usage: { inputTokens: 1, outputTokens: 1, cachedTokens: 0 },
  });
  return {
    name: 'seer',
    isLanguageModel: true,
    asked,
    answer: async (request, ...more) => {
      const { name, input } = request.task;
      if (!name.startsWith('continuity.')) return offline.answer(request, ...more);
      asked.push(name);
      if (fails(request)) throw new ScriptGenError({ code: 'model/refused', message: 'no' });
      if (name === 'continuity.judge') return answer({ readings: [], verdict: 'conflict' });
      if (name === 'continuity.audit') return answer({ notes: [] });
      const { people, scene } = input as unknown as {
        people: readonly string[];
        scene: { elements: readonly { speaker: string; text: string }[] };
      };
      const quote = scene.elements.find(({ speaker }) => speaker === '')?.text ?? 'nothing';
      const fact = { subject: people[0] ?? '', predicate: 'eyes', object: seen++ === 0 ? 'blue' : 'brown', to: '' };
      return answer({ facts: [{ ...fact, quote, believer: '', isImplied: false }] });
    },
  };
}

test('a run tells how much it found, and finds nothing in a clean script', async () => {
  const project = await projectWith();
  const report = await project.write({ logline: LOGLINE, scenes: 6 });
  expect(report.findings).toBe(0);
  expect((await project.build({ continuity: 'off' })).findings).toBeUndefined();
  expect(await project.lint()).toMatchObject({ findings: [], scenes: 6 });
});

test('a fact of the bible that the text contradicts is found, and is gone with it', async () => {
  const project = await projectWith();
  await project.write({ logline: LOGLINE, scenes: 6 });
  const bible = await project.bible();
  const [person] = await bible.list();
  const scenes = await bible.scenes();
  if (person === undefined) throw new Error('nobody there');
  const fact = { id: 'fa_dead', value: `${person.name} is dead.`, from: scenes[0]?.id ?? '' };
  await bible.setFact(person.id, fact);
  const { findings } = await project.lint();
  expect(findings.map(({ rule, state }) => [rule, state])).toEqual([['continuity/dead-speaker', 'fresh']]);
  const [found] = findings;
  expect(found?.evidence.map(({ quote }) => quote)).toEqual([`${person.name} is dead.`, found?.quote]);
  expect(found?.reads.map(({ label }) => label)).toContain(`${person.name}.facts.fa_dead`);
  expect((await project.build()).findings).toBe(1);
  await bible.removeFact(person.id, 'fa_dead');
  expect((await project.lint()).findings).toEqual([]);
});

test('a finding is let stand for a reason, for just these words, and told again when it is restored', async () => {
  const project = await projectWith();
  await project.write({ logline: LOGLINE, scenes: 6 });
  const bible = await project.bible();
  const [person] = await bible.list();
  const name = person?.name ?? '';
  await bible.setFact(name, { id: 'fa_dead', value: `${name} is dead.` });
  const id = (await project.lint()).findings[0]?.id ?? '';
  expect(await project.suppress({ id: id.slice(0, 9), reason: 'A rumour.' })).toMatchObject({
    suppressed: 'A rumour.',
  });
  expect((await project.lint()).findings).toMatchObject([{ id, suppressed: 'A rumour.' }]);
  expect((await project.build()).findings).toBe(0);
  await bible.setFact(name, { id: 'fa_dead', value: `${name} has died.` });
  const [other] = (await project.lint()).findings;
  expect(other?.id).not.toBe(id);
  expect(other?.suppressed).toBeUndefined();
  await bible.setFact(name, { id: 'fa_dead', value: `${name} is dead.` });
  expect((await project.suppress({ id })).suppressed).toBeUndefined();
  expect((await project.lint()).findings[0]?.suppressed).toBeUndefined();
  await expect(project.suppress({ id: 'cn_0', reason: 'x' })).rejects.toMatchObject({ code: 'input/invalid' });
});

test('what a model found is stale when a scene that it read has changed, and only such scenes are read again', async () => {
  const model = seer();
  const project = await projectWith(model);
  await project.write({ logline: LOGLINE, scenes: 4, continuity: 'full' });
  const first = (await project.lint()).findings;
  expect(first.map(({ rule, state }) => [rule, state])).toEqual([['continuity/conflict', 'fresh']]);
  expect(first[0]?.evidence.every(({ quote }) => quote !== '')).toBe(true);
  const before = model.asked.length;
  await project.lint({ full: true });
  expect(model.asked).toHaveLength(before);

  const bible = await project.bible();
  const [person] = await bible.list();
  await bible.setField(person?.name ?? '', 'voice.sentences', 'Clipped. Answers with questions.');
  await project.build();
  expect((await project.lint()).findings).toMatchObject([{ id: first[0]?.id, state: 'stale' }]);
  model.asked.length = 0;
  await project.lint({ full: true });
  const read = model.asked.filter((name) => name === 'continuity.facts').length;
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(4);
});

test('a question that fails costs what it would have found, and not the run', async () => {
  const model = seer(({ task }) => task.name === 'continuity.judge');
  const project = await projectWith(model);
  const report = await project.write({ logline: LOGLINE, scenes: 4, continuity: 'full' });
  expect(report).toMatchObject({ status: 'done', findings: 0 });
  expect((await project.lint({ full: true })).unanswered).toBe(1);
});

const FAULTY = `INT. KITCHEN - NIGHT

Tom pockets the silver key.

TOM
I'm going.

Tom dies.

EXT. YARD - DAY

MAYA
He was a good man.

TOM
Was I?
`;

test('a script from elsewhere is held against what can be read off it, and makes no project', async () => {
  writeFileSync(join(folder.dir, 'faulty.fountain'), FAULTY);
  const text = await scriptgen(['lint', 'faulty.fountain'], { cwd: folder.dir });
  expect(text.code).toBe(8);
  expect(text.stdout).toContain('faulty.fountain:16:1 blocker Tom speaks in scene 2 and is dead since scene 1.');
  expect(text.stdout).toContain('“Tom dies.”');
  const json = await scriptgen(['lint', 'faulty.fountain', '--json'], { cwd: folder.dir });
  expect(JSON.parse(json.stdout)).toMatchObject({
    type: 'finding',
    rule: 'continuity/dead-speaker',
    line: 16,
    confidence: 0.95,
  });
  const sarif = await scriptgen(['lint', 'faulty.fountain', '--sarif'], { cwd: folder.dir });
  expect(JSON.parse(sarif.stdout)).toMatchObject({
    runs: [
      {
        tool: {
          driver: {
            rules: [{ id: 'continuity/dead-speaker', shortDescription: { text: 'Somebody speaks who is dead' } }],
          },
        },
      },
    ],
  });
  expect(existsSync(join(folder.dir, '.scriptgen'))).toBe(false);
});

test('a file is held against the bible and the cards of a script, where one is named', async () => {
  const project = await projectWith();
  await project.write({ logline: LOGLINE, scenes: 4 });
  const { slug } = await project.getScript();
  const text = printFountain(await project.getScreenplay());
  const lint = async (edited: string) =>
    (await project.lint({ script: slug, screenplay: parseFountain(edited).screenplay })).findings.map(
      ({ rule }) => rule,
    );
  expect(await lint(text)).toEqual([]);
  const strange = text.replace('> FADE OUT.', 'DR. STAHL\nNot before Thursday.\n\n> FADE OUT.');
  expect(await lint(strange)).toEqual(['continuity/unknown-name']);
});

test('a note in the document leaves a rule out there', async () => {
  const project = await projectWith();
  const lint = async (text: string) => (await project.lint({ screenplay: parseFountain(text).screenplay })).findings;
  expect(await lint(FAULTY)).toHaveLength(1);
  expect(await lint(FAULTY.replace('TOM\nWas', '[[check: ignore continuity/dead-speaker]]\n\nTOM\nWas'))).toEqual([]);
  expect(await lint(`[[check: ignore continuity]]\n\n${FAULTY}`)).toEqual([]);
});
