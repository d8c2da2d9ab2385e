import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProject } from '../src/index.ts';
import { matchScenes, type SceneMatch } from '../src/markup/index.ts';
import { parseFountain, printFountain, scenesOf } from '../src/screenplay/index.ts';
import { scratch } from './support/cli.ts';
import { type Mutated, mutateScript } from './support/mutate-script.ts';

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

/** The scenes that were found for what they are, of those that something was done to and of all. */
function judged(match: SceneMatch, mutated: Mutated) {
  const rows = mutated.scenes.map((booked, at) => {
    const found = match.edited[at];
    const isRight =
      found?.type === 'known'
        ? found.scene === booked.id
        : booked.id === undefined && found?.splitFrom === booked.splitFrom;
    return { isRight, isTouched: booked.isTouched };
  });
  const gone = match.gone.map(({ scene, mergedInto }) => {
    const into = mergedInto === undefined ? undefined : mutated.scenes[mergedInto]?.id;
    const isDeleted = mutated.deleted.includes(scene) && into === undefined;
    const isMerged = mutated.merged.has(scene) && into === mutated.merged.get(scene);
    return { isRight: isDeleted || isMerged, isTouched: true };
  });
  return { rows, gone };
}

const share = (rows: readonly { readonly isRight: boolean }[]): number =>
  rows.filter(({ isRight }) => isRight).length / rows.length;

test('which scene is which is known of 98 in 100 that something was done to, whatever it was', () => {
  const all = Array.from({ length: RUNS }, (_, run) => {
    const source = texts[run % texts.length] ?? { name: '', text: '' };
    const exported = fileScenes(source.text).map((scene, at) => ({ ...scene, id: `sc_${at}` }));
    const ids = exported.map(({ id }) => id);
    const mutated = mutateScript(source.text, ids, run);
    const match = matchScenes(exported, fileScenes(mutated.text));
    expect(match.edited, mutated.done.join('; ')).toHaveLength(mutated.scenes.length);
    return judged(match, mutated);
  });
  const rows = all.flatMap((one) => one.rows);
  const touched = rows.filter(({ isTouched }) => isTouched);
  const gone = all.flatMap((one) => one.gone);
  const told = { all: share(rows), touched: share(touched), gone: share(gone) };
  console.info(`${RUNS} files, ${touched.length} scenes touched: ${JSON.stringify(told)}`);
  expect(told.touched).toBeGreaterThanOrEqual(0.98);
  expect(told.gone).toBeGreaterThanOrEqual(0.9);
});
