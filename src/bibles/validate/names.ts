import type { Note } from '../../core/index.ts';
import type { Entry } from '../entry.ts';
import { foldName } from '../mentions.ts';
import { makeNote, titleOf } from './title.ts';

interface Claim {
  readonly entry: Entry;
  readonly isAlias: boolean;
}

/** Names and aliases that two entries claim, and who has them by the rule of {@link nameIndex}. */
export function nameNotes(entries: readonly Entry[]): readonly Note[] {
  const claims = new Map<string, Claim>();
  const all = [
    ...entries.map((entry) => ({ entry, name: entry.name, isAlias: false })),
    ...entries.flatMap((entry) => entry.aliases.map((name) => ({ entry, name, isAlias: true }))),
  ];
  return all.flatMap(({ entry, name, isAlias }): readonly Note[] => {
    const key = foldName(name);
    const first = claims.get(key);
    if (first === undefined) claims.set(key, { entry, isAlias });
    if (key === '' || first === undefined || first.entry === entry) return [];
    const because = first.isAlias === isAlias ? 'it was there first' : 'a name goes before an alias';
    return [
      makeNote(
        'name-twice',
        isAlias ? 'minor' : 'major',
        `${titleOf(first.entry)} and ${titleOf(entry)} (${entry.id}) both go by ${JSON.stringify(name)}; it is taken for ${titleOf(first.entry)} (${first.entry.id}), as ${because}.`,
        isAlias ? `Take the alias from one of them.` : `Give one of them another name, such as one with a surname.`,
      ),
    ];
  });
}
