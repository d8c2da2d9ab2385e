/**
 * What a story is written from: a source read and told for what it is, cut into parts, and what a reader says of it held
 * against its words.
 *
 * Asks no model. All but `readSource` is pure.
 *
 * @module
 */
export { cutText } from './cut.ts';
export { holdDigest, mergeDigests, type Named, type SourceFact, type Told } from './digest.ts';
export { placeFacts } from './place-facts.ts';
export { parseSource, readSource, SOURCE_LIMIT } from './read-source.ts';
export { readScenes } from './scenes.ts';
export { type Slug, slugOf } from './slug.ts';
export type { OutlineSource, ProseSource, ScreenplaySource, Source } from './source.ts';
