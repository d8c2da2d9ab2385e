import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { type Json, toJson } from '../src/core/index.ts';
import { type LineLock, play, type Shelf, someHappening } from '../src/markup/fixtures/history.ts';
import { numbered, someText } from '../src/markup/fixtures/scenes.ts';
import { editDocument, textOfScene } from '../src/markup/index.ts';
import { draftsFrom } from '../src/orchestrator/index.ts';
import { openProject } from '../src/project.ts';
import { sameBlock, scenesOf } from '../src/screenplay/index.ts';
import { openSqlite } from '../src/storage/index.ts';
import { scratch } from './support/cli.ts';

/*
 * What holds for a scene in memory (src/markup/lines-stand.test.ts) holds in a database, with its change sets and its undo.
 */

/** By hand: `RUNS=300 npx vitest run tests/lines-stand.test.ts`. */
const RUNS = Number(process.env['RUNS'] ?? 10);

const folder = scratch();
afterAll(() => folder.remove());

test('in a database too, locked bytes stay, no line of a person goes by itself, and what is undone reads as it did', async () => {
  const project = await openProject({ dir: folder.dir, env: {}, detect: false });
  const storage = await openSqlite(join(folder.dir, '.scriptgen', 'scriptgen.db'));
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(someText, fc.array(someHappening, { minLength: 5, maxLength: 15 }), async (first, happenings) => {
      tried += 1;
      const { script } = await project.write({ logline: `A keeper lets lamp ${tried} go out.`, scenes: 1 });
      const { story } = await project.prepare({ script: script.id });
      const scene = story.outline.cards[0]?.id ?? '';
      const shelf = shelfOf(script.id, scene);
      await shelf.generate(numbered(first));
      await play(shelf, happenings);
      const { markup } = (await project.prepare({ script: script.id })).story;
      const draft = draftsFrom(await storage.runs.loadArtifacts(script.id)).get(scene);
      const printed = scenesOf(await project.getScreenplay(script.id)).find(({ heading }) => heading !== undefined);
      const { blocks } = textOfScene(markup, draft ?? { scene, blocks: [] });
      for (const [at, block] of blocks.entries()) {
        const there = printed?.blocks[at + 1];
        expect(there !== undefined && sameBlock(there, block)).toBe(true);
      }
    }),
    { numRuns: RUNS },
  );
  await storage.close();
  await project.close();

  function shelfOf(script: string, scene: string): Shelf {
    const write = async (kind: 'edit' | 'lock', id: string, document: Json | null) => ({
      ...({ type: 'record', kind, id } as const),
      expected: (await storage.bibles.listRecordVersions(script, { kind, id }))[0]?.version ?? 0,
      document,
    });
    let number = 0;
    return {
      load: async () => {
        const { markup } = (await project.prepare({ script })).story;
        const draft = draftsFrom(await storage.runs.loadArtifacts(script)).get(scene);
        const locks = (markup?.locks ?? []).filter((lock): lock is LineLock => lock.scope === 'line');
        return { generated: draft?.blocks ?? [], edit: markup?.edits.get(scene), locks };
      },
      generate: async (blocks) => {
        const draft = draftsFrom(await storage.runs.loadArtifacts(script)).get(scene);
        await storage.runs.saveArtifacts(script, [{ name: scene, value: toJson({ ...draft, blocks }) }]);
      },
      write: async ({ edit, lock, unlock }) => {
        number += 1;
        const writes = [
          ...(edit === undefined
            ? []
            : [await write('edit', scene, edit === null ? null : toJson(editDocument(edit)))]),
          ...(lock === undefined
            ? []
            : [await write('lock', `lk_${number}`, toJson({ scope: 'line', scene, blocks: lock }))]),
          ...(unlock === undefined ? [] : [await write('lock', unlock, null)]),
        ];
        const author = { type: 'person', name: 'Mara' } as const;
        const { changeSet } = await storage.bibles.write({ script, writes, author, reason: '' });
        return changeSet !== undefined;
      },
      undo: async () => {
        await project.undo(undefined, {}, script);
      },
    };
  }
});
