import type { Agents, Story } from '../agents/index.ts';
import type { SceneCard } from '../bibles/index.ts';
import type { EarlierScene } from '../generators/index.ts';
import { PlanMiss, type PlannedStep, type Run } from '../steps/index.ts';
import { type Draft, draftsFrom } from './draft.ts';
import { type DraftAt, earlierFor } from './earlier.ts';
import { surfaceScript } from './surface.ts';
import { type MadeScene, makeScene, type SceneHow } from './write-scene.ts';

/** What came of going over a scene without asking. */
export interface Gone {
  /** What is not in the journal. */
  readonly misses: readonly PlannedStep[];
  /** The scene, where nothing is missing. */
  readonly made?: MadeScene;
  /** The number of the scene before it whose text is not known, and which it reads. */
  readonly openedBy?: number;
}

/** A scene that stays as it is. */
const LEFT: Gone = { misses: [] };

/**
 * Go over all scenes in plan mode, but those that are left as they are. Where they are written in order, one whose predecessor is not known is held against
 * what was kept of that, and is open: whether it asks depends on what will be written.
 */
export async function goThrough(
  run: Run,
  story: Story,
  { agents, isLeft }: { readonly agents?: Agents | undefined; readonly isLeft: (card: SceneCard) => boolean },
): Promise<readonly Gone[]> {
  const { order = 'parallel' } = run;
  const { cards } = story.outline;
  if (order === 'parallel')
    return Promise.all(cards.map((card) => (isLeft(card) ? LEFT : goOver(run, story, card, { agents }))));
  const kept = await draftsKept(run, story);
  const gone: Gone[] = [];
  for (const [place, card] of cards.entries()) {
    if (isLeft(card)) {
      gone.push(LEFT);
      continue;
    }
    const draftAt: DraftAt = (at) => gone[at]?.made?.draft ?? kept(at);
    const earlier = earlierFor(order, { story, place, draftAt });
    const went = await goOver(run, story, card, { agents, earlier });
    const opener = gone.findLastIndex(({ misses, openedBy }) => misses.length > 0 || openedBy !== undefined);
    const isOpen = order === 'full' ? opener >= 0 : opener === place - 1 && opener >= 0;
    gone.push(isOpen ? { misses: went.misses, openedBy: opener + 1 } : went);
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
  { gone, isLeft, drafts }: { readonly gone: readonly Gone[] } & Leaving,
): Promise<ReadonlyMap<string, PlannedStep>> {
  const made = new Map(gone.flatMap(({ made: scene }) => (scene === undefined ? [] : [[scene.draft.scene, scene]])));
  const { cards } = story.outline;
  const left = new Map(
    cards.filter(isLeft).flatMap(({ id }) => [drafts?.get(id)].flatMap((draft) => (draft ? [[id, draft]] : []))),
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
  { gone, isLeft, drafts }: { readonly gone: readonly Gone[] } & Leaving,
): number {
  const isOpen = ({ misses, openedBy }: Gone): boolean => misses.length > 0 || openedBy !== undefined;
  const hasGap = cards.some((card) => isLeft(card) && drafts?.has(card.id) !== true);
  if (run.surface === false || hasGap || !gone.some(isOpen)) return 0;
  return cards.filter((card, place) => !isLeft(card) && !isOpen(gone[place] ?? LEFT)).length;
}

/** Which scenes stay as they are, and what stands. */
interface Leaving {
  readonly isLeft: (card: SceneCard) => boolean;
  readonly drafts?: ReadonlyMap<string, Draft> | undefined;
}

/** Go over one scene in plan mode. */
export async function goOver(run: Run, story: Story, card: SceneCard, how: SceneHow): Promise<Gone> {
  const misses: PlannedStep[] = [];
  try {
    return { misses, made: await makeScene({ ...run, planned: misses }, story, card, how) };
  } catch (error) {
    if (!(error instanceof PlanMiss)) throw error;
    return { misses };
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
