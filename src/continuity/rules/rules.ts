import { absentSpeaker } from './absent-speaker.ts';
import { changedFact } from './changed-fact.ts';
import { deadSpeaker } from './dead-speaker.ts';
import { knownTooSoon } from './known-too-soon.ts';
import { nameSpelling, unknownName, unknownSetting } from './names.ts';
import { destroyedThing, propCustody } from './props.ts';
import type { ContinuityRule } from './rule.ts';
import { timeOrder, twoPlaces } from './time.ts';

/** Every rule that finds faults of continuity without a model. */
export const CONTINUITY_RULES: readonly ContinuityRule[] = [
  absentSpeaker,
  changedFact,
  deadSpeaker,
  destroyedThing,
  knownTooSoon,
  nameSpelling,
  propCustody,
  timeOrder,
  twoPlaces,
  unknownName,
  unknownSetting,
];
