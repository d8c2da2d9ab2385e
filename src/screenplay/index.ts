/**
 * The screenplay as a document: its tree, and the formats it is read from and written to.
 *
 * @module
 */
export type * from './tree.ts';
