import type { PersonPhrase } from './phrases.ts';

const NOT_NAMES = new Set(
  'A An The When While After Before As In On At Two Three Four Five Both One Every Each Once During If With Without For From Trapped Haunted Set Until Following Years Months Days His Her Their My Our It There This That These Those What Who Where Why How Some Any All No Nobody Nothing Everyone Love Life Death Time War God Christmas Forced Having Fired Newly'.split(
    ' ',
  ),
);

/** A proper name that opens the logline, or follows its opening word: `Maria, a baker in Lyon, …`, `When Tom finds …`. */
export function leadingName(text: string): PersonPhrase | undefined {
  const match = text.match(
    /^(?:When |After |While |As |Before |Once )?(\p{Lu}\p{Ll}{1,14})(?: \p{Lu}\p{Ll}{1,14})?(, an? | (?:must|has|is|was|\p{Ll}{2,}s) )/u,
  );
  const name = match?.[1];
  if (!match || !name || NOT_NAMES.has(name)) return undefined;
  const start = match[0].indexOf(name);
  const end = match[0].length - (match[2] ?? '').length;
  return {
    phrase: '',
    head: name.toLowerCase(),
    trade: '',
    determiner: '',
    count: 1,
    gender: 'unknown',
    start,
    end,
    name,
  };
}
