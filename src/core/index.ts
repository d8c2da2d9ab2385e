/**
 * The words everything shares: errors, notes, references, JSON and limits. No input or output, no story.
 *
 * @module
 */
export { ERRORS, type ErrorCode, type ErrorDetails, isScriptGenError, ScriptGenError } from './error.ts';
export { deriveId, sha256 } from './hash.ts';
export { canonicalJson, type Json } from './json.ts';
export { createLimit, type Limit } from './limit.ts';
export type { Note, Severity } from './note.ts';
export type { Reference } from './reference.ts';
