/**
 * The words everything shares: errors, notes, references, JSON and limits. No input or output, no story.
 *
 * @module
 */
export { ERRORS, type ErrorCode, type ErrorDetails, isScriptGenError, ScriptGenError } from './error.ts';
export { deriveId, fingerprint, sha256 } from './hash.ts';
export { canonicalJson, type Json, sameJson, toJson } from './json.ts';
export { createLimit, type Limit } from './limit.ts';
export { longestRise } from './longest-rise.ts';
export { nearest } from './nearest.ts';
export type { Note, Severity } from './note.ts';
export { fingerprinted, type Reference, versioned } from './reference.ts';
export { remember } from './remember.ts';
