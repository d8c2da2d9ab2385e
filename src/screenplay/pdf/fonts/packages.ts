import type { FontStyle } from './style.ts';

/** A font family as a package of its own: the files of its styles, from the package's folder. */
export interface FontPackage {
  /** As it is installed from npm. */
  readonly name: string;
  readonly files: Readonly<Record<FontStyle, string>>;
}

/** Courier Prime: the font of all that it can show. */
export const COURIER_PRIME = inFourStyles('courier-prime', 'CourierPrime');

/** A script that Courier Prime lacks: how to call it, what its characters are, and the families to look in, the best first. */
export interface ScriptFonts {
  readonly script: string;
  readonly is: RegExp;
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
  { script: 'Cyrillic', is: /^\p{Script=Cyrillic}$/u, packages: [COUSINE] },
  { script: 'Greek', is: /^\p{Script=Greek}$/u, packages: [COUSINE] },
  { script: 'Hebrew', is: /^\p{Script=Hebrew}$/u, packages: [COUSINE] },
  { script: 'Arabic', is: /^\p{Script=Arabic}$/u, packages: [ARABIC] },
  { script: 'Devanagari', is: /^\p{Script=Devanagari}$/u, packages: [DEVANAGARI] },
  { script: 'Japanese', is: /^[\p{Script=Hiragana}\p{Script=Katakana}\u30fc]$/u, packages: [JAPANESE] },
  { script: 'Korean', is: /^\p{Script=Hangul}$/u, packages: [KOREAN] },
];

/** Han characters are drawn differently from country to country: the writing's own country first. */
const HAN: Readonly<Record<'ja' | 'ko' | 'hans' | 'hant', readonly FontPackage[]>> = {
  ja: [JAPANESE, SIMPLIFIED, TRADITIONAL, KOREAN],
  ko: [KOREAN, JAPANESE, TRADITIONAL, SIMPLIFIED],
  hans: [SIMPLIFIED, JAPANESE, TRADITIONAL, KOREAN],
  hant: [TRADITIONAL, SIMPLIFIED, JAPANESE, KOREAN],
};

/** East Asian marks and full-width letters, which belong to no one script. */
const EAST_ASIAN = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u;

/** Which families may show a character that Courier Prime lacks. `language` as BCP 47 has it. */
export function scriptFonts(character: string, language: string): ScriptFonts {
  if (EAST_ASIAN.test(character)) return { script: 'East Asian', is: EAST_ASIAN, packages: HAN[hanOf(language)] };
  const known = SCRIPTS.find(({ is }) => is.test(character));
  return known ?? { script: 'other', is: /^.$/su, packages: [COUSINE, JAPANESE] };
}

/** Whether a character belongs to a script that has fonts of its own. */
export function isOfScript(character: string): boolean {
  return EAST_ASIAN.test(character) || SCRIPTS.some(({ is }) => is.test(character));
}

/** Characters whose letters join, move or run from right to left: they are printed one by one, as they stand. */
export function needsShaping(character: string): boolean {
  return SHAPED.test(character);
}

const SHAPED =
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

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
