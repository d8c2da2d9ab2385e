/**
 * What the trades of a logline bring with them: places, things, people, words.
 *
 * @module
 */

import { CHURCH } from './church.ts';
import type { Domain } from './domain.ts';
import { FARM } from './farm.ts';
import { FUNERAL } from './funeral.ts';
import { KITCHEN } from './kitchen.ts';
import { LAW } from './law.ts';
import { LOCKS } from './locks.ts';
import { MEDICINE } from './medicine.ts';
import { MUSIC } from './music.ts';
import { NEWSPAPER } from './newspaper.ts';
import { OFFICE } from './office.ts';
import { PAWN } from './pawn.ts';
import { POLICE } from './police.ts';
import { SCHOOL } from './school.ts';
import { SEA } from './sea.ts';
import { SPACE } from './space.ts';
import { THEATRE } from './theatre.ts';
import { TOWN } from './town.ts';
import { WAR } from './war.ts';

export type { Domain, Extra, Place } from './domain.ts';
export { TOWN } from './town.ts';

/** Every domain that has cues; the town is what is left when none of them fits. */
export const DOMAINS: readonly Domain[] = [
  MUSIC,
  LAW,
  FUNERAL,
  SPACE,
  LOCKS,
  PAWN,
  WAR,
  MEDICINE,
  SCHOOL,
  FARM,
  SEA,
  KITCHEN,
  THEATRE,
  POLICE,
  OFFICE,
  CHURCH,
  NEWSPAPER,
];

/** The domain most of these lower-case words point to; words earlier in the text count for more. */
export function domainOf(words: readonly string[]): Domain {
  const scored = DOMAINS.map((domain) => ({ domain, score: score(domain, words) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.domain : TOWN;
}

function score(domain: Domain, words: readonly string[]): number {
  return words
    .map((word, at): number =>
      domain.cues.includes(word) || domain.cues.includes(word.replace(/s$/, '')) ? 1 + 2 / (1 + at) : 0,
    )
    .reduce((sum, one) => sum + one, 0);
}
