import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProject } from '../src/index.ts';
import { matchScenes } from '../src/markup/index.ts';
import { parseFountain, printFountain, scenesOf } from '../src/screenplay/index.ts';
import { scratch } from './support/cli.ts';
import { mutateScript } from './support/mutate-script.ts';

/** `RUNS=300 npx vitest run tests/sync-match.test.ts`; fewer unless asked. */
const RUNS = Number(process.env['RUNS'] ?? 40);
const PLAYS = resolve('../shared/data/plays');
const LOGLINES = [
  'A ferryman learns that the far bank has moved overnight.',
  'Two sisters inherit a lighthouse that warns of storms a day early.',
  'A translator falls for the man whose lies she translates.',
];

const folder = scratch();
const texts: { readonly name: string; readonly text: string }[] = [];

beforeAll(async () => {
  const project = await openProject({ dir: folder.dir, env: {}, detect: false });
  for (const [at, logline] of LOGLINES.entries()) {
    const { script } = await project.write({ logline, scenes: [12, 30, 60][at] ?? 12 });
    texts.push({ name: script.slug, text: printFountain(await project.getScreenplay(script.id)) });
  }
  await project.close();
  for (const play of ['hedda-gabler', 'pygmalion', 'the-importance-of-being-earnest']) {
    const file = resolve(PLAYS, `${play}.fountain`);
    if (existsSync(file)) texts.push({ name: play, text: readFileSync(file, 'utf8') });
  }
});
afterAll(() => folder.remove());

function fileScenes(text: string) {
  return scenesOf(parseFountain(text).screenplay).flatMap(({ heading, blocks }) =>
    heading === undefined ? [] : [{ heading, blocks: blocks.slice(1) }],
  );
}

test('which scene is which is known in 98 of 100 scenes that were touched, whatever was done to the file', () => {
  let [all, right, touched, rightTouched] = [0, 0, 0, 0];
  const wrong: string[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const source = texts[run % texts.length];
    if (source === undefined) continue;
    const exported = fileScenes(source.text).map((scene, at) => ({ ...scene, id: `sc_${at}` }));
    const mutated = mutateScript(
      source.text,
      exported.map(({ id }) => id),
      run,
    );
    const match = matchScenes(exported, fileScenes(mutated.text));
    expect(match.edited).toHaveLength(mutated.scenes.length);
    for (const [at, booked] of mutated.scenes.entries()) {
      const found = match.edited[at];
      const isRight =
        found?.type === 'known'
          ? found.scene === booked.id
          : booked.id === undefined && found?.splitFrom === booked.splitFrom;
      all += 1;
      right += Number(isRight);
      if (!booked.isTouched) continue;
      touched += 1;
      rightTouched += Number(isRight);
      if (!isRight)
        wrong.push(
          `${run} ${source.name} ${at} ${JSON.stringify(found)} for ${booked.id} ${booked.splitFrom} :: ${mutated.done.join('; ')}`,
        );
    }
  }
  if (process.env['RUNS'] !== undefined)
    console.log({ all, right, touched, rightTouched, share: rightTouched / touched }, wrong.slice(0, 30));
  expect(rightTouched / touched).toBeGreaterThanOrEqual(0.98);
});
