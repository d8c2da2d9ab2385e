import { canonicalJson } from '../core/index.ts';
import type { Content, Entry } from './entry.ts';

/**
 * Put the bibles of a series, a season and an episode together, outermost first. An entry that overrides one above
 * changes just what it has: the id stays that of the entry above, so that cards and references mean the same in every
 * episode. One that is removed takes the entry above away; a draft changes nothing yet.
 */
export function inheritEntries(layers: readonly (readonly Entry[])[]): readonly Entry[] {
  const entries = new Map<string, Entry>();
  // An episode may override what a season overrides already.
  const roots = new Map<string, string>();
  for (const entry of layers.flat()) {
    const root = roots.get(entry.overrides ?? '') ?? entry.overrides;
    const above = root === undefined ? undefined : entries.get(root);
    roots.set(entry.id, above?.id ?? entry.id);
    if (above === undefined) entries.set(entry.id, entry);
    else if (entry.state !== 'draft') entries.set(above.id, overridden(above, entry));
  }
  return [...entries.values()];
}

function overridden(above: Entry, own: Entry): Entry {
  return {
    ...above,
    ...own,
    id: above.id,
    name: own.name === '' ? above.name : own.name,
    aliases: [...new Set([...above.aliases, ...own.aliases])],
    document: { ...above.document, ...own.document },
    facts: [...new Map([...above.facts, ...own.facts].map((fact) => [fact.id, fact])).values()],
    locked: [...new Set([...above.locked, ...own.locked])],
    fieldVersions: { ...above.fieldVersions, ...own.fieldVersions },
  };
}

/** What an entry that overrides another must hold for the two together to say this: only what differs. */
export function overrideOf(above: Content, wanted: Content): Content {
  return {
    name: wanted.name === above.name ? '' : wanted.name,
    aliases: wanted.aliases.filter((alias) => !above.aliases.includes(alias)),
    document: Object.fromEntries(
      Object.entries(wanted.document).filter(([field, value]) => !same(above.document[field], value)),
    ),
    facts: wanted.facts.filter(
      (fact) =>
        !same(
          above.facts.find(({ id }) => id === fact.id),
          fact,
        ),
    ),
    locked: wanted.locked.filter((field) => !above.locked.includes(field)),
    state: wanted.state,
  };
}

function same(a: unknown, b: unknown): boolean {
  return a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b);
}
