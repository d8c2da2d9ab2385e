/**
 * A bible read off a script: characters, settings and scenes from the text alone, and what a reader says of them held
 * against the text.
 *
 * Asks no model; every quote stands in the script.
 *
 * @module
 */
export { extractBible } from './extract.ts';
export type {
  Doubt,
  Extra,
  Extracted,
  ExtractedCharacter,
  ExtractedScene,
  ExtractedSetting,
  Missed,
  Quote,
} from './extracted.ts';
export { isActTitle, type Part, partsOf } from './parts.ts';
export { type Evidence, evidenceOf } from './reading/evidence.ts';
export {
  type AppliedReading,
  applyReading,
  type CharacterReading,
  type Claim,
  type Dropped,
} from './reading/reading.ts';
export { type QuoteFinder, quoteFinder } from './reading/verbatim.ts';
export { wordFinder } from './reading/words.ts';
