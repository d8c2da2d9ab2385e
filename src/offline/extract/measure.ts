/** A count with a place in the text that shows it. */
export interface Found {
  readonly text: string;
  readonly count: number;
  /** A sentence in which it stands. */
  readonly sentence: string;
}

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

/** Words that everybody uses. A favourite is none of these. */
const COMMON = new Set(
  (
    'the and for but nor yet with from that this these those what which who whom whose when where why how there here then ' +
    'than you your yours she her hers him his they them their our ours its mine myself yourself himself herself ' +
    'are was were been being have has had does did doing done will would shall should can could may might must ought ' +
    'not never always ever all any some every none one two just only very much more most too now out off over down into ' +
    'about after before again back come came going goes gone get got give gave let know knew think thought say says said ' +
    'see saw make made take took tell told want like look good well yes really thing things something nothing anything ' +
    "i'm i've i'll i'd you're you've you'll it's that's he's she's we're they're don't doesn't didn't isn't aren't wasn't " +
    "won't can't couldn't wouldn't there's what's let's"
  ).split(' '),
);

/** Words by which people are addressed, beside their names. */
const ADDRESS =
  /(?:^|[,;—–-]\s*|\b(?:my|oh|dear|yes|no)\s+)(sir|madam|ma['’]am|miss|mister|mrs|doctor|dear|darling|my dear|honey|sweetheart|love|friend|my friend|boss|captain|boy|girl|old boy|old man|mother|mum|mom|father|dad|papa|mama|kid|son|auntie|aunt|uncle|chief|judge|colonel|professor|missus)(?=\s*(?:[,.!?;—–]|$))/giu;

/** The sentences of some speeches, in order. */
export function sentencesOf(speeches: readonly string[]): readonly string[] {
  return speeches.flatMap((speech) =>
    speech.split(/(?<=[.!?…。！？]["”’]?)\s+|\n+/u).filter((one) => /\p{L}/u.test(one)),
  );
}

/** How many words a sentence has; a Chinese or Japanese character is one. */
export function lengthOf(sentence: string): number {
  const wide = sentence.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return wide > 0 ? wide : (sentence.match(WORD)?.length ?? 0);
}

/** The words of three letters and more used three times or more that are neither common nor names, the most used first. */
export function favouriteWords(sentences: readonly string[], names: readonly string[]): readonly Found[] {
  const own = new Set(names.flatMap((name) => name.toLowerCase().match(WORD) ?? []));
  const found = new Map<string, Found>();
  for (const sentence of sentences)
    for (const [index, word] of (sentence.match(WORD) ?? []).entries()) {
      const text = word.toLowerCase().replaceAll('’', "'");
      // In the middle of a sentence a capital makes a name of a word.
      const isName = index > 0 && word !== word.toLowerCase();
      if (text.length < 3 || COMMON.has(text) || own.has(text) || isName) continue;
      const before = found.get(text);
      found.set(text, { text, count: (before?.count ?? 0) + 1, sentence: before?.sentence ?? sentence });
    }
  return [...found.values()].filter(({ count }) => count >= 3).toSorted((a, b) => b.count - a.count);
}

/** What the speaker calls others, the most used first: titles and endearments set off by a comma, and names likewise. */
export function addresses(sentences: readonly string[], names: readonly string[]): readonly Found[] {
  const found = new Map<string, Found>();
  const see = (text: string, sentence: string): void => {
    const before = found.get(text);
    found.set(text, { text, count: (before?.count ?? 0) + 1, sentence: before?.sentence ?? sentence });
  };
  const patterns = names
    .filter((name) => /^\p{L}[\p{L}\p{M}'’. -]*$/u.test(name))
    .map((name) => ({ name, pattern: new RegExp(`(?:^|, )${name.replaceAll('.', '\\.')}(?=[,.!?;—–]|$)`, 'iu') }));
  for (const sentence of sentences) {
    for (const [, word = ''] of sentence.matchAll(ADDRESS)) see(word.toLowerCase(), sentence);
    for (const { name, pattern } of patterns) if (pattern.test(sentence)) see(name, sentence);
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count);
}
