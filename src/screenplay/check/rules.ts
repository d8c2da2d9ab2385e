import { actionLong, pageFurniture, parentheticalLast, parentheticalLong, parentheticalOpen } from './block-rules.ts';
import { cueContinued, cueExtension, dualSamePerson } from './cue-extensions.ts';
import { cueIntroduction } from './cue-introduction.ts';
import { cueLoneName, cueNoName, cueNotCapitals, cueSlip, cueSpelling, cueWithoutSpeech } from './cue-names.ts';
import { headingPrefix, headingTime } from './heading-rules.ts';
import { locationSpelling } from './location-rules.ts';
import { numberMissing, numberOrder, numberTwice } from './number-rules.ts';
import type { Rule } from './rule.ts';
import { sceneEmpty, scriptStart, transitionInside } from './scene-rules.ts';
import { textEncoding, textOpenMark, textUnprintable } from './text-rules.ts';
import { scriptLength, titleMissing } from './title-rules.ts';

/** Every rule that `checkScreenplay` knows, by area. */
export const RULES: readonly Rule[] = [
  actionLong,
  cueContinued,
  cueExtension,
  cueIntroduction,
  cueLoneName,
  cueNoName,
  cueNotCapitals,
  cueSpelling,
  cueSlip,
  cueWithoutSpeech,
  dualSamePerson,
  headingPrefix,
  headingTime,
  locationSpelling,
  numberMissing,
  numberOrder,
  numberTwice,
  pageFurniture,
  parentheticalLast,
  parentheticalLong,
  parentheticalOpen,
  sceneEmpty,
  scriptLength,
  scriptStart,
  textEncoding,
  textOpenMark,
  textUnprintable,
  titleMissing,
  transitionInside,
];
