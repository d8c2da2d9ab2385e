/** Somebody or some place in a text, by how often and how it is named. */
export interface FoundName {
  readonly name: string;
  readonly count: number;
  /** Whether it mostly stands behind a word such as `in` or `to`. */
  readonly isPlace: boolean;
}

/** A word that begins with a capital, and the next one too: `Mara`, `Mara Vance`, `St. Brendan`. */
const CAPITAL =
  /(?<![\p{L}\p{M}’'-])(?:(?:Mrs?|Ms|Dr|St|Sr)\. )?\p{Lu}\p{Ll}[\p{L}’'-]*(?: \p{Lu}\p{Ll}[\p{L}’'-]*)?/gu;
const WHERE =
  /(?:^|[^\p{L}])(?:in|at|into|near|toward|towards|behind|outside|inside|across|on|(?:island|isle|town|city|village|port|kingdom|county|bay|valley) of)\s$/iu;
const STARTS = /(?:^|[.!?…:"“”‘(*#>—-]|\n)\s*$/u;
const NO_NAME =
  /^(?:I|Act|Scene|Chapter|Part|Title|Logline|The|A|An|He|She|They|It|We|You|His|Her|But|And|When|Then|God|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|English|French|German|INT|EXT)\b/u;

/** Lines that tell nothing: headings, titles, and the headings of scenes. */
const ASIDE =
  /^\s*(?:#.*|(?:title|by|author|genre)\s*:.*|(?:\d{1,3}[.)]\s*)?(?:INT|EXT)\b[^\p{Ll}\n]*(?=\p{Lu}\p{Ll}|$))/gimu;

/**
 * Names in a text: words in capitals in the middle of a sentence, that stand nowhere in small letters. The most frequent
 * first. Where most nouns are written so, as in German, those with an article in front are left out.
 */
export function namesIn(text: string): readonly FoundName[] {
  const told = text.replaceAll(ASIDE, '');
  const small = new Set(text.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu));
  const found = new Map<string, { count: number; inside: number; where: number }>();
  for (const match of told.matchAll(CAPITAL)) {
    const before = told.slice(Math.max(0, match.index - 24), match.index);
    const name = withoutEnd(match[0]);
    if (NO_NAME.test(name) || small.has(name.toLowerCase())) continue;
    const row = found.get(name) ?? { count: 0, inside: 0, where: 0 };
    row.count += 1;
    if (!STARTS.test(before)) row.inside += 1;
    if (WHERE.test(before)) row.where += 1;
    found.set(name, row);
  }
  return [...found]
    .filter(([, { inside, count }]) => inside > 0 || count > 1)
    .map(([name, { count, where }]) => ({ name, count, isPlace: where * 2 > count }))
    .toSorted((a, b) => b.count - a.count);
}

function withoutEnd(name: string): string {
  return name.replace(/['’]s?$/u, '');
}
