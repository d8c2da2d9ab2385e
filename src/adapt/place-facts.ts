import { type Fact, foldName, type NewEntry } from '../bibles/index.ts';
import { deriveId } from '../core/index.ts';
import type { SourceFact } from './digest.ts';

/** Facts of one entry at most; the first that the source tells. */
const MOST = 12;

/**
 * Put what a source says of people and places into their entries, as facts; the writers' notes keep the words that say
 * so. What is about nobody here is left out.
 */
export function placeFacts(entries: readonly NewEntry[], facts: readonly SourceFact[]): readonly NewEntry[] {
  const own = new Map<string, SourceFact[]>();
  for (const fact of facts) {
    const id = entryNamed(entries, fact.about)?.id;
    if (id !== undefined) own.set(id, [...(own.get(id) ?? []), fact]);
  }
  return entries.map((entry) => withFacts(entry, own.get(entry.id)?.slice(0, MOST) ?? []));
}

function withFacts(entry: NewEntry, facts: readonly SourceFact[]): NewEntry {
  if (facts.length === 0) return entry;
  const added = facts.map(({ fact }): Fact => ({ id: deriveId('fa', entry.id, fact), value: fact }));
  const quotes = facts.map(({ fact, quote }) => `${fact} “${quote.replaceAll(/\s+/gu, ' ').trim()}”`);
  const notes = [entry.document['notes'], ...quotes].filter((line) => line !== undefined && line !== '').join('\n');
  return { ...entry, document: { ...entry.document, notes }, facts: [...(entry.facts ?? []), ...added] };
}

/** The person or place of this name; else the only one of whose name it is a part, or that is a part of it. */
function entryNamed(entries: readonly NewEntry[], name: string): NewEntry | undefined {
  const sought = foldName(name);
  const named = entries.filter(({ kind }) => kind === 'character' || kind === 'setting');
  const exact = named.find((entry) => foldName(entry.name) === sought);
  if (exact !== undefined) return exact;
  const words = new Set(sought.split(' '));
  const near = named.filter((entry) => {
    const own = foldName(entry.name).split(' ');
    return own.every((word) => words.has(word)) || [...words].every((word) => own.includes(word));
  });
  return near.length === 1 ? near[0] : undefined;
}
