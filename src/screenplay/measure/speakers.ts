import { repeatedRuns } from './language.ts';
import type { Material, Speech } from './material.ts';
import { sumWords } from './material.ts';
import { median, share } from './statistics.ts';

/** How one character speaks. */
export interface CharacterMeasure {
  readonly name: string;
  readonly speeches: number;
  readonly words: number;
  /** In how many scenes they speak. */
  readonly scenes: number;
  /** The median words of their speeches. */
  readonly medianSpeech: number;
  /** The share of their speeches with a question mark. */
  readonly questions: number;
  /** The share of their runs of four words that they use twice or more; `null` below four words. */
  readonly selfRepetition: number | null;
}

/** The speeches of every speaker, by name, in the order in which they first speak. */
export function bySpeaker(speeches: readonly Speech[]): ReadonlyMap<string, readonly Speech[]> {
  const groups = new Map<string, Speech[]>();
  for (const speech of speeches) {
    const group = groups.get(speech.speaker);
    if (group === undefined) groups.set(speech.speaker, [speech]);
    else group.push(speech);
  }
  return groups;
}

/** Measure every speaker; those with the most words come first. */
export function measureCharacters({ scenes, speeches }: Material): readonly CharacterMeasure[] {
  const appearances = new Map<string, number>();
  for (const scene of scenes) {
    for (const name of new Set(scene.speeches.map(({ speaker }) => speaker)))
      appearances.set(name, (appearances.get(name) ?? 0) + 1);
  }
  return [...bySpeaker(speeches)]
    .map(([name, own]) => ({
      name,
      speeches: own.length,
      words: sumWords(own),
      scenes: appearances.get(name) ?? 0,
      medianSpeech: median(own.map(({ words }) => words.length)) ?? 0,
      questions: share(own, isQuestion) ?? 0,
      selfRepetition: repeatedRuns(
        own.flatMap(({ words }) => words),
        2,
      ),
    }))
    .toSorted((a, b) => b.words - a.words || b.speeches - a.speeches);
}

/** Whether something is asked in a speech. */
export function isQuestion({ text }: Speech): boolean {
  return /[?？]/.test(text);
}

/** Words of cues that are no name by which somebody is called. */
const TITLES: ReadonlySet<string> = new Set(
  'mr mrs ms miss dr sir lady lord the of and old young man woman boy girl first second third voice officer'.split(' '),
);

/** How many of those who speak most count as main characters. */
const MAIN = 10;

/**
 * The share of speeches that name a main character other than their speaker; `null` without speeches.
 *
 * Main are the ten who say the most words. They are named by a word of their cue, with a capital first letter, of
 * three letters or more that is no title (`MR`) and no common word (`OLD`).
 */
export function namingShare(speeches: readonly Speech[], characters: readonly CharacterMeasure[]): number | null {
  const owners = new Map<string, Set<string>>();
  for (const { name } of characters.slice(0, MAIN)) {
    for (const word of name.toLowerCase().match(/\p{L}{3,}/gu) ?? []) {
      if (!TITLES.has(word)) owners.set(word, (owners.get(word) ?? new Set()).add(name));
    }
  }
  return share(speeches, ({ speaker, text }) =>
    (text.match(/\p{Lu}\p{L}{2,}/gu) ?? []).some((word) => {
      const named = owners.get(word.toLowerCase());
      return named !== undefined && !named.has(speaker);
    }),
  );
}
