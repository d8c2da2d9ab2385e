import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openProject } from '../src/index.ts';
import { startFakeOpenAI } from '../src/testing/index.ts';
import { scratch, scriptgen } from './support/cli.ts';

const LOGLINE = 'A ferryman learns that the far bank has moved overnight.';

test('one scene whose calls fail leaves a marked gap, costs no other scene, and is filled later', async () => {
  let broken = '';
  const fake = await startFakeOpenAI({
    faults: ({ body }) =>
      broken !== '' && JSON.stringify(body).includes(broken) ? { type: 'status', status: 400 } : undefined,
  });
  const folder = scratch();
  const env = { OPENAI_BASE_URL: fake.url, OPENAI_API_KEY: 'k' };
  try {
    // Learn the goal of scene 3 from a first project, then make just its questions fail in a second one.
    const probe = await openProject({ dir: `${folder.dir}/probe`, env, model: 'openai/fake' });
    await probe.write({ logline: LOGLINE, scenes: 6 });
    const card = (await probe.getOutline()).cards[2];
    await probe.close();
    broken = `wants: ${card?.goal}`;

    const dir = `${folder.dir}/real`;
    const failed = await scriptgen(
      ['write', LOGLINE, '--scenes', '6', '--model', 'openai/fake', '--project', dir, '--json'],
      { cwd: folder.dir, env },
    );
    expect(failed.code).toBe(7);
    const report = lastLine(failed.stdout);
    expect(report.scenes.map((scene) => scene.state)).toEqual([
      'written',
      'written',
      'failed',
      'written',
      'written',
      'written',
    ]);
    expect(report.scenes[2]?.error?.code).toBe('model/rejected');
    expect(failed.stderr).toContain('3');
    const fountain = report.files[0]?.path ?? '';
    expect(readFileSync(fountain, 'utf8')).toContain('SCENE 3 IS NOT WRITTEN YET');

    broken = '';
    const before = fake.requestCount;
    const filled = await scriptgen(['build', '--model', 'openai/fake', '--project', dir, '--json'], {
      cwd: folder.dir,
      env,
    });
    expect(filled.code).toBe(0);
    expect(lastLine(filled.stdout).scenes.map((scene) => scene.state)).toEqual([
      'fresh',
      'fresh',
      'written',
      'fresh',
      'fresh',
      'fresh',
    ]);
    expect(readFileSync(fountain, 'utf8')).not.toContain('NOT WRITTEN YET');
    expect(fake.requestCount - before).toBe(lastLine(filled.stdout).tally.asked);
  } finally {
    await fake.close();
    folder.remove();
  }
});

interface Report {
  readonly scenes: readonly { readonly state: string; readonly error?: { readonly code: string } }[];
  readonly files: readonly { readonly path: string }[];
  readonly tally: { readonly asked: number };
}

function lastLine(stdout: string): Report {
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Report;
}
