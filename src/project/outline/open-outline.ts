import { randomUUID } from 'node:crypto';
import type { Story } from '../../agents/index.ts';
import { factsMoved, findCard, type Script } from '../../bibles/index.ts';
import { ScriptGenError } from '../../core/index.ts';
import { cardNamed } from '../bible/desk.ts';
import type { ChangeOptions } from '../bible/script-bible.ts';
import type { Wiring } from '../wiring.ts';
import { cardHistory, cardOf } from './card-history.ts';
import { changedOutline, type OutlineChange } from './change.ts';
import { commitCards, commitOutline, type Wanted } from './commit.ts';
import type { CardVersion, OutlineChanged, ScriptOutline } from './script-outline.ts';
import { viewOf } from './view.ts';

/** The part of a project that people work on an outline with. */
export interface ProjectOutline {
  /** The outline of a script: its cards, their changes, their history. */
  outline(script?: string): Promise<ScriptOutline>;
}

/** Open that part of a project. */
export function openOutline(wiring: Wiring): ProjectOutline {
  return { outline: async (name) => scriptOutline(wiring, await wiring.getScript(name)) };
}

function scriptOutline(wiring: Wiring, script: Script): ScriptOutline {
  const story = (): Promise<Story> => wiring.storyOf(script);
  const change = async (asked: OutlineChange, wanted: Wanted): Promise<OutlineChanged> => {
    const now = await story();
    return commitOutline(wiring, now, changedOutline(now, asked), wanted);
  };
  return {
    list: async () => {
      const now = await story();
      return now.outline.cards.map((card) => viewOf(now, card));
    },
    get: async (scene) => {
      const now = await story();
      return viewOf(now, cardNamed(now.outline, scene, script.title));
    },
    set: async (scene, said, how) => {
      const names = [...Object.keys(said.fields ?? {}), ...(said.texts ?? []).map(([field]) => field)];
      return change({ type: 'set', scene, ...said }, { reason: `set ${names.join(', ')}`, ...how });
    },
    add: (said, { after, ...how } = {}) =>
      change({ type: 'add', id: newId(), after, ...said }, { reason: 'added', ...how }),
    move: (scene, after, how) => change({ type: 'move', scene, after }, { reason: 'moved', ...how }),
    split: (scene, beat, { fields = {}, texts = [], ...how } = {}) =>
      change({ type: 'split', scene, beat, id: newId(), fields, texts }, { reason: `split at beat ${beat}`, ...how }),
    merge: async (first, second, how) => {
      const now = await story();
      const after = changedOutline(now, { type: 'merge', first, second });
      const [one, other] = [first, second].map((scene) => cardNamed(now.outline, scene, script.title).id);
      const { bibles } = await wiring.storage();
      const entries = factsMoved(await bibles.listEntries(script.id), other ?? '', one ?? '');
      return commitOutline(wiring, now, after, { reason: 'merged', ...how, entries });
    },
    remove: (scene, how) => change({ type: 'remove', scene }, { reason: 'removed', ...how }),
    restore: (scene, version, how) => restore(wiring, script, { scene, version, ...how }),
    history: (scene) => history(wiring, script, scene),
  };
}

function newId(): string {
  return `sc_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
}

async function restore(
  wiring: Wiring,
  script: Script,
  { scene, version, ...how }: ChangeOptions & { readonly scene: string; readonly version: number | undefined },
): Promise<OutlineChanged> {
  const story = await wiring.storyOf(script);
  const { bibles } = await wiring.storage();
  const card = findCard(story.outline, scene);
  const id = card?.id ?? scene.trim();
  const versions = await bibles.listRecordVersions(script.id, { kind: 'card', id });
  if (card === undefined && versions.length === 0) throw await notRemoved(wiring, story, scene);
  if (card !== undefined && version === undefined) throw isThere(story, scene);
  const wanted =
    version === undefined
      ? versions.find(({ document }) => document !== null)
      : versions.find((one) => one.version === version);
  const old = wanted && cardOf(wanted);
  if (!old) throw noVersion(scene, version, card?.version ?? versions[0]?.version ?? 0);
  const write = {
    ...({ type: 'card', id, expected: card?.version ?? versions[0]?.version ?? 0, card: old.card } as const),
    ...(card === undefined ? { position: old.position } : {}),
  };
  const reason = version === undefined ? 'restored' : `restore v${version}`;
  return commitCards(wiring, story, [write], { reason, ...how });
}

async function history(wiring: Wiring, script: Script, scene: string | undefined): Promise<readonly CardVersion[]> {
  const { bibles } = await wiring.storage();
  if (scene !== undefined) {
    const { outline } = await wiring.storyOf(script);
    return cardHistory(bibles, script.id, findCard(outline, scene)?.id ?? scene.trim());
  }
  const changed = await changedCards(wiring, script);
  const all = await Promise.all(changed.map((id) => cardHistory(bibles, script.id, id)));
  return all
    .flat()
    .filter(({ did }) => did !== 'planned')
    .toSorted((a, b) => (a.time < b.time ? 1 : -1));
}

/** The cards that were ever changed, by id. */
async function changedCards({ storage }: Wiring, script: Script): Promise<readonly string[]> {
  const sets = await (await storage()).bibles.listChangeSets(script.id);
  return [...new Set(sets.flatMap(({ records }) => records.flatMap(({ kind, id }) => (kind === 'card' ? [id] : []))))];
}

async function notRemoved(wiring: Wiring, { script, outline }: Story, scene: string): Promise<ScriptGenError> {
  const there = new Set(outline.cards.map(({ id }) => id));
  const gone = (await changedCards(wiring, script)).filter((id) => !there.has(id));
  return new ScriptGenError({
    code: 'scene/not-found',
    message: `${script.title} never had a scene ${JSON.stringify(scene)}.`,
    hint: gone.length === 0 ? 'No scene was taken out.' : `Taken out were: ${gone.join(', ')}.`,
  });
}

function isThere({ script }: Story, scene: string): ScriptGenError {
  return new ScriptGenError({
    code: 'input/invalid',
    message: `Scene ${scene} of ${script.title} is there.`,
    hint: `To have it say what it said, name a version: scriptgen card log ${scene}`,
  });
}

function noVersion(scene: string, version: number | undefined, last: number): ScriptGenError {
  return new ScriptGenError({
    code: 'scene/not-found',
    message: `Scene ${scene} says nothing in version ${version ?? last}.`,
    hint: `Its versions are up to ${last}: scriptgen card log ${scene}`,
  });
}
