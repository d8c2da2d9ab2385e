/** A production draft: pages are locked, a scene comes in, and only what changed is printed on blue paper. After `npm run build`: `npx node examples/production.ts` */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  action,
  diffScreenplays,
  heading,
  insertAfter,
  layoutScreenplay,
  lockPages,
  nextRevision,
  numberScenes,
  parseFountain,
  printDiff,
  printFdx,
  reviseScreenplay,
} from 'scriptgen/screenplay';
import { printPdf } from 'scriptgen/screenplay/pdf';

const folder = process.argv[2] ?? 'production-example';
const watch = 'The light turns. Nobody answers the radio. The log says nothing of it.\n\n'.repeat(20);
const { screenplay } = parseFountain(
  `Title: The Keepers\n\nINT. LAMP ROOM - NIGHT\n\n${watch}INT. STAIRS - NIGHT\n\n${watch}EXT. ROCKS - DAWN\n\nA boat, empty.\n`,
);

// The white draft: scenes get their numbers, pages their labels. Neither changes from now on.
const numbered = numberScenes(screenplay);
const white = lockPages(numbered, layoutScreenplay(numbered));

// The blue one: a scene comes in after the lamp room.
const blueSet = nextRevision(white, { date: '11/22/26' });
const last = blueSet.children[20]?.id ?? '';
const added = insertAfter(blueSet, last, [
  heading('ext. gallery - night', { id: 'gallery' }),
  action(`He leans out. ${'The sea gives nothing back. '.repeat(60)}`, { id: 'leans-out' }),
]);
const blue = reviseScreenplay(white, numberScenes(added, { locked: true }), 1);
console.log(
  printDiff(diffScreenplays(white, blue))
    .split('\n')
    .filter((line) => line.startsWith('+')).length,
  'lines in',
);

const pages = layoutScreenplay(blue);
console.log(pages.map(({ label, color }) => `${label ?? 'title'}${color === undefined ? '' : ' blue'}`).join(', '));
console.log(
  blue.children.flatMap((block) => (block.type === 'sceneHeading' ? [`${block.number} ${block.text}`] : [])).join(', '),
);

mkdirSync(folder, { recursive: true });
const { bytes, notes } = await printPdf(pages, { title: 'The Keepers' });
writeFileSync(join(folder, 'blue.pdf'), bytes);
writeFileSync(join(folder, 'blue.fdx'), printFdx(blue).text);
console.log(notes.length, 'notes');
