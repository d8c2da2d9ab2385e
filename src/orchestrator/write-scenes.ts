import type { Agents, Story } from '../agents/index.ts';
import type { SceneCard } from '../bibles/index.ts';
import { type ErrorCode, isScriptGenError, sameJson } from '../core/index.ts';
import { type EarlierScene, headingOf } from '../generators/index.ts';
import { aborted, type Run, type RunEvent, type ScenePlace, type SlotRecord } from '../steps/index.ts';
import { beforeSurface, type Draft, draftArtifact } from './draft.ts';
import { earlierFor } from './earlier.ts';
import { goOver } from './go-through.ts';
import type { SceneReport } from './report.ts';
import { isFine, type LeftBecause, leftBecause, type Scope } from './scope.ts';
import { type MadeScene, makeScene, type SceneHow, slotsOf } from './write-scene.ts';

/** A scene's report, and its text if it has one. */
export interface SceneOutcome {
  readonly report: SceneReport;
  readonly draft?: Draft;
  /** The scene as it was made now; absent where it failed. */
  readonly made?: MadeScene;
}

/**
 * Errors that every scene would meet alike: the first one ends the run. All others cost one scene. A budget that is
 * spent does too: scenes that need nothing asked are still written.
 */
export const FATAL = /^(config|prompt|storage)\/|^run\/(?!over-budget$)|^model\/(unauthorized|unknown|quota)$/;

/** How scenes are written: by whom, and which of them. */
export interface Writing {
  /** Those that ScriptGen brings unless given. */
  readonly agents?: Agents | undefined;
  readonly scope?: Scope | undefined;
}

/**
 * Write all scenes of the scope side by side, or one after the other where a scene reads those before it (`run.order`).
 * Each draft is kept as soon as it is done; a scene that fails keeps its last draft, if it has one, and never takes
 * another scene with it.
 *
 * @throws ScriptGenError `run/aborted` when the run was stopped, or the first error that concerns all scenes;
 * either way only after everything in flight has been kept.
 */
export async function writeScenes(
  run: Run,
  story: Story,
  before: ReadonlyMap<string, Draft>,
  { agents, scope = {} }: Writing = {},
): Promise<readonly SceneOutcome[]> {
  const { order = 'parallel' } = run;
  const halt = new AbortController();
  const stop = AbortSignal.any([run.stop, halt.signal]);
  let fatal: unknown;
  const write = async (card: SceneCard, place: number, earlier?: readonly EarlierScene[]): Promise<SceneOutcome> => {
    const at = placeOf(story, card, place);
    const draft = before.get(card.id);
    const because =
      leftBecause(scope, card, { draft, markup: story.markup }) ??
      ((await isStillFine(run, story, { scope, card, agents, earlier })) ? 'fine' : undefined);
    if (because !== undefined) return leave(run, story, { card, at, draft, because, agents, earlier });
    const how = { at, before: draft, agents, earlier };
    try {
      return await writeOne({ ...run, stop, priority: place }, story, { card, ...how });
    } catch (error) {
      if (!isScriptGenError(error) || FATAL.test(error.code)) {
        // Scenes that were halted because of the first error report a stop; the first error is the one to tell.
        fatal ??= error;
        halt.abort();
      }
      return failed(run, at, { error, draft });
    }
  };
  const { cards } = story.outline;
  const outcomes: SceneOutcome[] = [];
  if (order === 'parallel') outcomes.push(...(await Promise.all(cards.map((card, place) => write(card, place)))));
  else
    for (const [place, card] of cards.entries()) {
      const draftAt = (at: number): Draft | undefined => outcomes[at]?.draft;
      outcomes.push(await write(card, place, earlierFor(order, { story, place, draftAt })));
    }
  if (run.stop.aborted) throw aborted();
  if (fatal !== undefined) throw fatal;
  return outcomes;
}

/** A scene as events and reports name it. */
export function placeOf(story: Story, card: SceneCard, place: number): ScenePlace {
  const label = story.outline.labels?.[card.id];
  const number = { number: place + 1, ...(label === undefined ? {} : { label }) };
  return { id: card.id, ...number, heading: headingOf(story.bible, card) };
}

/** A run that asks nothing, tells nothing and keeps nothing. */
function silent(run: Run): Run {
  return { ...run, mode: 'plan', emit: () => undefined, save: undefined };
}

/** Whether a person says of a scene that it is fine with what it would ask. */
async function isStillFine(
  run: Run,
  story: Story,
  { scope, card, ...how }: SceneHow & { readonly scope: Scope; readonly card: SceneCard },
): Promise<boolean> {
  const { markup } = story;
  if (markup?.fines.has(card.id) !== true) return false;
  const { misses, keys } = await goOver(silent(run), story, card, how);
  return misses.length > 0 && isFine(scope, card, { markup, keys });
}

/** Leave a scene as it is, and say whether it would be asked for otherwise. */
async function leave(
  run: Run,
  story: Story,
  {
    card,
    at,
    draft,
    because,
    ...how
  }: SceneHow & { card: SceneCard; at: ScenePlace; draft: Draft | undefined; because: LeftBecause },
): Promise<SceneOutcome> {
  // What a person wrote where nothing was generated can be stale no more than what they took over.
  const isOwn = draft === undefined ? because === 'pinned' : draft.pinned === true;
  const stale = !isOwn && (await goOver(silent(run), story, card, how)).misses.length > 0;
  const report: SceneReport = { ...at, state: 'left', because, ...(stale ? { stale } : {}) };
  run.emit({ type: 'scene-end', ...report });
  return { report, ...(draft ? { draft } : {}) };
}

async function writeOne(
  run: Run,
  story: Story,
  { card, at, before, ...how }: SceneHow & { card: SceneCard; at: ScenePlace; before: Draft | undefined },
): Promise<SceneOutcome> {
  let asked = false;
  const emit = (event: RunEvent): void => {
    if (event.type === 'step-end' && event.source !== 'journal') asked = true;
    run.emit(event);
  };
  const own: Run = { ...run, emit, satisfied: new Map() };
  const made = await makeScene(own, story, card, how);
  for (const [slot, record] of own.satisfied) run.satisfied.set(slot, record);
  // What the surface pass made of the same draft the last time stands until it is over again.
  const draft = before !== undefined && sameDraft(beforeSurface(before), made.draft) ? before : made.draft;
  await keepDraft(own, story, { draft, before });
  const report: SceneReport = { ...at, state: asked ? 'written' : 'fresh' };
  run.emit({ type: 'scene-end', ...report });
  return { report: { ...report, ...(draft.notes === undefined ? {} : { notes: draft.notes }) }, draft, made };
}

function sameDraft(one: Draft, other: Draft): boolean {
  return sameJson(one, other);
}

/**
 * Whether a slot read the same in the same versions as when it was kept. Where it asks the same, only versions of entries
 * can differ: a fingerprint that differs is another question.
 */
function sameSlot(kept: SlotRecord, now: SlotRecord): boolean {
  return (
    kept.key === now.key &&
    kept.references.length === now.references.length &&
    kept.references.every((was, at) => {
      const is = now.references[at];
      if (is?.source !== was.source || is.field !== was.field || is.label !== was.label) return false;
      return !/^v\d/.test(was.version) || is.version === was.version;
    })
  );
}

/** Keep a draft and what its slots read, as far as either is new. */
export async function keepDraft(
  run: Run,
  { markup }: Pick<Story, 'markup'>,
  { draft, before }: { readonly draft: Draft; readonly before: Draft | undefined },
): Promise<void> {
  const isNew = !before || !sameDraft(before, draft);
  const slots = slotsOf(run, draft.scene).filter((slot) => {
    const last = run.slots.get(slot.slot);
    return !last || !sameSlot(last, slot);
  });
  await Promise.all([
    isNew ? run.store.saveArtifacts(run.script, [draftArtifact(draft, markup)]) : undefined,
    slots.length > 0 ? run.journal.saveSlots(run.script, slots) : undefined,
  ]);
}

function failed(
  run: Run,
  at: ScenePlace,
  { error, draft }: { error: unknown; draft: Draft | undefined },
): SceneOutcome {
  const { code, message, hint } = isScriptGenError(error)
    ? error
    : { code: 'run/incomplete' as ErrorCode, message: String(error), hint: undefined };
  const report: SceneReport = { ...at, state: draft ? 'kept' : 'failed', error: { code, message, hint } };
  run.emit({ type: 'scene-end', ...report });
  return { report, ...(draft ? { draft } : {}) };
}
