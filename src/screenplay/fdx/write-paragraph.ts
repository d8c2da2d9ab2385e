import type { InlineRun } from '../inline/inline.ts';
import { writeColor } from './color.ts';
import type { FdxParagraph, SceneProperties } from './paragraph.ts';
import { writeRun } from './text-run.ts';
import { type Attributes, openTag } from './xml-write.ts';

const STEP = '  ';

/** Write a paragraph on lines of its own. The first line is not indented. */
export function writeParagraph(paragraph: FdxParagraph, indent: string): string {
  const inner = indent + STEP;
  const { scene, omitted, dual } = paragraph;
  const children = [
    ...(scene === undefined ? [] : [writeScene(scene, inner)]),
    ...(dual === undefined ? writeRuns(paragraph.runs, inner) : [writeWrapper('DualDialogue', dual, inner)]),
    ...(omitted === undefined
      ? []
      : [writeWrapper('OmittedScene', [{ type: 'Scene Heading', runs: omitted, remarks: [] }], inner)]),
  ];
  return element('Paragraph', paragraphAttributes(paragraph), children, indent);
}

/** The attributes that say what a paragraph is, in the order Final Draft writes them. */
export function paragraphAttributes(paragraph: FdxParagraph): Attributes {
  return [
    ['Alignment', paragraph.centered && 'Center'],
    ['Number', paragraph.number],
    ['OutlineLevel', paragraph.outlineLevel],
    ['StartsNewPage', paragraph.startsNewPage && 'Yes'],
    ['Type', paragraph.type],
  ].map(([name, value]) => [`${name}`, value === undefined ? undefined : `${value}`] as const);
}

/** Write runs, one line each; runs without any words as one empty `Text`. */
export function writeRuns(runs: readonly InlineRun[], indent: string): readonly string[] {
  return runs.length === 0
    ? ['<Text></Text>']
    : runs.map(writeRun).map((run, index) => (index > 0 ? `\n${indent}${run}` : run));
}

/** Write what a scene carries beside its heading. */
export function writeScene({ title, color, summary }: SceneProperties, indent: string): string {
  const attributes: Attributes = [
    ['Color', writeColor(color)],
    ['Title', title],
  ];
  return element(
    'SceneProperties',
    attributes,
    summary === undefined ? [] : [writeSummary(summary, indent + STEP)],
    indent,
  );
}

/** Write what a scene is for. */
export function writeSummary(summary: readonly InlineRun[], indent: string): string {
  return writeWrapper('Summary', [{ runs: summary, remarks: [] }], indent);
}

/** Write an element with children, each on lines of its own, or an empty one. */
export function element(name: string, attributes: Attributes, children: readonly string[], indent: string): string {
  if (children.length === 0) return openTag(name, attributes, true);
  const lines = children.map((child) => (child.startsWith('\n') ? child : `\n${indent}${STEP}${child}`));
  return `${openTag(name, attributes)}${lines.join('')}\n${indent}</${name}>`;
}

function writeWrapper(name: string, paragraphs: readonly FdxParagraph[], indent: string): string {
  const inner = indent + STEP;
  return element(
    name,
    [],
    paragraphs.map((paragraph) => writeParagraph(paragraph, inner)),
    indent,
  );
}
