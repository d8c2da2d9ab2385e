import { ended, figure, scratch, startCommand } from './support.ts';

/** How long the offline writer takes from a logline to the files, whole process. */
export async function benchOffline(): Promise<void> {
  for (const [format, scenes] of [
    ['short', 12],
    ['feature', 100],
  ] as const) {
    const folder = scratch();
    const started = performance.now();
    const logline = 'A retiring piano tuner must decide whether to tell his estranged son that he is going deaf.';
    const { code } = await ended(
      startCommand(['write', logline, '--format', format, '--scenes', String(scenes)], { cwd: folder.dir, env: {} }),
    );
    folder.remove();
    if (code !== 0) throw new Error(`the command ended with ${code}`);
    figure(
      `offline writer, ${format} of ${scenes} scenes, whole process`,
      `${((performance.now() - started) / 1000).toFixed(2)} s`,
    );
  }
}
