import type { Story } from '../agents/index.ts';
import type { Outline, SceneCard } from '../bibles/index.ts';
import { isScriptGenError } from '../core/index.ts';
import { findEchoes, type SurfaceScene, surfaceScene, usedRuns } from '../rewrite/index.ts';
import { aborted, PlanMiss, type Run } from '../steps/index.ts';
import { blocksOf, type Draft } from './draft.ts';
import { type MadeScene, slotsOf } from './write-scene.ts';
import { FATAL, keepDraft, type SceneOutcome } from './write-scenes.ts';

/** What the surface pass makes of a scene: another draft, or why there is none. */
export type Surfaced = { readonly draft: Draft } | { readonly error: unknown };

/**
 * Go over all scenes that are written, as one script: what it says again and again is said in other words, once, by the
 * scenes that come later. Only the lines that are found are asked for, and nobody is asked where none is. A scene that
 * fails keeps the draft it has.
 */
export async function surfaceScript(
  run: Run,
  story: Story,
  made: ReadonlyMap<string, MadeScene>,
): Promise<ReadonlyMap<string, Surfaced>> {
  const cards = story.outline.cards.filter(({ id }) => made.has(id));
  const scenes = cards.flatMap((card): readonly SurfaceScene[] => {
    const scene = made.get(card.id);
    if (scene === undefined) return [];
    const { elements, keep } = scene;
    return [{ id: card.id, elements, keep, allowed: wordsOf(card, story.outline) }];
  });
  const names = story.bible.entries.flatMap(({ kind, name, aliases }) =>
    kind === 'character' ? [name, ...aliases] : [],
  );
  const echoes = findEchoes(scenes, names);
  const used = usedRuns(scenes, names);
  const asked = await Promise.all(
    cards.map(async (card, place): Promise<readonly [string, Surfaced] | undefined> => {
      const scene = made.get(card.id);
      const own = echoes.get(card.id) ?? [];
      if (scene === undefined || own.length === 0) return undefined;
      const { draft, elements, keep } = scene;
      try {
        const stage = { story, card, take: 0, elements };
        const after = await surfaceScene({ ...run, priority: place }, stage, { echoes: own, keep, used });
        return [card.id, { draft: surfaced(run, card, draft, after) }];
      } catch (error) {
        // A plan goes on to the next scene; what is missing is in the list.
        if (error instanceof PlanMiss) return undefined;
        return [card.id, { error }];
      }
    }),
  );
  return new Map(asked.filter((one) => one !== undefined));
}

/**
 * The outcomes of a script after the surface pass, kept. It is gone over only as a whole: where a scene failed, every
 * scene stays as it is until all are there, so that nothing is asked for a script that does not stand yet.
 *
 * @throws ScriptGenError as `writeScenes` does.
 */
export async function surfaceOutcomes(
  run: Run,
  story: Story,
  outcomes: readonly SceneOutcome[],
): Promise<readonly SceneOutcome[]> {
  if (outcomes.some(({ made }) => made === undefined)) return outcomes;
  const asked = new Set<string>();
  const emit: Run['emit'] = (event) => {
    if (event.type === 'step-end' && event.source !== 'journal' && event.scene !== undefined) asked.add(event.scene);
    run.emit(event);
  };
  const made = new Map(outcomes.flatMap((one) => (one.made === undefined ? [] : [[one.report.id, one.made]])));
  const after =
    run.surface === false ? new Map<string, Surfaced>() : await surfaceScript({ ...run, emit }, story, made);
  if (run.stop.aborted) throw aborted();
  const errors = [...after.values()].flatMap((one) => ('error' in one ? [one.error] : []));
  const fatal = errors.find((error) => !isScriptGenError(error) || FATAL.test(error.code));
  if (fatal !== undefined) throw fatal;
  return Promise.all(
    outcomes.map(async (outcome): Promise<SceneOutcome> => {
      const { report } = outcome;
      const one = after.get(report.id) ?? { draft: made.get(report.id)?.draft };
      if ('error' in one) return { ...outcome, report: { ...report, ...failure(one.error) } };
      if (one.draft === undefined) return outcome;
      await keepDraft(run, one.draft, outcome.draft);
      const state = asked.has(report.id) ? 'written' : report.state;
      return { ...outcome, report: { ...report, state }, draft: one.draft };
    }),
  );
}

function failure(error: unknown): Pick<SceneOutcome['report'], 'state' | 'error'> {
  const { code, message, hint } = isScriptGenError(error)
    ? error
    : { code: 'run/incomplete' as const, message: String(error), hint: undefined };
  return { state: 'kept', error: { code, message, hint } };
}

function surfaced(
  run: Run,
  card: SceneCard,
  draft: Draft,
  { elements, decisions }: Awaited<ReturnType<typeof surfaceScene>>,
): Draft {
  const { blocks, keys } = draft;
  return {
    ...draft,
    blocks: blocksOf(card, elements),
    keys: slotsOf(run, card.id).map(({ key }) => key),
    decisions: [...draft.decisions, ...decisions],
    base: { blocks, keys, decisions: draft.decisions },
  };
}

/** What a scene may say whoever says it too: the words of its card, and what is planted. */
function wordsOf(card: SceneCard, { plan }: Outline): readonly string[] {
  const { goal, opposition, beats, synopsis, image = '', learns, uses = [] } = card;
  const plants = plan?.plants.map(({ what }) => what) ?? [];
  return [goal, opposition, ...beats, synopsis, image, ...[...learns, ...uses].map(({ fact }) => fact), ...plants];
}
