/** A word of a text as it is compared, and where it stands. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text in lower case; names are one and the same word, so that a gesture is one whoever makes it. */
export function tokensOf(text: string, names: ReadonlySet<string> = new Set()): readonly Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)].map(({ 0: word, index }) => {
    const plain = word.toLowerCase().replaceAll('’', "'");
    const bare = plain.replace(/'s$/, '');
    return { word: names.has(bare) ? '*' : plain, start: index, end: index + word.length };
  });
}

/** Every run of so many neighbouring words, with the place of its first. */
export function runsOf(
  tokens: readonly Token[],
  length: number,
): readonly { readonly run: string; readonly at: number }[] {
  return tokens.slice(length - 1).map((_, at) => ({
    run: tokens
      .slice(at, at + length)
      .map(({ word }) => word)
      .join(' '),
    at,
  }));
}
