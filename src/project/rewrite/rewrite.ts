import { NO_MARKUP } from '../../markup/index.ts';
import { type RewrittenScene, rewriteScenes, type SceneWork } from '../../orchestrator/index.ts';
import { instructionOf, noteDocument } from '../../rewrite/index.ts';
import { countedRun } from '../counted-run.ts';
import { recordWrite } from '../record-write.ts';
import type { Wiring } from '../wiring.ts';
import { type Chosen, chooseScenes } from './choose-scenes.ts';
import { harmNote, isHarmful, outcomeOf, saveOutcomes } from './outcomes.ts';
import { applyWrites, keepRewritten } from './proposals.ts';
import type { RewriteOptions, RewriteReport, RewriteScene } from './rewriting.ts';
import { readStanding, type Standing } from './standing.ts';

/** Have scenes rewritten, and keep each as a proposal as soon as it is done. */
export async function rewrite(wiring: Wiring, how: RewriteOptions): Promise<RewriteReport> {
  const first = await readStanding(wiring, how.script);
  const { model } = wiring.modelFor('reviser');
  const outcome = outcomeOf(first.artifacts, model);
  const isTrusted = !isHarmful(outcome);
  const asked = chooseScenes(wiring, first, { ...how, isTrusted });
  const standing = await keepInstruction(wiring, first, { chosen: asked, how });
  const { desk } = standing;
  const proposals = new Map<string, string>();
  const made: RewrittenScene[] = [];
  const keep = async (scene: RewrittenScene): Promise<void> => {
    made.push(scene);
    const proposal = await keepRewritten(standing, scene);
    if (proposal !== undefined) proposals.set(scene.scene.card.id, proposal);
  };
  const { value, tally } = await countedRun(wiring, { id: desk.script.id, how }, async (run) => {
    try {
      return await rewriteScenes(run, asked.tasks, { keep, rounds: how.iterations });
    } finally {
      await saveOutcomes(run.store, desk.script.id, made);
    }
  });
  const changeSet = how.apply === true ? await applyAll(wiring, [...proposals.values()], how) : undefined;
  const scenes = [
    ...value.map((work) => reportOf(work, proposals.get(work.at.id), changeSet !== undefined)),
    ...asked.left.map(({ at, why }): RewriteScene => ({ ...at, ...NOTHING, state: 'left', why })),
  ].sort((a, b) => a.number - b.number);
  return {
    status: scenes.some(({ error }) => error !== undefined) ? 'incomplete' : 'done',
    scenes,
    ...(changeSet === undefined ? {} : { changeSet }),
    notes: isTrusted ? [] : [harmNote(model, outcome)],
    tally,
  };
}

/** Keep what a person asks for as a note of each scene, before anything is asked: then a proposal can say that it answers it. */
async function keepInstruction(
  wiring: Wiring,
  standing: Standing,
  { chosen, how }: { readonly chosen: Chosen; readonly how: RewriteOptions },
): Promise<Standing> {
  const { instruction, author = 'writer' } = how;
  if (instruction === undefined || chosen.tasks.length === 0) return standing;
  const { desk, story } = standing;
  const open = new Set((story.markup ?? NO_MARKUP).notes.filter(({ state }) => state === 'open').map(({ id }) => id));
  const writes = await Promise.all(
    chosen.tasks
      .map(({ scene: { card } }) => ({ scene: card.id, concern: instructionOf(card.id, instruction) }))
      .filter(({ concern }) => !open.has(concern.id))
      .map(({ scene, concern }) =>
        recordWrite(standing.desk, { kind: 'note', id: concern.id, document: noteDocument(scene, concern) }),
      ),
  );
  if (writes.length === 0) return standing;
  await desk.store.write({
    ...{ script: desk.script.id, writes: writes.flat(), author: { type: 'person', name: author } },
    reason: instruction.replaceAll('\0', ''),
  });
  return readStanding(wiring, desk.script.id);
}

async function applyAll(
  wiring: Wiring,
  proposals: readonly string[],
  { script, author = 'writer' }: RewriteOptions,
): Promise<string | undefined> {
  const standing = await readStanding(wiring, script);
  const { desk } = standing;
  const writes = await applyWrites(standing, proposals);
  if (writes.length === 0) return undefined;
  const written = await desk.store.write({
    ...{ script: desk.script.id, writes, author: { type: 'person', name: author }, reason: 'rewriting applied' },
  });
  return written.changeSet;
}

const NOTHING = {
  ...{ rounds: 0, found: 0, settled: [], left: 0, decisions: [], spent: { asked: 0, journal: 0, cost: 0 } },
} as const;

function reportOf(
  { at, spent, ...work }: SceneWork<RewrittenScene>,
  proposal: string | undefined,
  isApplied: boolean,
): RewriteScene {
  if ('error' in work) return { ...at, ...NOTHING, state: 'failed', spent, error: work.error };
  const { rounds, stopped, found, settled, left, decisions } = work.done.result;
  return {
    ...at,
    state: proposal === undefined ? 'unchanged' : isApplied ? 'applied' : 'proposed',
    ...{ rounds, stopped, found: found.length, settled, left: left.length, decisions, spent },
    ...(proposal === undefined ? {} : { proposal }),
  };
}
