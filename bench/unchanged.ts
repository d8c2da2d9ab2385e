import { ended, envFor, figure, median, scratch, startCommand, startFake } from './support.ts';

/** A 40-scene script run again without a change: requests, and the time of the whole process. */
export async function benchUnchanged(): Promise<void> {
  const fake = await startFake(0, 0);
  const folder = scratch();
  const args = [
    'write',
    'A ferryman learns that the far bank has moved.',
    '--scenes',
    '40',
    '--model',
    'openai/fake',
    '--json',
  ];
  const run = async (): Promise<number> => {
    const started = performance.now();
    const { code } = await ended(startCommand(args, { cwd: folder.dir, env: envFor(fake) }));
    if (code !== 0) throw new Error(`the command ended with ${code}`);
    return performance.now() - started;
  };
  try {
    const first = await run();
    const before = fake.requests().length;
    const again = [await run(), await run(), await run(), await run(), await run()];
    figure('40 scenes, first run, answers at once, whole process', `${(first / 1000).toFixed(2)} s`);
    figure(
      '40 scenes again without a change, whole process (median of 5)',
      `${(median(again) / 1000).toFixed(2)} s, ${fake.requests().length - before} requests`,
    );
  } finally {
    await fake.stop();
    folder.remove();
  }
}
