const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** A number below a thousand in figures, or below a hundred in words; `undefined` for anything else. */
export function numberOf(words: string): number | undefined {
  if (/^\d{1,3}$/.test(words)) return Number(words);
  const [first = '', second, ...more] = words.toLowerCase().split(/[- ]/);
  const tens = TENS.indexOf(first);
  if (second === undefined) {
    const small = SMALL.indexOf(first);
    return small >= 0 ? small : tens >= 2 ? tens * 10 : undefined;
  }
  const ones = SMALL.indexOf(second);
  return tens >= 2 && ones >= 1 && ones <= 9 && more.length === 0 ? tens * 10 + ones : undefined;
}

/** The years that an age may mean: `34`, `60s`, `mid-40s`, `early thirties`, `about 50`; `undefined` when it names none. */
export function yearsOf(age: string): { readonly least: number; readonly most: number } | undefined {
  const text = age.toLowerCase();
  const decade = /\b(\d)0['’]?s\b/.exec(text)?.[1];
  const named = TENS.findIndex((word, at) => at >= 2 && text.includes(word.replace(/y$/, 'ies')));
  const tens = decade === undefined ? named : Number(decade);
  if (tens >= 1) return spanOf(text, tens * 10);
  const figures = /\b(\d{1,3})\b(?!\s*[-–]\s*\d)/.exec(text)?.[1];
  const years = figures === undefined ? numberOf(text.trim()) : Number(figures);
  if (years === undefined) return undefined;
  const loose = /\b(?:about|around|nearly|almost|over|under|past|or so|-ish|circa|ca)\b|[~+]/.test(text) ? 5 : 0;
  return { least: years - loose, most: years + loose };
}

function spanOf(text: string, from: number) {
  if (/\bearly\b/.test(text)) return { least: from, most: from + 4 };
  if (/\bmid\b/.test(text)) return { least: from + 3, most: from + 7 };
  if (/\blate\b/.test(text)) return { least: from + 5, most: from + 9 };
  return { least: from, most: from + 9 };
}
