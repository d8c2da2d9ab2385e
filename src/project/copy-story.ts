import type { Entry, NewEntry, SceneCard } from '../bibles/index.ts';
import { deriveId, type Json, ScriptGenError } from '../core/index.ts';
import type { Draft, Origin } from '../orchestrator/index.ts';

/** Part of a script, to be the beginning of another. */
export interface Beginning {
  /** Its own entries, without those of its series. */
  readonly entries: readonly Entry[];
  readonly cards: readonly SceneCard[];
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly origin: Origin | undefined;
}

/** The same under new ids: nothing that is changed in one is changed in the other. */
export interface Copied {
  readonly entries: readonly NewEntry[];
  readonly cards: readonly SceneCard[];
  /** Pinned: nothing in them is written anew. */
  readonly drafts: readonly Draft[];
  readonly origin: Origin | undefined;
}

/**
 * Copy the beginning of a script into another one.
 *
 * @throws ScriptGenError `scene/not-found` when one of its scenes is not written.
 */
export function copyStory({ entries, cards, drafts, origin }: Beginning, script: string): Copied {
  const missing = cards.findIndex(({ id }) => !drafts.has(id));
  if (missing >= 0)
    throw new ScriptGenError({
      code: 'scene/not-found',
      message: `Scene ${missing + 1} is not written yet, so nothing can follow it.`,
      hint: 'Write it first: scriptgen build',
    });
  const ids = new Map(
    [...entries, ...cards].map(({ id }) => [
      id,
      deriveId(id.slice(0, Math.max(0, id.indexOf('_'))) || 'id', script, id),
    ]),
  );
  const own = cards.flatMap(({ id }) => drafts.get(id) ?? []);
  const kept = { entries, cards, drafts: own, origin };
  const { entries: copied, ...rest } = renamed(kept, ids);
  return {
    ...rest,
    entries: copied.map(({ version: _, fieldVersions: _fields, ...entry }) => entry),
    drafts: rest.drafts.map((draft) => ({ ...draft, keys: [], pinned: true })),
  };
}

/** A value with ids exchanged wherever they stand alone, as a text or as a key. */
function renamed<T>(value: T, ids: ReadonlyMap<string, string>): T {
  const rename = (one: Json | undefined): Json | undefined => {
    if (typeof one === 'string') return ids.get(one) ?? one;
    if (Array.isArray(one)) return one.map((part: Json) => rename(part) ?? null);
    if (typeof one !== 'object' || one === null) return one;
    const pairs = Object.entries(one).map(([key, part]) => [ids.get(key) ?? key, rename(part)] as const);
    return Object.fromEntries(pairs.flatMap(([key, part]) => (part === undefined ? [] : [[key, part]])));
  };
  // Plain values in, values of the same shape out.
  return rename(value as Json) as T;
}
