import type { Entry } from './entry.ts';

/**
 * Put the bibles of a series, a season and an episode together, outermost first. An entry that overrides one above
 * changes just the fields and facts that it has: name and place in order stay those of the entry above, and so does the id, so
 * that cards and references mean the same in every episode.
 */
export function inheritEntries(layers: readonly (readonly Entry[])[]): readonly Entry[] {
  const entries = new Map<string, Entry>();
  const roots = new Map<string, string>();
  for (const entry of layers.flat()) {
    const root = roots.get(entry.overrides ?? '') ?? entry.overrides;
    const above = root === undefined ? undefined : entries.get(root);
    roots.set(entry.id, above?.id ?? entry.id);
    if (above === undefined) entries.set(entry.id, entry);
    else entries.set(above.id, overridden(above, entry));
  }
  return [...entries.values()];
}

function overridden(above: Entry, own: Entry): Entry {
  return {
    ...above,
    name: own.name === '' ? above.name : own.name,
    aliases: [...new Set([...above.aliases, ...own.aliases])],
    document: { ...above.document, ...own.document },
    facts: [...new Map([...above.facts, ...own.facts].map((fact) => [fact.id, fact])).values()],
    locked: [...new Set([...above.locked, ...own.locked])],
    fieldVersions: { ...above.fieldVersions, ...own.fieldVersions },
  };
}
