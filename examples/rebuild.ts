/** Rebuilding: what a change would reach, a person's line that stays, and whose words they are. After `npm run build`: `npx node examples/rebuild.ts` */
import { readFileSync, writeFileSync } from 'node:fs';
import { openProject } from 'scriptgen';

const project = await openProject({ dir: process.argv[2] ?? 'rebuild-example' });
try {
  const { files } = await project.write({
    logline: 'A choir rehearses in a swimming pool that is to be filled with concrete on Monday.',
    scenes: 6,
  });
  const file = files.find(({ path }) => path.endsWith('.fountain'))?.path ?? '';

  // A person writes a line into the file, in any editor, and it is read back.
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/^INT\. .*$/m, (heading) => `${heading}\n\nA drip counts them in.`),
  );
  const synced = await project.sync({ author: 'Ann' });
  console.log(`taken in: scenes ${synced.scenes.map(({ number }) => number).join(', ')}`);

  // What would another voice reach? Nothing is written and nothing asked.
  const bible = await project.bible();
  const singer = (await bible.list()).find(({ kind }) => kind === 'character');
  const change = {
    entry: singer?.id ?? '',
    field: 'voice.sentences',
    value: 'Half sentences. The other half is sung.',
  };
  const { scenes, fresh } = await project.impact([{ type: 'entry', ...change }]);
  console.log(`it would reach ${scenes.length} of ${scenes.length + fresh} scenes`);

  await bible.setField(change.entry, change.field, change.value);
  const report = await project.build();
  console.log(`written: ${report.scenes.filter(({ state }) => state === 'written').length}`);
  console.log(readFileSync(file, 'utf8').includes('A drip counts them in.') ? 'her line stands' : 'her line is gone');

  const { passages } = await project.blame('1');
  console.log(passages.map(({ origin }) => (origin.type === 'person' ? origin.by.name : origin.type))[0]);
  await project.undo();
  console.log(`after undo: ${(await project.plan()).scenes.length} scenes to write`);
} finally {
  await project.close();
}
