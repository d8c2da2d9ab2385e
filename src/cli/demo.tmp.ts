import { setTimeout as sleep } from 'node:timers/promises';
import type { RunEvent } from '../project.ts';
import { fakeProject, REPORT } from './fakes/project.ts';
import { main } from './main.ts';
import { systemIo } from './system-io.ts';

const n = Number(process.env['N'] ?? 12);
const scenes = Array.from({ length: n }, (_, i) => ({
  id: `sc_${i}`,
  number: i + 1,
  heading: i % 5 === 3 ? 'EXT. 東京 HARBOUR LIGHTHOUSE GALLERY - CONTINUOUS NIGHT' : `INT. LAMP ROOM ${i} - NIGHT`,
}));
const run = async ({ onEvent, stop, kill }: any): Promise<any> => {
  const emit = onEvent as (e: RunEvent) => void;
  emit({ type: 'run-start', run: 'run_1', model: 'acme/large-2026-11-01', isLanguageModel: true });
  emit({ type: 'stage-start', stage: 'bible' });
  emit({ type: 'step-start', slot: 'b', task: 'bible.premise', agent: 'planner' });
  await sleep(1000);
  emit({
    type: 'step-end',
    slot: 'b',
    task: 'bible.premise',
    agent: 'planner',
    source: 'asked',
    usage: { inputTokens: 900, outputTokens: 400, cachedTokens: 0 },
    cost: 0.013,
  });
  emit({ type: 'stage-start', stage: 'scenes', scenes });
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < n && !stop.aborted) {
      const s = scenes[next++]!;
      if (s.number % 7 === 0) {
        emit({ type: 'scene-end', ...s, state: 'fresh' });
        continue;
      }
      for (const agent of ['MAYA', 'OLD MAN TOM', 'director', 'dramaturge']) {
        if (stop.aborted) return;
        const p = { slot: `${s.id}/${agent}`, task: 'scene.lines', agent, scene: s.id };
        emit({ type: 'step-start', ...p });
        await sleep(300 + Math.random() * 1200, undefined, { signal: kill }).catch(() => {});
        if (kill.aborted) return;
        if (s.number % 9 === 0 && agent === 'director') {
          emit({ type: 'step-error', ...p, code: 'model/unauthorized', message: 'x' });
          emit({ type: 'scene-end', ...s, state: 'failed', error: { code: 'model/unauthorized', message: 'x' } });
          break;
        }
        emit({
          type: 'step-end',
          ...p,
          source: 'asked',
          usage: { inputTokens: 2000, outputTokens: 300, cachedTokens: 0 },
          cost: 0.0042,
        });
        if (agent === 'dramaturge') emit({ type: 'scene-end', ...s, state: 'written' });
      }
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  if (stop.aborted) {
    const { ScriptGenError } = await import('../core/index.ts');
    throw new ScriptGenError({ code: 'run/aborted', message: 'the run was stopped' });
  }
  emit({ type: 'run-end', run: 'run_1', status: 'done' });
  return REPORT;
};
process.exitCode = await main(process.argv.slice(2), {
  ...systemIo(),
  openProject: async () => fakeProject({ write: run, build: run }),
});
