import type { FontStyle } from './style.ts';

/** A font family as a package of its own: the files of its styles, from the package's folder. */
export interface FontPackage {
  /** As it is installed from npm. */
  readonly name: string;
  readonly files: Readonly<Record<FontStyle, string>>;
}

/** Courier Prime: the font of all that it can show. */
export const COURIER_PRIME = inFourStyles('courier-prime', 'CourierPrime');

/**
 * A script that Courier Prime lacks: how to call it, what its characters are, and the families to look in, the best first.
 * Patterns of scripts take longer to make than to use: each is made when it is asked for first.
 */
export interface ScriptFonts {
  readonly script: string;
  readonly is: (character: string) => boolean;
  readonly packages: readonly FontPackage[];
}

const COUSINE = inFourStyles('cousine', 'Cousine');
const JAPANESE = inTwoWeights('noto-sans-jp', 'NotoSansJP');
const KOREAN = inTwoWeights('noto-sans-kr', 'NotoSansKR');
const SIMPLIFIED = inTwoWeights('noto-sans-sc', 'NotoSansSC');
const TRADITIONAL = inTwoWeights('noto-sans-tc', 'NotoSansTC');
const ARABIC = inTwoWeights('noto-sans-arabic', 'NotoSansArabic');
const DEVANAGARI = inTwoWeights('noto-sans-devanagari', 'NotoSansDevanagari');

const SCRIPTS: readonly ScriptFonts[] = [
  { script: 'Cyrillic', is: (character) => /^\p{Script=Cyrillic}$/u.test(character), packages: [COUSINE] },
  { script: 'Greek', is: (character) => /^\p{Script=Greek}$/u.test(character), packages: [COUSINE] },
  { script: 'Hebrew', is: (character) => /^\p{Script=Hebrew}$/u.test(character), packages: [COUSINE] },
  { script: 'Arabic', is: (character) => /^\p{Script=Arabic}$/u.test(character), packages: [ARABIC] },
  { script: 'Devanagari', is: (character) => /^\p{Script=Devanagari}$/u.test(character), packages: [DEVANAGARI] },
  {
    script: 'Japanese',
    is: (character) => /^[\p{Script=Hiragana}\p{Script=Katakana}\u30fc]$/u.test(character),
    packages: [JAPANESE],
  },
  { script: 'Korean', is: (character) => /^\p{Script=Hangul}$/u.test(character), packages: [KOREAN] },
];

/** Han characters are drawn differently from country to country: the writing's own country first. */
const HAN: Readonly<Record<'ja' | 'ko' | 'hans' | 'hant', readonly FontPackage[]>> = {
  ja: [JAPANESE, SIMPLIFIED, TRADITIONAL, KOREAN],
  ko: [KOREAN, JAPANESE, TRADITIONAL, SIMPLIFIED],
  hans: [SIMPLIFIED, JAPANESE, TRADITIONAL, KOREAN],
  hant: [TRADITIONAL, SIMPLIFIED, JAPANESE, KOREAN],
};

/** East Asian marks and full-width letters, which belong to no one script. */
function isEastAsian(character: string): boolean {
  return /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u.test(character);
}

/** Which families may show a character that Courier Prime lacks. `language` as BCP 47 has it. */
export function scriptFonts(character: string, language: string): ScriptFonts {
  if (isEastAsian(character)) return { script: 'East Asian', is: isEastAsian, packages: HAN[hanOf(language)] };
  const known = SCRIPTS.find(({ is }) => is(character));
  return known ?? { script: 'other', is: () => true, packages: [COUSINE, JAPANESE] };
}

/** Whether a character belongs to a script that has fonts of its own. */
export function isOfScript(character: string): boolean {
  return isEastAsian(character) || SCRIPTS.some(({ is }) => is(character));
}

/** Characters whose letters join, move or run from right to left: they are printed one by one, as they stand. */
export function needsShaping(character: string): boolean {
  return /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]$/u.test(
    character,
  );
}

function hanOf(language: string): 'ja' | 'ko' | 'hans' | 'hant' {
  if (/^ko\b/i.test(language)) return 'ko';
  if (/^zh\b.*\b(hant|tw|hk|mo)\b/i.test(language)) return 'hant';
  return /^zh\b/i.test(language) ? 'hans' : 'ja';
}

function inFourStyles(name: string, file: string): FontPackage {
  return {
    name: `@expo-google-fonts/${name}`,
    files: {
      regular: `400Regular/${file}_400Regular.ttf`,
      bold: `700Bold/${file}_700Bold.ttf`,
      italic: `400Regular_Italic/${file}_400Regular_Italic.ttf`,
      boldItalic: `700Bold_Italic/${file}_700Bold_Italic.ttf`,
    },
  };
}

/** Families without italics: the upright style stands for them. */
function inTwoWeights(name: string, file: string): FontPackage {
  const [regular, bold] = [`400Regular/${file}_400Regular.ttf`, `700Bold/${file}_700Bold.ttf`];
  return { name: `@expo-google-fonts/${name}`, files: { regular, bold, italic: regular, boldItalic: bold } };
}
