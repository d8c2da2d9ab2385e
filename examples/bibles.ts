/** Bibles: read them, change a field, see what that touches, go back. After `npm run build`: `npx node examples/bibles.ts` */
import { openProject } from 'scriptgen';

const project = await openProject({ dir: process.argv[2] ?? 'bibles-example' });
await project.write({
  logline: 'A locksmith is called to open a house from which nobody has gone missing.',
  scenes: 6,
});

const bible = await project.bible();
for (const entry of await bible.list()) console.log(`${entry.kind.padEnd(10)} ${entry.name} v${entry.version}`);

const outline = await project.getOutline();
const speaker = outline.cards.flatMap((card) => card.speakers)[0] ?? '';
const before = await bible.get(speaker);
const edited = await bible.setField(before.id, 'voice.sentences', 'Answers every question with a question.', {
  reason: 'too plain at the table read',
});
console.log(`${edited.name} is at v${edited.version}`);

const { scenes, calls } = await project.plan();
for (const scene of scenes) {
  const why =
    scene.reason === 'new' ? 'new' : scene.reason.map(({ label, from, to }) => `${label} ${from} → ${to}`).join(', ');
  console.log(`sc ${scene.number} ${scene.heading} ← ${why}`);
}
console.log(`${calls.least} to ${calls.most} calls would be asked`);

await bible.undo();
console.log(`after going back: ${(await project.plan()).scenes.length} stale`);
await project.close();
