import type { SceneBrief } from '../../generators/index.ts';
import { isPaper, thingsIn, topicsIn } from './nouns.ts';

/** What may fill the slots of a line: names by letter, things and topics by turn. An empty list leaves the fallback. */
export interface Fillers {
  readonly names: Readonly<Record<string, string>>;
  readonly things: readonly string[];
  readonly topics: readonly string[];
}

/** What every room has and nobody comes for. */
const FIXTURE =
  /^the (?:clock|lamp|coat|glass|label|cup|mirror|sheet|bell|lock|chair|table|door|light|shelf|gap|list|plate|bag|shoe|basin|page|frame|picture)$/;

/** The things and topics a brief names, the most used first in script order. */
export function fillersOf(scene: SceneBrief): Pick<Fillers, 'things' | 'topics'> {
  const text = [scene.goal, ...scene.beats, scene.opposition].join(' . ');
  const things = thingsIn(text).filter((thing) => !FIXTURE.test(thing));
  return { things, topics: [...things, ...topicsIn(text)] };
}

/**
 * Fill the slots of a template and begin every sentence with a capital.
 *
 * `{A}` is a name; `{obj:it}`, `{paper:it}` and `{topic:that}` are the `turn`-th thing, thing of paper or topic, or
 * the words after the colon.
 */
export function fill(template: string, fillers: Fillers, turn: number): string {
  const filled = template.replace(/\{(\w+)(?::([^}]*))?\}/g, (_, slot: string, fallback: string | undefined) => {
    const from = listFor(slot, fillers);
    if (from) return from[turn % Math.max(1, from.length)] ?? fallback ?? 'it';
    return fillers.names[slot] ?? fallback ?? 'somebody';
  });
  return sentenceCase(filled);
}

function listFor(slot: string, { things, topics }: Fillers): readonly string[] | undefined {
  if (slot === 'obj') return things;
  if (slot === 'paper') return things.filter(isPaper);
  return slot === 'topic' ? topics : undefined;
}

/** The text with a capital at its start and after every end of a sentence. Quotes and dots of hesitation are left. */
export function sentenceCase(text: string): string {
  return text.replace(
    /(^["“]?|(?<!\.)[.!?] )(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

/** How many words a text has. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const TITLES =
  /^(?:mr|mrs|ms|miss|dr|doctor|sir|lady|father|mother|sister|brother|captain|sergeant|judge|old|the|aunt|uncle|professor|inspector|officer|nurse)\b\.?/i;

/** The name action uses for somebody: the first name, or all of it when it begins with a title or an article. */
export function shortName(name: string): string {
  const plain = name === name.toUpperCase() && name.length > 3 ? capitalised(name) : name;
  const words = plain.split(/\s+/);
  if (
    /^(?:mr|mrs|ms|miss|dr|doctor|judge|captain|sergeant|professor|inspector|nurse|sister)\b\.?/i.test(plain) &&
    words.length > 2
  ) {
    return `${words[0]} ${words.at(-1)}`;
  }
  return TITLES.test(plain) ? plain : (words[0] ?? plain);
}

function capitalised(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());
}
