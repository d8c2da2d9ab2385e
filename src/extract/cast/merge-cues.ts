import { findSlips } from '../../screenplay/index.ts';
import type { CueGroup } from './cues.ts';
import { samePerson, type Verdict } from './same-person.ts';

/** Two names that may be one person's. */
export interface NameDoubt {
  /** The keys of two cue groups. */
  readonly keys: readonly [string, string];
  readonly reason: string;
}

/** Which cue groups are one person. */
export interface MergedCues {
  /** Each of them the cue groups of one person, the most used first. */
  readonly people: readonly (readonly CueGroup[])[];
  readonly doubts: readonly NameDoubt[];
}

/** What is known of names beside their letters. */
export interface NameContext {
  readonly answers: ReadonlySet<string>;
  readonly smallWords: ReadonlySet<string>;
}

/** Put together the cue groups that are surely one person; say of which this may be so. */
export function mergeCues(groups: readonly CueGroup[], context: NameContext): MergedCues {
  const person = new Map(groups.map((group) => [group.key, [group]]));
  const doubts: NameDoubt[] = [];
  for (const short of groups.toSorted((a, b) => a.parts.words.length - b.parts.words.length)) {
    const verdicts = candidates(short, groups).map((long) => ({ long, verdict: verdictOf(long, short, context) }));
    const same = verdicts.filter(({ verdict }) => verdict === 'same').map(({ long }) => long);
    for (const { long, verdict } of verdicts)
      if (verdict !== undefined && verdict !== 'same')
        doubts.push({ keys: [long.key, short.key], reason: verdict.doubt });
    for (const long of same) {
      const rival = same.find((other) => other !== long && !areOne(long, other, context));
      const clash =
        rival === undefined ? talkToEachOther(person.get(long.key), person.get(short.key), context) : undefined;
      if (rival !== undefined)
        doubts.push({
          keys: [long.key, short.key],
          reason: `${nameOf(short)} may be ${nameOf(long)} or ${nameOf(rival)}`,
        });
      else if (clash !== undefined) doubts.push({ keys: [long.key, short.key], reason: clash });
      else join(person, long.key, short.key);
    }
  }
  for (const [a, b] of slips(groups))
    doubts.push({ keys: [a.key, b.key], reason: `${nameOf(a)} speaks once and is one letter from ${nameOf(b)}` });
  const people = [...new Set(person.values())].map((own) =>
    own.toSorted((a, b) => b.speeches.length - a.speeches.length),
  );
  return { people, doubts: doubts.filter(({ keys: [a, b] }) => person.get(a) !== person.get(b)) };
}

/** The groups whose name holds the shorter one's words; of two names with the same words the one with a title is longer. */
function candidates(short: CueGroup, groups: readonly CueGroup[]): readonly CueGroup[] {
  const [first = ''] = short.parts.words;
  return groups.filter(({ key, parts }) => {
    if (key === short.key || !parts.words.some((word) => word.replace(/['’]S?$/, '') === first)) return false;
    if (parts.words.length !== short.parts.words.length) return parts.words.length > short.parts.words.length;
    if ((parts.title === undefined) !== (short.parts.title === undefined)) return parts.title !== undefined;
    return key > short.key;
  });
}

function verdictOf(long: CueGroup, short: CueGroup, { answers, smallWords }: NameContext): Verdict {
  if (short.extra !== null || (long.extra !== null && long.extra !== 'voice')) return undefined;
  const verdict = samePerson(
    { cue: nameOf(long), parts: long.parts },
    { cue: nameOf(short), parts: short.parts },
    { answer: answers.has(`${long.key}\n${short.key}`), isWord: (word) => smallWords.has(word.toLowerCase()) },
  );
  return long.extra === 'voice' && verdict === 'same' ? { doubt: `${nameOf(long)} may be ${nameOf(short)}` } : verdict;
}

function areOne(a: CueGroup, b: CueGroup, context: NameContext): boolean {
  return verdictOf(a, b, context) === 'same' || verdictOf(b, a, context) === 'same';
}

/** Why two people are not one although a name of one is a name of the other; `undefined` when nothing speaks against it. */
function talkToEachOther(
  a: readonly CueGroup[] = [],
  b: readonly CueGroup[] = [],
  { answers }: NameContext,
): string | undefined {
  for (const one of a)
    for (const other of b)
      if (one !== other && answers.has(`${one.key}\n${other.key}`))
        return `${nameOf(one)} and ${nameOf(other)} speak one after the other`;
  return undefined;
}

function join(person: Map<string, CueGroup[]>, a: string, b: string): void {
  const [left, right] = [person.get(a) ?? [], person.get(b) ?? []];
  if (left === right) return;
  left.push(...right);
  for (const { key } of right) person.set(key, left);
}

function slips(groups: readonly CueGroup[]): readonly (readonly [CueGroup, CueGroup])[] {
  const people = groups.filter(({ extra }) => extra === null);
  const byName = new Map(people.map((group) => [nameOf(group), group]));
  const found = findSlips(people.map((group) => ({ name: nameOf(group), count: group.speeches.length })));
  return found.flatMap(({ rare, usual }) => {
    const [a, b] = [byName.get(rare), byName.get(usual)];
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });
}

function nameOf({ cues, key }: CueGroup): string {
  return cues[0] ?? key;
}
