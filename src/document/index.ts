/**
 * Screenplays as files: read from Fountain, Final Draft and JSON whatever they are called and encoded in, and written
 * as any form, whole or not at all. Only the code of the forms that are asked for is loaded.
 *
 * @module
 */
export { type DecodedText, decodeText } from './decode.ts';
export {
  type DocumentFormat,
  endingOf,
  FORMAT_TITLES,
  FORMATS,
  type ReadableFormat,
  stemOf,
  writtenFormat,
} from './format.ts';
export { MOST_BYTES } from './load.ts';
export { aboutScript, type PrintedDocument, type PrintOptions, printDocument } from './print.ts';
export { loadBytes, parseDocument, type ReadDocument, type ReadOptions, readDocument } from './read.ts';
export { checkWritable, type WriteOptions, writeDocument } from './write.ts';
