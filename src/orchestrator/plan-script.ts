import type { Agents, Story } from '../agents/index.ts';
import type { SceneCard } from '../bibles/index.ts';
import { type Markup, sceneLock } from '../markup/index.ts';
import type { Role } from '../prompts/index.ts';
import type { Change, PlannedStep, Run, ScenePlace } from '../steps/index.ts';
import { withChains } from './chain.ts';
import { draftsFrom } from './draft.ts';
import {
  earlierAsKept,
  type Gone,
  goOver,
  goOverSurface,
  goThrough,
  surfaceMayFollow,
  type Within,
} from './go-through.ts';
import type { Plan, PlannedCall, PlannedScene, Reasons } from './report.ts';
import { isFine, keptBecause, type LeftBecause } from './scope.ts';
import { placeOf } from './write-scenes.ts';

/** Tokens an answer takes, by task: rough, from the schemas and the lengths that cards ask for. For plans only. */
const ANSWER_TOKENS: Readonly<Record<string, number>> = {
  'scene.lines': 350,
  'scene.together': 700,
  'scene.turn': 90,
  'scene.direct': 900,
  'scene.critique': 300,
  'scene.revise': 300,
  'scene.surface': 120,
};

/** Whose model answers the tasks that follow a scene's lines, in order. */
const ROLES: Readonly<Record<string, Role>> = {
  'scene.direct': 'director',
  'scene.critique': 'dramaturge',
  'scene.revise': 'reviser',
  'scene.surface': 'reviser',
};

/** The input of a question that may be asked or not: rough, the rules and a short scene. For plans only. */
const OPEN_TOKENS = 2500;

const NOTHING: Gone = { misses: [], keys: [] };

/**
 * Go through all scenes without asking anything, and say which would ask, and why. Those that the scope leaves out, or
 * that people keep as they are, are counted as left. `run` must be in plan mode.
 *
 * Where scenes are written in order, one whose text would change may change all that come after it: what they would ask
 * cannot be known, and stands in the plan as what may follow, with that scene as the reason.
 */
export async function planScript(run: Run, story: Story, within: Within = {}): Promise<Plan> {
  const { cards } = story.outline;
  const gone = await goThrough(run, story, within);
  const surface = await goOverSurface(run, story, { gone, drafts: within.drafts });
  const scenes = await Promise.all(
    cards.map(async (card, place) => {
      const went = gone[place] ?? NOTHING;
      const misses = [...went.misses, ...[surface.get(card.id)].filter((miss) => miss !== undefined)];
      return went.left !== undefined
        ? undefined
        : planned(run, { card, at: placeOf(story, card, place), ...went, misses });
    }),
  );
  const leftScenes = cards.flatMap((card, place) => {
    const because = gone[place]?.left;
    return because === undefined ? [] : [{ ...placeOf(story, card, place), because }];
  });
  const left = leftScenes.length;
  const mayFollow = surfaceMayFollow(run, story, { gone, drafts: within.drafts });
  const stale = withChains(
    scenes.filter((scene) => scene !== undefined),
    gone,
  );
  const sum = (of: (scene: PlannedScene) => number): number => stale.reduce((total, scene) => total + of(scene), 0);
  const priced = stale.every(({ cost }) => cost !== null);
  return {
    script: story.script,
    scenes: stale,
    fresh: cards.length - left - stale.length,
    ...(left === 0 ? {} : { left, leftScenes }),
    ...(mayFollow === 0 ? {} : { mayFollow }),
    calls: { least: sum((scene) => scene.calls.least), most: sum((scene) => scene.calls.most) },
    tokens: sum((scene) => scene.tokens),
    cost: priced ? sum((scene) => scene.cost ?? 0) : null,
    model: run.models('director').model,
  };
}

/** Say of one scene what it read and what has changed since. `run` must be in plan mode. */
export async function explainScene(run: Run, story: Story, card: SceneCard, agents?: Agents): Promise<Reasons> {
  const place = story.outline.cards.indexOf(card);
  const draft = draftsFrom(await run.store.loadArtifacts(run.script)).get(card.id);
  const { markup } = story;
  const left = keptBecause(card, { draft, markup });
  const signed = left === undefined ? {} : keptBy(markup, card, left);
  if (draft?.pinned)
    return {
      ...placeOf(story, card, place),
      state: left ?? 'pinned',
      changes: [],
      reads: [],
      ...signed,
    };
  const { misses, keys } = await goOver(run, story, card, { agents, earlier: await earlierAsKept(run, story, card) });
  const known = [...run.slots.values()].filter(({ slot }) => slot.startsWith(`${card.id}/`));
  const reads = new Map(
    known.flatMap((slot) => slot.references).map(({ label, version }) => [label, { label, version }]),
  );
  const reason = reasonFor(run, card, misses);
  const told = misses.length === 0 ? 'fresh' : reason === 'new' ? 'new' : 'stale';
  const fine = told === 'stale' && left === undefined && isFine({}, card, { markup, keys });
  return {
    ...placeOf(story, card, place),
    state: left ?? (fine ? 'fine' : told),
    ...(left !== undefined && told === 'stale' ? { stale: true } : {}),
    changes: told === 'stale' && reason !== 'new' ? reason : [],
    reads: [...reads.values()],
    ...(fine ? keptBy(markup, card, 'fine') : signed),
  };
}

/** What a scene would ask now. */
export interface AskedBy {
  /** The keys of its questions as far as they are known, answered or not, sorted. */
  readonly keys: readonly string[];
  /** Whether something of it is not answered. */
  readonly isStale: boolean;
  /** Whether a person says that it is fine so. */
  readonly isFine: boolean;
}

/** Say what a scene would ask now, whoever keeps it as it is. `run` must be in plan mode. */
export async function askedBy(run: Run, story: Story, card: SceneCard, agents?: Agents): Promise<AskedBy> {
  const { markup } = story;
  const { misses, keys } = await goOver(run, story, card, { agents, earlier: await earlierAsKept(run, story, card) });
  const isStale = misses.length > 0;
  return { keys, isStale, isFine: isStale && isFine({}, card, { markup, keys }) };
}

/** Who keeps a scene as it is, where it stands in a record. */
function keptBy(markup: Markup | undefined, { id }: SceneCard, because: LeftBecause): Pick<Reasons, 'kept'> {
  const found = {
    locked: () => sceneLock(markup, id),
    pinned: () => markup?.pins.get(id),
    fine: () => markup?.fines.get(id),
    scope: () => undefined,
  }[because]();
  if (found === undefined) return {};
  const { by, time, reason } = found;
  return { kept: { by, time, reason } };
}

async function planned(
  run: Run,
  { card, at, misses, openedBy }: Gone & { readonly card: SceneCard; readonly at: ScenePlace },
): Promise<PlannedScene | undefined> {
  if (misses.length === 0 && openedBy === undefined) return undefined;
  // A step that follows reads about what the missed one read.
  const reread = Math.max(...misses.map((miss) => miss.inputTokens), misses.length === 0 ? OPEN_TOKENS : 0);
  const may = openedBy === undefined ? followers(misses) : othersThan(misses);
  const after = may
    .filter((task) => run.surface !== false || task !== 'scene.surface')
    .map((task) => ({
      task,
      model: run.models(ROLES[task] ?? 'character').model,
    }));
  const asked = [
    ...misses.map(({ task, request: { model }, inputTokens }) => ({ task, model, inputTokens, isCertain: true })),
    ...after.map(({ task, model }) => ({ task, model, inputTokens: reread, isCertain: false })),
  ];
  const steps = await Promise.all(
    asked.map(async (call): Promise<PlannedCall> => {
      const outputTokens = (await run.estimator?.outputTokens(call.task)) ?? ANSWER_TOKENS[call.task] ?? 0;
      const cost = (await run.estimator?.cost(call.model, { ...call, outputTokens })) ?? null;
      return { ...call, outputTokens, cost };
    }),
  );
  return {
    ...at,
    reason: openedBy === undefined ? reasonFor(run, card, misses) : becauseOf(openedBy, reasonFor(run, card, misses)),
    calls: { least: misses.length, most: steps.length },
    steps,
    tokens: steps.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
    cost: steps.reduce<number | null>((sum, { cost }) => (sum === null || cost === null ? null : sum + cost), 0),
  };
}

/** The tasks that may be asked after these misses: what follows them in a scene. */
function followers(misses: readonly PlannedStep[]): readonly string[] {
  const turns = misses.filter(({ task }) => task === 'scene.turn').map(({ task }) => task);
  const order = Object.keys(ROLES);
  // Lines come first, whoever is asked for them.
  const last = Math.max(...misses.map((miss) => order.indexOf(miss.task)));
  // How many turns follow a turn is for whoever plays to say: one stands for them.
  return [...turns, ...order.slice(last + 1)];
}

/** The tasks of an open scene that may be asked beside these. */
function othersThan(misses: readonly PlannedStep[]): readonly string[] {
  return Object.keys(ROLES).filter((task) => misses.every((miss) => miss.task !== task));
}

/** The scene that comes before stands first among the reasons. */
function becauseOf(scene: number, reason: PlannedScene['reason']): PlannedScene['reason'] {
  if (reason === 'new') return reason;
  return [
    { label: `the text of scene ${scene}, which is written before it` },
    ...reason.filter(({ label }) => label !== UNFINISHED),
  ];
}

const UNFINISHED = 'the last build did not finish this scene';

function reasonFor(run: Run, card: SceneCard, misses: readonly PlannedStep[]): 'new' | readonly Change[] {
  if (![...run.slots.keys()].some((slot) => slot.startsWith(`${card.id}/`))) return 'new';
  const changes = new Map<string, Change>();
  for (const miss of misses) {
    if (miss.reason === 'new') continue;
    for (const change of miss.reason) changes.set(change.label, change);
  }
  if (changes.size > 0) return [...changes.values()];
  // A line that others say too, where none was before: of what they say, nothing was read.
  const isOfLines = misses.length > 0 && misses.every(({ task }) => task === 'scene.surface');
  if (isOfLines) return [{ label: 'what other scenes say alike' }];
  const isRegrouped = misses.some(({ slot, reason }) => reason !== 'new' && !run.slots.has(slot));
  return [{ label: isRegrouped ? 'who is asked in one request' : UNFINISHED }];
}
