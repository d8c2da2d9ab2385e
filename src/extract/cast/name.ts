import { lettersOf, speakerName } from '../../screenplay/index.ts';
import { FAMILY_TITLES, OFFICE_TITLES } from './words.ts';

/** `V.O.` and the like behind a name without parentheses. */
const BARE_EXTENSION = /[\s,:–—-]+(?:V\.\s?O\.?|O\.\s?[SC]\.?|CONT['’]D\.?|CONTINUED)$/;

/** The name in a cue, in capitals, without extensions in parentheses or without. */
export function cueName(cue: string): string {
  const name = speakerName(cue);
  return name.replace(BARE_EXTENSION, '') || name;
}

/** A text without accents on Latin and Greek letters. Marks of other scripts make other letters (`Й`) and stay. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}]\p{M}*)\p{M}/gu, '')
    .normalize('NFC');
}

/** What cues of one name have in common: letters and digits in capitals, without accents and a leading THE. */
export function nameKey(cue: string): string {
  const key = lettersOf(withoutAccents(cue.replace(/^THE\s+(?=\S)/i, '')));
  return key === '' ? cue : key;
}

/** A name taken apart, in capitals without accents. */
export interface NameParts {
  /** Without points: `MRS`. */
  readonly title: string | undefined;
  /** Whether the title goes with an office. */
  readonly office: boolean;
  /** The rest of the name, without a leading THE. */
  readonly words: readonly string[];
}

/** Take a name apart. A title that is all there is counts as a name. */
export function nameParts(name: string): NameParts {
  const words = withoutAccents(name)
    .toUpperCase()
    .replace(/^THE\s+(?=\S)/, '')
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{M}\p{N}#]+|[^\p{L}\p{M}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
  const [first = '', ...rest] = words;
  const office = OFFICE_TITLES.has(first);
  if (rest.length === 0 || !(office || FAMILY_TITLES.has(first))) return { title: undefined, office: false, words };
  return { title: first, office, words: rest };
}
