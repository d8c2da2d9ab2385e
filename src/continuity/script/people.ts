import { type Bible, entriesOf, findMentions, foldName, type NameIndex, nameIndex } from '../../bibles/index.ts';

/** Finds the people of a bible in cues and texts. */
export interface People {
  /** Who answers to a cue, by entry id. */
  readonly byCue: (cue: string) => string | undefined;
  /** Whether a cue is made of names that are known, or of a word for several people or for a voice. */
  readonly isKnown: (cue: string) => boolean;
  readonly nameOf: (id: string) => string;
  readonly index: NameIndex;
}

/** Cues of several at once, or of a voice that no person in the picture has. */
const NOBODY =
  /^(?:ALL|BOTH|EVERYONE|EVERYBODY|CROWD|CHORUS|OTHERS|TOGETHER|GROUP|VOICES?|A VOICE|RADIO|TV|TELEVISION|INTERCOM|LOUDSPEAKER|PA|ANSWERING MACHINE|VOICEMAIL|RECORDING)(?: #?\d+)?$/i;

/** Make what finds people; `known` are names of people without an entry. */
export function peopleOf(bible: Bible, known: readonly string[]): People {
  const characters = entriesOf(bible, 'character');
  const ids = new Map<string, string | undefined>();
  for (const { id, name, aliases } of characters)
    for (const one of [name, ...aliases]) if (!ids.has(foldName(one))) ids.set(foldName(one), id);
  // A first or last name alone will do where only one person has it.
  const parts = new Map<string, string | undefined>();
  for (const { id, name } of characters)
    for (const word of foldName(name).split(' '))
      parts.set(word, parts.has(word) && parts.get(word) !== id ? undefined : id);
  const index = nameIndex(characters);
  const names = new Map(characters.map(({ id, name }) => [id, name]));
  const others = new Set(known.map(foldName));
  const byCue = (cue: string): string | undefined => ids.get(foldName(cue)) ?? parts.get(foldName(cue));
  const isOne = (cue: string): boolean =>
    byCue(cue) !== undefined || others.has(foldName(cue)) || NOBODY.test(cue.trim());
  return {
    byCue,
    index,
    nameOf: (id) => names.get(id) ?? id,
    isKnown: (cue) =>
      isOne(cue) ||
      cue.split(/\s*(?:&|\/|,|\+|\band\b)\s*/i).every((part) => part !== '' && isOne(part)) ||
      findMentions(cue, index).length > 0,
  };
}
