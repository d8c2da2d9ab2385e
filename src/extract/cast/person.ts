import type { Doubt } from '../extracted.ts';
import type { Material } from '../material.ts';
import type { CueGroup } from './cues.ts';
import { fullNames, titledFullNames } from './full-names.ts';
import { nameKey, nameParts } from './name.ts';
import { namedIn, type Sought } from './name-finder.ts';

/** Somebody on the way: the cue groups that are theirs, none when silent. */
export interface Person extends Sought {
  readonly groups: readonly CueGroup[];
}

/** People with their full names, and full names that would be two people's. */
export interface NamedPeople {
  readonly people: readonly Person[];
  readonly doubts: readonly Doubt[];
}

/** Give people the full names that the action has for them; a name that would be two people's is a doubt. */
export function withFullNames(people: readonly Person[], { told, smallWords }: Material): NamedPeople {
  const named = namedIn(told, people);
  const texts = told.map(({ text }) => text);
  const doubts: Doubt[] = [];
  const more = people.map((person): Person => {
    const [first] = person.groups;
    if (first === undefined || first.extra !== null) return person;
    const full = [
      ...fullNames(first.parts, named.get(person.id) ?? [], smallWords),
      ...titledFullNames(first.parts, texts),
    ];
    const own = full.filter((name) => {
      const other = first.parts.title === undefined ? ownerOf(name, person, people) : undefined;
      if (other === undefined) return true;
      const [ids, names] = [
        [person.id, other.id],
        [person.name, other.name],
      ];
      doubts.push({ kind: 'character', ids, names, reason: `the action has ${name}` });
      return false;
    });
    return { ...person, aliases: withSpelled(person, own) };
  });
  return {
    people: more,
    doubts: doubts.filter(({ names }, at) => doubts.findIndex((other) => isPair(other.names, names)) === at),
  };
}

/** Somebody else whose one-word cue is a word of a full name. */
function ownerOf(name: string, person: Person, people: readonly Person[]): Person | undefined {
  const { words } = nameParts(name);
  const owns = ({ parts, extra }: CueGroup): boolean =>
    extra === null && parts.title === undefined && parts.words.length === 1 && words.includes(parts.words[0] ?? '');
  return people.find((one) => one !== person && one.groups.some(owns));
}

/** Aliases as running text spells them, then names that are new. */
function withSpelled({ name, aliases }: Person, full: readonly string[]): readonly string[] {
  const spelled = new Map(full.map((one) => [nameKey(one), one]));
  const known = new Set([name, ...aliases].map(nameKey));
  return [
    ...aliases.map((alias) => spelled.get(nameKey(alias)) ?? alias),
    ...[...spelled].flatMap(([key, one]) => (known.has(key) ? [] : [one])),
  ];
}

function isPair(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join('\n') === b.toSorted().join('\n');
}
