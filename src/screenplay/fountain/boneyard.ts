/** A text without its boneyards, and how many were taken out. */
export interface WithoutBoneyards {
  readonly text: string;
  readonly dropped: number;
  /** Whether a boneyard was opened and never closed; it is left in the text. */
  readonly unclosed: boolean;
}

/** Take out everything between slash-star and star-slash. */
export function dropBoneyards(source: string): WithoutBoneyards {
  const kept: string[] = [];
  let from = 0;
  for (let open = source.indexOf('/*'); open >= 0; open = source.indexOf('/*', from)) {
    const close = source.indexOf('*/', open + 2);
    if (close < 0) return { text: kept.join('') + source.slice(from), dropped: kept.length, unclosed: true };
    kept.push(source.slice(from, open));
    from = close + 2;
  }
  return { text: kept.join('') + source.slice(from), dropped: kept.length, unclosed: false };
}
