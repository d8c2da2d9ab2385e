import type { Note, Severity } from '../../core/index.ts';
import type { Outline } from '../card.ts';
import type { Entry } from '../entry.ts';
import type { Fact } from '../fact.ts';
import { timelineOf } from '../timeline.ts';
import type { Known } from './known.ts';
import { makeNote, titleOf } from './title.ts';

/** Facts with bounds that cannot be, of people and scenes that are gone, or with the id of another. */
export function boundNotes(known: Known): readonly Note[] {
  const ids = new Map<string, Entry>();
  return known.all.flatMap((entry) =>
    entry.facts.flatMap((fact): readonly Note[] => {
      const other = ids.get(fact.id);
      ids.set(fact.id, entry);
      return [
        ...(other === undefined ? [] : [idTwice(fact, other, entry)]),
        ...holderNotes(known, entry, fact),
        ...(known.outline === undefined ? [] : sceneNotes(known.outline, entry, fact)),
      ];
    }),
  );
}

function idTwice({ id }: Fact, first: Entry, second: Entry): Note {
  return makeNote(
    'fact-id-twice',
    'major',
    `${titleOf(first)} and ${titleOf(second)} both have a fact ${id}: a scene that teaches it teaches the later one.`,
    'Give one of them an id of its own.',
  );
}

function holderNotes(known: Known, entry: Entry, { id, holders = [] }: Fact): readonly Note[] {
  return holders.flatMap(({ character }): readonly Note[] => {
    const holder = known.byId(character);
    if (holder?.kind === 'character' && !known.isDraft(holder)) return [];
    const fault =
      holder === undefined
        ? 'whom there is not'
        : holder.kind === 'character'
          ? `${titleOf(holder)}, who is only proposed`
          : `a ${holder.kind}, which knows nothing`;
    const named = known.byName(character);
    const fix =
      named?.kind === 'character' ? `Write the id of ${titleOf(named)}: ${named.id}.` : 'Name a character by id.';
    const severity = holder?.kind === 'character' ? 'minor' : 'major';
    return [makeNote('holder', severity, `${titleOf(entry)}.facts.${id} is held by ${character}, ${fault}.`, fix)];
  });
}

function sceneNotes(outline: Outline, entry: Entry, fact: Fact): readonly Note[] {
  const { rank } = timelineOf(outline);
  const title = `${titleOf(entry)}.facts.${fact.id}`;
  const marks: readonly (readonly [string, string | undefined, Severity, string])[] = [
    ['begins in', fact.from, 'major', 'it never holds'],
    ['ends in', fact.to, 'minor', 'it holds to the end'],
    ['is secret until', fact.secretUntil, 'major', 'it never comes out'],
    ...(fact.holders ?? []).map(
      ({ since }) => ['is known to somebody since', since, 'major', 'they never know it'] as const,
    ),
  ];
  const gone = marks.flatMap(([does, scene, severity, so]): readonly Note[] => {
    if (scene === undefined || rank(scene) !== undefined) return [];
    return [
      makeNote(
        'fact-scene',
        severity,
        `${title} ${does} ${scene}, which there is not: ${so}.`,
        'Name a scene by its id.',
      ),
    ];
  });
  const [first, last] = [fact.from, fact.to].map((scene) => (scene === undefined ? undefined : rank(scene)));
  if (first === undefined || last === undefined || first <= last) return gone;
  const what = `${title} ends (${fact.to}) before it begins (${fact.from}) in story time: it never holds.`;
  return [...gone, makeNote('fact-bounds', 'major', what, 'Exchange from and to, or say when the scenes happen.')];
}
