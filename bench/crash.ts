import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ended, envFor, type Fake, figure, scratch, startCommand, startFake } from './support.ts';

// Four calls at a time make a build of forty scenes long enough to be killed often.
const LOGLINE = 'A lighthouse keeper finds the log of a ship that has not sailed yet.';

/** What a build that was killed again and again came to, beside one that was left alone. */
export interface CrashOutcome {
  readonly same: boolean;
  readonly distinct: number;
  readonly repeated: number;
  /** Calls in flight at the kills, added up: more repeats than this would be money paid twice. */
  readonly inFlight: number;
  readonly kills: number;
}

/** Kill a build with SIGKILL at random moments, resume it each time, and compare with an undisturbed one. */
export async function crashAndResume(
  kills: number,
  scenes: number,
  random: () => number = Math.random,
): Promise<CrashOutcome> {
  const calm = await startFake(50, 500);
  const stormy = await startFake(50, 500);
  const calmDir = scratch();
  const stormyDir = scratch();
  const args = ['write', LOGLINE, '--scenes', String(scenes), '--model', 'openai/fake', '--concurrency', '4', '--json'];
  try {
    await finish(startCommand(args, { cwd: calmDir.dir, env: envFor(calm) }));
    let inFlight = 0;
    let done = 0;
    while (done < kills) {
      const child = startCommand(args, { cwd: stormyDir.dir, env: envFor(stormy) });
      const flying = countFlying(child);
      const end = ended(child);
      await Promise.race([sleep(350 + random() * 700), end]);
      if (child.exitCode !== null) break; // it finished before it could be killed
      inFlight += flying();
      child.kill('SIGKILL');
      await end;
      done += 1;
    }
    await finish(startCommand(args, { cwd: stormyDir.dir, env: envFor(stormy) }));
    return { same: fountainIn(calmDir.dir) === fountainIn(stormyDir.dir), ...counts(stormy), inFlight, kills: done };
  } finally {
    await Promise.all([calm.stop(), stormy.stop()]);
    calmDir.remove();
    stormyDir.remove();
  }
}

/** Print the figures of 20 kills over 40 scenes. */
export async function benchCrash(): Promise<void> {
  const outcome = await crashAndResume(20, 40);
  figure(
    `40 scenes, killed ${outcome.kills} times and resumed`,
    `${outcome.same ? 'same bytes' : 'DIFFERENT'}; ${outcome.distinct} distinct requests, ${outcome.repeated} repeated, ${outcome.inFlight} in flight at the kills`,
  );
}

function counts(fake: Fake): { distinct: number; repeated: number } {
  const requests = fake.requests();
  const distinct = new Set(requests).size;
  return { distinct, repeated: requests.length - distinct };
}

/** Follow a run's events: how many calls are on their way now. */
function countFlying(child: ReturnType<typeof startCommand>): () => number {
  const flying = new Set<string>();
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = JSON.parse(line) as { type: string; slot?: string };
      if (event.type === 'step-start' && event.slot) flying.add(event.slot);
      if ((event.type === 'step-end' || event.type === 'step-error') && event.slot) flying.delete(event.slot);
    }
  });
  return () => flying.size;
}

async function finish(child: ReturnType<typeof startCommand>): Promise<void> {
  const { code, out } = await ended(child);
  if (code !== 0) throw new Error(`the command ended with ${code}:\n${out.slice(-2000)}`);
}

function fountainIn(dir: string): string {
  const name = readdirSync(dir).find((file) => file.endsWith('.fountain'));
  return name ? readFileSync(join(dir, name), 'utf8') : '';
}
