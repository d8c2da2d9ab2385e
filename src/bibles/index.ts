/**
 * What is true in a story: typed, versioned entries and scene cards, and who may see which part of them.
 *
 * Knows no prompt and no model; `contextFor` is pure.
 *
 * @module
 */
export { type Outline, type SceneCard, sceneNumber } from './card.ts';
export { type Context, type ContextEntry, contextFor, printContext, type Viewer } from './context.ts';
export {
  type Author,
  type Bible,
  type Entry,
  type EntryOf,
  type EntryVersion,
  entriesOf,
  entryById,
  firstVersion,
  type NewEntry,
} from './entry.ts';
export { Character, type DocumentOf, ID_PREFIX, KINDS, type Kind, Plot, Setting, Theme, Voice } from './kinds.ts';
export { knownFacts } from './knowledge.ts';
export { type BibleStore, type EntryWrite, FORMATS, type Format, type Script } from './store.ts';
