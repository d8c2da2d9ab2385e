/**
 * The screenplay as a document: its tree, how it is built, read from and written to Fountain, put on pages and measured.
 *
 * Pure and free of Node built-ins, so that a browser can load it; PDF is in `pdf/`.
 *
 * @module
 */
export {
  action,
  type BlockOptions,
  centered,
  type DialogueOptions,
  dialogue,
  dualDialogue,
  type HeadingOptions,
  heading,
  lyrics,
  note,
  pageBreak,
  parenthetical,
  screenplay,
  section,
  speech,
  sung,
  synopsis,
  type TitlePageFields,
  titlePage,
  transition,
} from './build.ts';
export { type ParsedFountain, parseFountain } from './fountain/parse.ts';
export { printFountain } from './fountain/print.ts';
export { type LayoutOptions, layoutScreenplay } from './layout/layout.ts';
export { measureScenes, type SceneLength, type ScriptLength } from './layout/measure.ts';
export { type LineElement, lineText, type Page, type PlacedLine, type TextRun } from './layout/page.ts';
export type { ProfileName } from './layout/profile.ts';
export { normalizeScreenplay } from './normalize.ts';
export type * from './tree.ts';
