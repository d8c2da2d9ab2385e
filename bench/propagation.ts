import { readdirSync } from 'node:fs';
import { openProject } from '../src/index.ts';
import { createOfflineWriter } from '../src/offline/index.ts';
import type { Project } from '../src/project.ts';
import { scriptedModel } from '../src/testing/index.ts';
import { ended, figure, median, scratch, startCommand } from './support.ts';

const SCENES = 120;
const LOGLINE = 'A deaf luthier must prove that the violin in the museum is hers before it is sold.';
const ROUNDS = 15;

/** A script of 120 scenes: how long it takes to say what a build would ask, and to build when there is nothing to do. */
export async function benchPropagation(): Promise<void> {
  const folder = scratch();
  const writer = createOfflineWriter();
  const model = scriptedModel(
    async (request) => (await writer.answer(request, { signal: new AbortController().signal })).text,
  );
  const open = (): Promise<Project> =>
    openProject({ dir: folder.dir, env: {}, model: 'scripted/m', providers: [model], detect: false });
  try {
    const project = await open();
    await project.write({ logline: LOGLINE, format: 'feature', scenes: SCENES });
    const [person] = (await (await project.bible()).list()).filter(({ kind }) => kind === 'character');
    await timed(`plan of ${SCENES} scenes, nothing changed`, () => project.plan());
    await timed(`build of ${SCENES} scenes, nothing to do`, () => project.build());
    await timed(`status of ${SCENES} scenes`, () => project.status());
    let n = 0;
    await timed('impact of another voice', () => {
      n += 1;
      return project.impact([
        { type: 'entry', entry: person?.id ?? '', field: 'voice.sentences', value: `Clipped, ${n}.` },
      ]);
    });
    await project.close();
    await wholeProcess(folder.dir);
  } finally {
    folder.remove();
  }
}

/** The same as commands, with the offline writer, since a command has no scripted model. */
async function wholeProcess(dir: string): Promise<void> {
  const own = scratch();
  const run = async (args: readonly string[]): Promise<number> => {
    const started = performance.now();
    const { code, out } = await ended(startCommand(args, { cwd: own.dir, env: { SCRIPTGEN_DETECT: '0' } }));
    if (code !== 0) throw new Error(`the command ended with ${code}: ${out} (${readdirSync(dir).join(', ')})`);
    return performance.now() - started;
  };
  try {
    await run(['write', LOGLINE, '--format', 'feature', '--scenes', String(SCENES), '--quiet']);
    for (const command of ['plan', 'build']) {
      const times = [];
      for (let round = 0; round < 5; round += 1) times.push(await run([command, '--json']));
      figure(`scriptgen ${command}, whole process (median of 5)`, `${median(times).toFixed(0)} ms`);
    }
  } finally {
    own.remove();
  }
}

/** The median of some calls in a process that is warm: by the clock, and of CPU time. */
async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  for (let round = 0; round < 3; round += 1) await work();
  const [clock, cpu]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [started, before] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(before);
    clock.push(performance.now() - started);
    cpu.push((user + system) / 1000);
  }
  figure(name, `${median(clock).toFixed(0)} ms (${median(cpu).toFixed(0)} ms CPU)`);
}
