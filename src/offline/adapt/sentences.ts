/** A sentence that is longer is cut at a word. */
const LONGEST = 240;

/** A scene's heading in front of what happens. */
const SLUG = /^(?:INT|EXT)\b[^\p{Ll}]*(?=\p{Lu}\p{Ll})/u;

/** The sentences of a text on one line each, without Markdown's marks; headings and what is said in quotation marks alone are none. */
export function sentencesIn(text: string): readonly string[] {
  return text
    .split(/\n\s*\n|\n(?=\s*(?:[-*•#]|\d{1,3}[.)]))/u)
    .filter((paragraph) => !/^\s*(?:#|(?:title|logline|by)\s*:)/iu.test(paragraph))
    .flatMap((paragraph) =>
      paragraph
        .replaceAll(/\s+/gu, ' ')
        .split(/(?<=(?<!\b(?:Mrs?|Ms|Dr|St|\p{Lu}))[.!?…]["”’»)]*) (?=\S)|(?<=[。！？]」?)/u),
    )
    .map((sentence) =>
      sentence
        .replace(/^\s*(?:[-*•]|\d{1,3}[.)]|scene \d{1,3}[.:)]?)\s+/iu, '')
        .replace(SLUG, '')
        .replaceAll(/[*_`]/g, '')
        .trim(),
    )
    .filter((sentence) => /\p{L}{2}/u.test(sentence) && !/^["“«„].*["”»“]$/u.test(sentence))
    .map((sentence) =>
      sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST).replace(/\s+\S*$/u, '')} …`,
    );
}
