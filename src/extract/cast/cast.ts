import { deriveId } from '../../core/index.ts';
import { countWords, type Screenplay } from '../../screenplay/index.ts';
import type { Doubt, ExtractedCharacter, Missed, Quote } from '../extracted.ts';
import { groupBy } from '../group.ts';
import type { Material, Speech } from '../material.ts';
import { type Quoter, shortened } from '../quote.ts';
import { answeringPairs, type CueGroup, cueGroups } from './cues.ts';
import { groupNames } from './extra.ts';
import { handovers } from './handover.ts';
import { introductionOf } from './introduction.ts';
import { mergeCues } from './merge-cues.ts';
import { nameKey, nameParts } from './name.ts';
import { type Named, namedIn, spellingsOf } from './name-finder.ts';
import { partnersOf } from './partners.ts';
import { type Person, withFullNames } from './person.ts';
import { silentNames } from './silent.ts';

/** Everybody in a script, and how to find them again. */
export interface Cast {
  readonly characters: readonly ExtractedCharacter[];
  readonly doubtful: readonly Doubt[];
  readonly missed: readonly Missed[];
  /** The id behind a cue. */
  readonly idOf: (cue: string) => string | undefined;
  /** Where the action names them, by id. */
  readonly named: ReadonlyMap<string, readonly Named[]>;
}

/** Where a cast is looked for. */
export interface CastSource {
  readonly script: Screenplay;
  readonly id: string;
  readonly material: Material;
  readonly quote: Quoter;
  /** The ids of the parts. */
  readonly sceneIds: readonly string[];
}

/** Find everybody in a script. */
export function castOf(source: CastSource): Cast {
  const { script, id, material } = source;
  const { speeches, told, smallWords } = material;
  const groups = cueGroups(material);
  const merged = mergeCues(groups, { answers: answeringPairs(speeches), smallWords });
  const speaking = merged.people.map((own): Person => personOf(id, own));
  const texts = [...speeches, ...told].map(({ text }) => text);
  const words = new Set(groups.flatMap(({ parts }) => parts.words));
  const names = withFullNames(speaking, material);
  const isKnown = (name: string): boolean =>
    nameParts(name).words.some((word) => words.has(word)) || groups.some(({ key }) => key === nameKey(name));
  const silent = silentNames(script, material, isKnown).map(
    (name): Person => ({ id: deriveId('ch', id, nameKey(name)), name, aliases: [], groups: [] }),
  );
  const people = [...names.people, ...silent];
  const ids = new Map(people.flatMap((person) => person.groups.map(({ key }) => [key, person.id] as const)));
  const cues = new Map(groups.flatMap((group) => group.speeches.map(({ cue }) => [cue, ids.get(group.key)] as const)));
  const idOf = (cue: string): string | undefined => cues.get(cue) ?? ids.get(nameKey(cue));
  const named = namedIn(
    told,
    people.filter(({ groups: own }) => own[0]?.extra !== 'group' && own[0]?.extra !== 'not-a-name'),
  );
  const spelled = spellingsOf(texts, people);
  const spoken = groupBy(speeches, ({ cue }) => idOf(cue));
  const partners = partnersOf(speeches, idOf);
  const keys = new Set(ids.keys());
  const characters = people
    .map((person): ExtractedCharacter => {
      const own = spoken.get(person.id) ?? [];
      const { introduction, age, look } = introductionOf(named.get(person.id) ?? [], source.quote, (sentence) =>
        people.some((other) => other.id !== person.id && beginsWith(sentence, spelled.get(other.id) ?? other.name)),
      );
      const joined = groupNames(person.name, keys).flatMap((name) => idOf(name) ?? []);
      return {
        id: person.id,
        name: spelled.get(person.id) ?? person.name,
        cues: person.groups.flatMap(({ cues }) => cues),
        aliases: person.aliases.map((alias) => spelling(alias, named.get(person.id))),
        extra: person.groups[0]?.extra ?? null,
        members: joined,
        silent: person.groups.length === 0,
        introduction,
        age,
        look,
        firstLine: firstLine(own, source.quote),
        scenes: [...new Set(own.flatMap(({ part }) => source.sceneIds[part] ?? []))],
        speeches: own.length,
        words: own.reduce((sum, { text }) => sum + countWords(text), 0),
        partners: partners.get(person.id) ?? [],
      };
    })
    .toSorted((a, b) => b.words - a.words || b.speeches - a.speeches);
  const nameOf = (key: string): string => groups.find((group) => group.key === key)?.cues[0] ?? key;
  const doubtful = [
    ...merged.doubts.map(
      ({ keys: pair, reason }): Doubt => ({
        kind: 'character',
        ids: pair.flatMap((key) => ids.get(key) ?? []),
        names: pair.map(nameOf),
        reason,
      }),
    ),
    ...names.doubts,
    ...handovers(characters, speeches, idOf),
    ...characters
      .filter(({ extra }) => extra === 'not-a-name')
      .map(
        ({ id: own, cues }): Doubt => ({
          kind: 'character',
          ids: [own],
          names: cues,
          reason: 'the cue reads like action',
        }),
      ),
  ];
  return { characters, doubtful, missed: characters.flatMap(missedOf), idOf, named };
}

function personOf(script: string, groups: readonly CueGroup[]): Person {
  const [first] = groups;
  const all = groups.flatMap(({ cues }) => cues);
  return { id: deriveId('ch', script, first?.key ?? ''), name: all[0] ?? '', aliases: all.slice(1), groups };
}

/** A name as the action spells it, other than in capitals; as it is where the action never does. */
function spelling(name: string, named: readonly Named[] = []): string {
  const same = named.find(({ text }) => text !== text.toUpperCase() && nameKey(text) === nameKey(name));
  return same?.text ?? name;
}

function firstLine(speeches: readonly Speech[], quote: Quoter): Quote | null {
  const first = speeches.find(({ opening }) => opening.trim() !== '');
  return first === undefined ? null : quote(first.block, shortened(first.opening));
}

function beginsWith(sentence: string, name: string): boolean {
  return sentence.toLowerCase().startsWith(name.toLowerCase());
}

function missedOf({ id, name, extra, introduction, age, look }: ExtractedCharacter): readonly Missed[] {
  if (extra !== null) return [];
  if (introduction === null) return [{ what: 'introduction', id, name }];
  return [
    ...(age === null ? [{ what: 'age', id, name } as const] : []),
    ...(look === null ? [{ what: 'look', id, name } as const] : []),
  ];
}
