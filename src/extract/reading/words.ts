/** Finds out whether words stand in a text word for word. White space and the shapes of quotation marks make no difference. */
export function wordFinder(text: string): (words: string) => boolean {
  const own = normalized(text);
  return (words) => {
    const sought = normalized(words);
    return sought !== '' && standsIn(own, sought);
  };
}

/** Whether words stand in a text as whole words; both {@link normalized}. */
export function standsIn(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const [before, after] = [text.slice(at - 1, at), text.charAt(at + words.length)];
    if (!isCut(before, words.charAt(0)) && !isCut(words.charAt(words.length - 1), after)) return true;
  }
  return false;
}

/** Whether a word goes on over the end of a quote. Scripts without spaces have no such ends. */
function isCut(left: string, right: string): boolean {
  return /[\p{L}\p{N}]/u.test(left) && /[\p{L}\p{N}]/u.test(right) && !/\p{Lo}/u.test(left + right);
}

/** A text with its white space and the shapes of its quotation marks made alike. */
export function normalized(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„‟«»]/gu, '"')
    .replace(/[‘’‚‛`´]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}
