import { type ChildProcess, spawn } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EditedProject, editedProject } from './support/edited-project.ts';

const BIN = resolve(import.meta.dirname, '../src/cli/bin.ts');
let at: EditedProject;
let child: ChildProcess | undefined;

beforeEach(async () => {
  at = await editedProject(6);
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await at.close();
});

/** A watch in a process of its own, and what it told so far. */
function watching(...flags: readonly string[]) {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, SCRIPTGEN_DETECT: '0', XDG_CONFIG_HOME: '/nonexistent' };
  const own = spawn(process.execPath, [BIN, 'watch', '--json', ...flags], { cwd: at.dir, env });
  child = own;
  let told = '';
  let heard: () => void = () => undefined;
  own.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString();
    heard();
  });
  own.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  const ended = new Promise<number | null>((done) => own.on('close', done));
  const events = () => told.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  return {
    events,
    /** Wait until something of this type was told so often. */
    told: async (type: string, times = 1): Promise<void> => {
      while (events().filter((event) => event.type === type).length < times)
        await Promise.race([
          new Promise<void>((done) => (heard = done)),
          ended.then(() => Promise.reject(new Error(told))),
        ]);
    },
    stop: () => {
      own.kill('SIGINT');
      return ended;
    },
  };
}

test('takes in what an editor saves, also by putting another file there, says what it touches, and ends with Ctrl-C', async () => {
  const watch = watching();
  await watch.told('watch-start');
  at.saveScenes(([one = '', ...rest]) => [`${one}\n\nThe rope is cut.`, ...rest]);
  await watch.told('watch-plan', 1);
  writeFileSync(`${at.file}~`, at.text().replace('The rope is cut.', 'The rope is gone.'));
  renameSync(`${at.file}~`, at.file);
  await watch.told('watch-plan', 2);
  at.save((text) => `${text}\n<<<<<<< ours\n`);
  await watch.told('watch-refused');
  expect(await watch.stop()).toBe(0);
  expect(watch.events().map(({ type }) => type)).toEqual([
    'watch-start',
    ...['watch-sync', 'watch-plan', 'watch-sync', 'watch-plan'],
    'watch-refused',
  ]);
  expect(JSON.stringify(await at.project.getScreenplay())).toContain('The rope is gone.');
});

test('sees what is changed in the bible by somebody else, and builds within its means', async () => {
  const watch = watching('--build', '--max-cost', '1');
  await watch.told('watch-start');
  const [first] = (await at.project.getOutline()).cards;
  await (await at.project.bible()).setField(first?.lead ?? '', 'voice.sentences', 'Answers with questions.', {
    author: 'Ben',
  });
  await watch.told('watch-build');
  const [, changed, planned, built] = watch.events();
  expect(changed).toMatchObject({ type: 'watch-change', by: 'Ben' });
  expect(planned.plan.scenes.length).toBeGreaterThan(0);
  expect(built.report).toMatchObject({ status: 'done' });
  expect((await at.project.plan()).scenes).toEqual([]);
  at.saveScenes((scenes) => scenes.toReversed());
  await watch.told('watch-build', 2);
  expect(await watch.stop()).toBe(0);
  expect((await at.project.sync()).state).toBe('unchanged');
});
