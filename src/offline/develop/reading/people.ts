/** What a text lets one know about somebody's pronouns. */
export type Gender = 'female' | 'male' | 'unknown';

const FEMALE = new Set(
  'woman wife daughter mother sister widow aunt niece grandmother granddaughter girl queen actress waitress nun bride ex-wife stepmother girlfriend princess heiress witch landlady governess ballerina mermaid'.split(
    ' ',
  ),
);
const MALE = new Set(
  'man husband son father brother widower uncle nephew grandfather grandson boy king actor priest groom ex-husband stepfather boyfriend prince monk landlord gentleman fisherman'.split(
    ' ',
  ),
);
const NEUTRAL = new Set(
  'detective executive orderly teen stepson ex partner-in-crime person stranger child parent friend neighbour neighbor partner twin orphan boss chef cook nurse doctor judge thief spy cop guard clerk vet priest tutor student pupil scientist guest patient ghost victim host rival enemy witness critic medic pilot agent client couple lover intern recruit hostage tourist musician android robot captain locksmith cartographer surgeon colleague fiancé fiancée cousin clown fence apprentice assistant immigrant refugee accountant sergeant lieutenant general teenager sibling veteran pensioner tenant diva mentor hitman baker saint chief coroner monster alien killer heir mechanic medium tailor cellist'.split(
    ' ',
  ),
);
const NOT_PEOPLE = new Set(
  'winter summer paper letter water river order murder number door floor mirror error honor honour harbour harbor corner tower power weather dinner computer chamber cellar answer never after under over other another together ever former rather whether cancer fever silver ladder shelter flower theater theatre quarter shower finger thunder powder plaster register master chapter matter feather leather border manner supper butter sister-ship minor major poor interior exterior color colour labour flavour favor favour rumor rumour odor vapor motor tractor elevator terror horror future list mist twist fist wrist exist insist resist consist persist assist human woman-made plant restaurant distant important instant constant giant brilliant reluctant career volunteer-run happiness business princess-line success access process mess dress loss press wilderness illness deafness blindness darkness witness-stand madness sadness goodness address congress however forever lower higher older younger bigger smaller later earlier longer better newer upper inner outer nuclear similar cover discover deliver recover remember wonder consider offer suffer enter render her prayer centre center layer trigger container poker timer remainder disaster sewer meter filter counter freezer trailer ledger danger hunger anger finder liquor tumor tutor-led senior junior prior inferior superior monitor mayor-elect sensor visitor-centre parlour parlor meteor reactor factor doctor-led sector vector corridor'.split(
    ' ',
  ),
);

/** Whether this lower-case singular noun names a person. */
export function isPersonNoun(word: string): boolean {
  if (FEMALE.has(word) || MALE.has(word) || NEUTRAL.has(word)) return true;
  if (NOT_PEOPLE.has(word) || word.length < 5) return false;
  return /(?:er|or|ist|ian|man|woman|eer|ess)$/.test(word);
}

/** The gender that a noun such as `widower` carries. */
export function genderOfWord(word: string): Gender {
  const plain = word.toLowerCase();
  if (FEMALE.has(plain) || /woman$/.test(plain)) return 'female';
  if (MALE.has(plain) || /[^o]man$/.test(plain)) return 'male';
  return 'unknown';
}
