/**
 * The screenplay as JSON: its tree as it is, checked when it is read. Apart from the rest of the document, because it
 * loads Zod.
 *
 * @module
 */
export { type ParsedJson, parseJson } from './parse.ts';
export { type PrintJsonOptions, printJson } from './print.ts';
export { screenplayJsonSchema } from './schema.ts';
