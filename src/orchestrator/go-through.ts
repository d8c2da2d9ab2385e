import type { Agents, Story } from '../agents/index.ts';
import type { SceneCard } from '../bibles/index.ts';
import type { EarlierScene } from '../generators/index.ts';
import { PlanMiss, type PlannedStep, type Run } from '../steps/index.ts';
import { type Draft, draftsFrom } from './draft.ts';
import { type DraftAt, earlierFor } from './earlier.ts';
import { goneBefore } from './gone-before.ts';
import { isFine, type LeftBecause, leftBecause, type Scope } from './scope.ts';
import { surfaceScript } from './surface.ts';
import { type MadeScene, makeScene, type SceneHow, slotsOf } from './write-scene.ts';

/** What came of going over a scene without asking. */
export interface Gone {
  /** What is not in the journal. */
  readonly misses: readonly PlannedStep[];
  /** The scene, where nothing is missing. */
  readonly made?: MadeScene;
  /** The number of the scene before it whose text is not known, and which it reads. */
  readonly openedBy?: number;
  /** Why it stays as it is. */
  readonly left?: LeftBecause;
  /** The keys of what it would ask as far as that is known, answered or not, sorted. */
  readonly keys: readonly string[];
}

/** What a going through is held to: who asks, which scenes may be written, and what stands. */
export interface Within {
  readonly agents?: Agents | undefined;
  readonly scope?: Scope | undefined;
  readonly drafts?: ReadonlyMap<string, Draft> | undefined;
}

/**
 * Go over all scenes in plan mode, but those that are left as they are. Where they are written in order, one whose predecessor is not known is held against
 * what was kept of that, and is open: whether it asks depends on what will be written.
 */
export async function goThrough(
  run: Run,
  story: Story,
  { agents, scope = {}, drafts }: Within,
): Promise<readonly Gone[]> {
  const { order = 'parallel' } = run;
  const { cards } = story.outline;
  const { markup } = story;
  const over = async (card: SceneCard, earlier?: readonly EarlierScene[]): Promise<Gone> => {
    const left = leftBecause(scope, card, { draft: drafts?.get(card.id), markup });
    if (left !== undefined) return { misses: [], keys: [], left };
    const go = (): Promise<Gone> => goOver(run, story, card, { agents, earlier });
    const gone = earlier === undefined ? await goneBefore(run, story, { card, agents }, go) : await go();
    const { misses, keys } = gone;
    return misses.length > 0 && isFine(scope, card, { markup, keys }) ? { misses: [], keys, left: 'fine' } : gone;
  };
  if (order === 'parallel') return Promise.all(cards.map((card) => over(card)));
  const kept = await draftsKept(run, story);
  const gone: Gone[] = [];
  for (const [place, card] of cards.entries()) {
    const draftAt: DraftAt = (at) => gone[at]?.made?.draft ?? kept(at);
    const went = await over(card, earlierFor(order, { story, place, draftAt }));
    const opener = gone.findLastIndex(({ misses, openedBy }) => misses.length > 0 || openedBy !== undefined);
    const isOpen = went.left === undefined && opener >= 0 && (order === 'full' || opener === place - 1);
    gone.push(isOpen ? { misses: went.misses, keys: went.keys, openedBy: opener + 1 } : went);
  }
  return gone;
}

/**
 * What the surface pass would ask of scenes that are written, by scene: as long as one is not, what it would say again is
 * not known, and neither is what the others would have to change.
 */
export async function goOverSurface(
  run: Run,
  story: Story,
  { gone, drafts }: { readonly gone: readonly Gone[] } & Pick<Within, 'drafts'>,
): Promise<ReadonlyMap<string, PlannedStep>> {
  const made = new Map(gone.flatMap(({ made: scene }) => (scene === undefined ? [] : [[scene.draft.scene, scene]])));
  const { cards } = story.outline;
  const left = new Map(
    cards.flatMap(({ id }, place) => {
      const draft = gone[place]?.left === undefined ? undefined : drafts?.get(id);
      return draft === undefined ? [] : [[id, draft]];
    }),
  );
  if (run.surface === false || cards.some(({ id }) => !made.has(id) && !left.has(id))) return new Map();
  const misses: PlannedStep[] = [];
  await surfaceScript({ ...run, planned: misses }, story, { made, left });
  return new Map(misses.map((miss) => [miss.scene ?? '', miss]));
}

/**
 * How many fresh scenes the surface pass may ask something of when what is missing is written: all of them, since each
 * may say what a new line says. None while a scene that is left has no text, for then it does not begin.
 */
export function surfaceMayFollow(
  run: Run,
  { outline: { cards } }: Story,
  { gone, drafts }: { readonly gone: readonly Gone[] } & Pick<Within, 'drafts'>,
): number {
  const isOpen = ({ misses, openedBy }: Gone): boolean => misses.length > 0 || openedBy !== undefined;
  const hasGap = cards.some(({ id }, place) => gone[place]?.left !== undefined && drafts?.has(id) !== true);
  if (run.surface === false || hasGap || !gone.some(isOpen)) return 0;
  return gone.filter((one) => one.left === undefined && !isOpen(one)).length;
}

/** Go over one scene in plan mode. */
export async function goOver(run: Run, story: Story, card: SceneCard, how: SceneHow): Promise<Gone> {
  const misses: PlannedStep[] = [];
  const own: Run = { ...run, planned: misses, satisfied: new Map() };
  const keysOf = (): readonly string[] => [...slotsOf(own, card.id), ...misses].map(({ key }) => key).toSorted(byText);
  try {
    const made = await makeScene(own, story, card, how);
    return { misses, made, keys: keysOf() };
  } catch (error) {
    if (!(error instanceof PlanMiss)) throw error;
    return { misses, keys: keysOf() };
  } finally {
    for (const [slot, record] of own.satisfied) run.satisfied.set(slot, record);
  }
}

/** What a scene would read of those before it as they were kept. */
export async function earlierAsKept(
  run: Run,
  story: Story,
  card: SceneCard,
): Promise<readonly EarlierScene[] | undefined> {
  const { order = 'parallel' } = run;
  if (order === 'parallel') return undefined;
  const place = story.outline.cards.indexOf(card);
  return earlierFor(order, { story, place, draftAt: await draftsKept(run, story) });
}

async function draftsKept(run: Run, { outline: { cards } }: Story): Promise<DraftAt> {
  const drafts = draftsFrom(await run.store.loadArtifacts(run.script));
  return (place) => drafts.get(cards[place]?.id ?? '');
}

function byText(one: string, other: string): number {
  return one < other ? -1 : 1;
}
