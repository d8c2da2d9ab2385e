import { type ErrorCode, isScriptGenError } from '../core/index.ts';
import { sameBlocks } from '../markup/index.ts';
import {
  askedParts,
  type Concern,
  openScene,
  type Readers,
  type RewriteAsk,
  type Rewritten,
  readScene,
  rewriteText,
  type SceneElements,
  type StandingScene,
} from '../rewrite/index.ts';
import type { Block } from '../screenplay/index.ts';
import { aborted, type Run, type RunEvent, type ScenePlace } from '../steps/index.ts';

import { FATAL, placeOf } from './write-scenes.ts';

/** What the questions about one scene took. */
export interface SceneCost {
  readonly asked: number;
  readonly journal: number;
  /** US dollars spent now; `null` when a price is not known. */
  readonly cost: number | null;
}

/** Why a scene could not be read or rewritten. */
export interface SceneFailure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** One scene that was worked on, or why that failed. */
export type SceneWork<T> = { readonly at: ScenePlace; readonly spent: SceneCost } & (
  | { readonly done: T }
  | { readonly error: SceneFailure }
);

/** A scene that was rewritten. */
export interface RewrittenScene {
  readonly scene: StandingScene;
  readonly result: Rewritten;
  /** What it was rewritten from, as elements. */
  readonly original: SceneElements;
  /** The scene as it is to read, without the heading; the blocks of the scene itself where nothing changed. */
  readonly blocks: readonly Block[];
  /** The steps that made it, and the reviser's model. */
  readonly keys: readonly string[];
  readonly model: string;
}

/** A scene and what is asked of it. */
export interface SceneTask extends RewriteAsk {
  readonly scene: StandingScene;
}

/**
 * Rewrite scenes side by side. Each is given to `keep` as soon as it is done, so that what was paid for is kept however the
 * run ends; one that fails takes no other with it.
 *
 * @throws ScriptGenError `run/aborted`, or what concerns all scenes, after everything in flight has been kept.
 */
export function rewriteScenes(
  run: Run,
  tasks: readonly SceneTask[],
  { rounds, keep }: { readonly rounds?: number | undefined; readonly keep: (scene: RewrittenScene) => Promise<void> },
): Promise<readonly SceneWork<RewrittenScene>[]> {
  return eachScene(run, tasks, async (own, { scene, ...ask }) => {
    const open = openScene(scene);
    const parts = askedParts(own, scene, ask, open);
    const result = await rewriteText(parts, open.elements, rounds === undefined ? {} : { rounds });
    const printed = open.print(result.text);
    const made: RewrittenScene = {
      ...{ scene, result, original: open.elements, blocks: sameBlocks(printed, scene.blocks) ? scene.blocks : printed },
      keys: slotKeys(own),
      model: own.models('reviser').model,
    };
    await keep(made);
    return made;
  });
}

/** Have scenes read side by side, by rules and by readers: what was found in each. Kept and thrown as {@link rewriteScenes} does. */
export function critiqueScenes(
  run: Run,
  scenes: readonly StandingScene[],
  {
    readers,
    keep,
  }: { readonly readers: Readers; readonly keep: (scene: StandingScene, found: readonly Concern[]) => Promise<void> },
): Promise<readonly SceneWork<readonly Concern[]>[]> {
  return eachScene(
    run,
    scenes.map((scene) => ({ scene })),
    async (own, { scene }) => {
      const { elements } = openScene(scene);
      const { concerns } = await readScene(own, scene, { elements, rules: scene.asItStands(), readers });
      await keep(scene, concerns);
      return concerns;
    },
  );
}

/** Work on scenes side by side, the early ones first, and count what each takes. */
async function eachScene<Task extends { readonly scene: StandingScene }, T>(
  run: Run,
  tasks: readonly Task[],
  work: (run: Run, task: Task) => Promise<T>,
): Promise<readonly SceneWork<T>[]> {
  const halt = new AbortController();
  const stop = AbortSignal.any([run.stop, halt.signal]);
  let fatal: unknown;
  const works = await Promise.all(
    tasks.map(async (task): Promise<SceneWork<T>> => {
      const { story, card } = task.scene;
      const place = story.outline.cards.findIndex(({ id }) => id === card.id);
      const at = placeOf(story, card, place);
      const { count, total } = countCost();
      const emit = (event: RunEvent): void => {
        count(event);
        run.emit(event);
      };
      try {
        const done = await work({ ...run, stop, priority: place, emit, satisfied: new Map() }, task);
        run.emit({ type: 'scene-end', ...at, state: total().asked > 0 ? 'written' : 'fresh' });
        return { at, spent: total(), done };
      } catch (error) {
        if (!isScriptGenError(error) || FATAL.test(error.code)) {
          fatal ??= error;
          halt.abort();
        }
        const { code, message, hint } = isScriptGenError(error)
          ? error
          : { code: 'run/incomplete' as const, message: String(error), hint: undefined };
        run.emit({ type: 'scene-end', ...at, state: 'kept', error: { code, message, hint } });
        return { at, spent: total(), error: { code, message, hint } };
      }
    }),
  );
  if (run.stop.aborted) throw aborted();
  if (fatal !== undefined) throw fatal;
  return works;
}

function countCost(): { readonly count: (event: RunEvent) => void; readonly total: () => SceneCost } {
  let spent: SceneCost = { asked: 0, journal: 0, cost: 0 };
  return {
    count: (event) => {
      if (event.type !== 'step-end') return;
      const { source, cost } = event;
      if (source === 'journal') spent = { ...spent, journal: spent.journal + 1 };
      else
        spent = {
          ...spent,
          asked: spent.asked + 1,
          cost: spent.cost === null || cost === null ? null : spent.cost + cost,
        };
    },
    total: () => spent,
  };
}

/** The keys of the steps of a run, in the order of their slots. */
function slotKeys({ satisfied }: Run): readonly string[] {
  return [...satisfied.values()].sort((a, b) => (a.slot < b.slot ? -1 : 1)).map(({ key }) => key);
}
