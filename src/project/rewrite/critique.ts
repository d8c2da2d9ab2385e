import type { RecordWrite } from '../../bibles/index.ts';
import { NO_MARKUP } from '../../markup/index.ts';
import { critiqueScenes } from '../../orchestrator/index.ts';
import { type Concern, noteDocument, type StandingScene, unsaid } from '../../rewrite/index.ts';
import { countedRun } from '../counted-run.ts';
import { noteNamed, viewIn } from '../notes/open-notes.ts';
import { recordWrite } from '../record-write.ts';
import { scopeOf } from '../scope.ts';
import type { Wiring } from '../wiring.ts';
import { lensesNamed } from './lenses.ts';
import type { CritiqueOptions, CritiqueReport } from './rewriting.ts';
import { readStanding, type Standing } from './standing.ts';

/** Have scenes read, and keep what was found. */
export async function critique(wiring: Wiring, how: CritiqueOptions): Promise<CritiqueReport> {
  const lenses = lensesNamed(how.lenses);
  const standing = await readStanding(wiring, how.script);
  const { story, desk } = standing;
  const { scenes: wanted } = scopeOf(story, how.scenes === undefined ? {} : { scenes: how.scenes });
  const scenes = standing.scenes.filter(({ card }) => wanted?.has(card.id) ?? true);
  const readers = { agents: wiring.agents, lenses };
  const kept = new Map<string, readonly string[]>();
  const keep = async (scene: StandingScene, found: readonly Concern[]): Promise<void> => {
    const writes = await noteWrites(standing, scene.card.id, found);
    kept.set(
      scene.card.id,
      writes.map(({ id }) => id),
    );
    if (writes.length === 0) return;
    const number = story.outline.cards.indexOf(scene.card) + 1;
    const author = { type: 'agent', name: lenses === undefined ? 'dramaturge' : 'critic' } as const;
    await desk.store.write({ script: desk.script.id, writes, author, reason: `critique of scene ${number}` });
  };
  const { value, tally } = await countedRun(wiring, { id: desk.script.id, how }, (run) =>
    critiqueScenes(run, scenes, { readers, keep }),
  );
  const after = await readStanding(wiring, desk.script.id);
  return {
    scenes: value.map(({ at, spent, ...work }) => {
      const ids = kept.get(at.id) ?? [];
      const found = 'done' in work ? work.done.length : 0;
      return {
        ...{ ...at, spent, known: found - ids.length },
        notes: ids.map((id) => viewIn(after, noteNamed(after, id))),
        ...('error' in work ? { error: work.error } : {}),
      };
    }),
    tally,
  };
}

/** The writes that keep what was found in a scene, as far as it is new. */
export async function noteWrites(
  standing: Standing,
  scene: string,
  found: readonly Concern[],
): Promise<readonly RecordWrite[]> {
  const { markup = NO_MARKUP } = standing.story;
  const known = markup.notes.filter((note) => note.scene === scene);
  const writes = unsaid(found, known).map((concern) =>
    recordWrite(standing.desk, { kind: 'note', id: concern.id, document: noteDocument(scene, concern) }),
  );
  return (await Promise.all(writes)).flat();
}
