import { findMentions, type NameIndex } from '../../bibles/index.ts';

/** A sentence, and the same with a mark `@0`, `@1` … in the place of everybody who is named in it. */
export interface Sentence {
  /** As it stands in the text. */
  readonly text: string;
  readonly marked: string;
  /** Whom the marks stand for, by entry id. */
  readonly people: readonly string[];
}

/** The sentences of a text, with people marked. */
export function sentencesOf(text: string, index: NameIndex): readonly Sentence[] {
  return text
    .split(/(?<=[.!?…]["”’')]?)(?<!\b(?:Mr|Mrs|Ms|Dr|St)\.)\s+|\n+/u)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => markPeople(one, index));
}

/** Put marks in the place of names. Curly apostrophes become plain ones, so that patterns need to know one. */
export function markPeople(text: string, index: NameIndex): Sentence {
  const people: string[] = [];
  let marked = '';
  let end = 0;
  for (const { entry, text: shown, at } of findMentions(text, index)) {
    const known = people.indexOf(entry);
    const place = known < 0 ? people.push(entry) - 1 : known;
    marked += `${text.slice(end, at)}@${place}`;
    end = at + shown.length;
  }
  return { text, marked: (marked + text.slice(end)).replaceAll('’', "'"), people };
}
