import { findMentions, type NameIndex, nameIndex } from '../../bibles/index.ts';
import type { Told } from '../material.ts';
import { byUse } from './cues.ts';

/** A place in the action where somebody is named. */
export interface Named {
  readonly told: Told;
  readonly text: string;
  readonly at: number;
}

/** Where people are named in the action, by their keys, in order. */
export type NamedIn = ReadonlyMap<string, readonly Named[]>;

/** Somebody to look for. */
export interface Sought {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Find everybody in the action. */
export function namedIn(told: readonly Told[], people: readonly Sought[]): NamedIn {
  const index = nameIndex(people);
  const found = new Map<string, Named[]>();
  for (const block of told)
    for (const { entry, text, at } of findMentions(block.text, index)) {
      const own = found.get(entry);
      if (own === undefined) found.set(entry, [{ told: block, text, at }]);
      else own.push({ told: block, text, at });
    }
  return found;
}

/** How running text spells the names of people, most often; nobody whom it never names, or in capitals only. */
export function spellingsOf(texts: readonly string[], people: readonly Sought[]): ReadonlyMap<string, string> {
  const index: NameIndex = nameIndex(people.map(({ id, name }) => ({ id, name, aliases: [] })));
  const found = new Map<string, string[]>();
  for (const text of texts)
    for (const { entry, text: shown } of findMentions(text, index))
      if (shown !== shown.toUpperCase()) found.set(entry, [...(found.get(entry) ?? []), shown.replace(/\s+/gu, ' ')]);
  return new Map(
    [...found].flatMap(([id, shown]) =>
      byUse(shown)
        .slice(0, 1)
        .map((name) => [id, name] as const),
    ),
  );
}
