/**
 * Where the turns of a story are expected, how long its parts are, and what its cards can be told to do wrong before a
 * word is written.
 *
 * Asks no model and reads no file; everything is a function of cards and bible.
 *
 * @module
 */

export { type BeatRow, tableOfBeats } from './beat-table.ts';
export { notesBySequence, type SequenceNotes, sequenceRanges } from './check/by-sequence.ts';
export { checkOutline } from './check/check-outline.ts';
export type { OutlineToCheck } from './check/laid.ts';
export type { Aim, FormatShape, SceneLength } from './format-shape.ts';
export { SHAPES } from './formats.ts';
export { expectedPages, expectedWords, LENGTH_WORDS, pageBudget } from './pages.ts';
export { type ParsedStructures, type ParseStructuresOptions, parseStructures } from './parse.ts';
export { type PlacedBeat, placeBeats, whereIs } from './place.ts';
export { structuresSchema } from './schema.ts';
export type { Act, Structure, StructureBeat, Structures, TensionPoint } from './structure.ts';
export { tensionAt, tensionFit } from './tension.ts';
