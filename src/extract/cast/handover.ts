import type { Doubt, ExtractedCharacter } from '../extracted.ts';
import type { Speech } from '../material.ts';
import { nameParts } from './name.ts';

/** How many speeches there may be between the last of one name and the first of another that takes its place. */
const NEAR = 20;

/** Who speaks less often under a title is not looked at. */
const LEAST = 3;

interface Heard {
  readonly person: ExtractedCharacter;
  readonly cue: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Those who may get another name on the way. A script that introduces THE FLOWER GIRL says LIZA as soon as her name is known: so
 * somebody who is only described, or named by title, and who is not heard any more when a new name is, may be that one. One who
 * is described and stops with nobody new near may still be anybody: that is told, too.
 */
export function handovers(
  characters: readonly ExtractedCharacter[],
  speeches: readonly Speech[],
  idOf: (cue: string) => string | undefined,
): readonly Doubt[] {
  const heard = heardIn(characters, speeches, idOf);
  return heard.flatMap((one) => {
    const isDescribed = /^THE\s/.test(one.cue);
    if (!isDescribed && !isTitled(one)) return [];
    const next = heard.filter((other) => isNewName(other) && other.first > one.last && other.first <= one.last + NEAR);
    const pairs = next.map((other) => doubt([one, other], `${one.cue} is not heard any more when ${other.cue} is`));
    const isAlone = isDescribed && pairs.length === 0 && one.last < speeches.length - NEAR;
    return isAlone
      ? [doubt([one], `${one.cue} has no name, and is not heard to the end: somebody with a name may be the same`)]
      : pairs;
  });
}

function heardIn(
  characters: readonly ExtractedCharacter[],
  speeches: readonly Speech[],
  idOf: (cue: string) => string | undefined,
): readonly Heard[] {
  const places = new Map<string, { first: number; last: number }>();
  for (const [at, { cue }] of speeches.entries()) {
    const id = idOf(cue) ?? '';
    const place = places.get(id);
    if (place === undefined) places.set(id, { first: at, last: at });
    else place.last = at;
  }
  return characters.flatMap((person) => {
    const place = places.get(person.id);
    const [cue] = person.cues;
    return place === undefined || cue === undefined || person.extra !== null ? [] : [{ person, cue, ...place }];
  });
}

/** A family name with a title, of somebody who speaks often enough to be told from a passer-by. */
function isTitled({ cue, person }: Heard): boolean {
  const { title, office } = nameParts(cue);
  return title !== undefined && !office && person.speeches >= LEAST;
}

/** A name that is neither a description nor a title. */
function isNewName({ cue }: Heard): boolean {
  return !/^(?:THE|AN?)\s/.test(cue) && nameParts(cue).title === undefined;
}

function doubt(heard: readonly Heard[], reason: string): Doubt {
  return { kind: 'character', ids: heard.map(({ person }) => person.id), names: heard.map(({ cue }) => cue), reason };
}
