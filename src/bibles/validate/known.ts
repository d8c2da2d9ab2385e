import type { Outline } from '../card.ts';
import type { Bible, Entry } from '../entry.ts';
import { foldName } from '../mentions.ts';

/** What there is to be named, ready to be looked up. */
export interface Known {
  /** Accepted entries, then proposed ones. */
  readonly all: readonly Entry[];
  readonly byId: (id: string) => Entry | undefined;
  /** By id, name or alias. */
  readonly byName: (name: string) => Entry | undefined;
  readonly isDraft: (entry: Entry) => boolean;
  readonly outline: Outline | undefined;
}

/** Look once at all entries, so that a bible of ten thousand takes no longer per entry than one of ten. */
export function knownOf({ entries }: Bible, drafts: readonly Entry[], outline: Outline | undefined): Known {
  const all = [...entries, ...drafts];
  const ids = new Map(all.map((entry) => [entry.id, entry]));
  const names = new Map(
    all.flatMap((entry) => [entry.name, ...entry.aliases].map((name) => [foldName(name), entry] as const)),
  );
  const proposed = new Set(drafts);
  return {
    all,
    byId: (id) => ids.get(id),
    byName: (name) => ids.get(name) ?? names.get(foldName(name)),
    isDraft: (entry) => proposed.has(entry),
    outline,
  };
}
