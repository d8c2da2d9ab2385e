import { splitCue } from '../cue.ts';
import { oneLine } from '../text.ts';
import type { Block, Dialogue, DialoguePart, Synopsis } from '../tree.ts';
import { readColor } from './color.ts';
import type { Loss } from './marked-text.ts';
import { OMITTED } from './paragraph.ts';
import { isBlankRuns, type ReadFields, readLine, readText, sharedRevision, unenclosed } from './read-text.ts';
import { readRuns } from './text-run.ts';
import { plainRun, runsText } from './text-runs.ts';
import { childOf, childrenOf, type XmlElement } from './xml.ts';

/** A block and the elements it was read from. */
export interface ReadBlock {
  readonly block: Block;
  /** For each paragraph the block is written as, the neighbouring elements that say it. Empty for what stands inside the paragraph of another block. */
  readonly sources: readonly (readonly XmlElement[])[];
  /** The element that says it. */
  readonly element: XmlElement;
  readonly losses: ReadonlySet<Loss>;
}

const NOTHING_LOST: ReadonlySet<Loss> = new Set();
const ONE_LINE = new Set([
  'Transition',
  'Shot',
  'New Act',
  'End of Act',
  'Outline Body',
  ...['1', '2', '3', '4'].map((level) => `Outline ${level}`),
]);
const SPOKEN = new Set(['Parenthetical', 'Dialogue', 'Lyrics']);

/** Read the paragraphs of a script. Empty ones say nothing and are passed over, unless they begin a page. */
export function readBlocks(paragraphs: readonly XmlElement[]): readonly ReadBlock[] {
  const blocks: ReadBlock[] = [];
  for (let at = 0; at < paragraphs.length; ) {
    const element = paragraphs[at];
    if (element === undefined) break;
    const taken = readParagraph(paragraphs, at);
    const breaks = element.attributes['StartsNewPage'] === 'Yes';
    if (breaks) {
      const sources = taken.blocks.length === 0 ? [[element]] : [];
      blocks.push({ block: { type: 'pageBreak' }, sources, element, losses: NOTHING_LOST });
    }
    for (const block of taken.blocks) blocks.push(block);
    at += taken.length;
  }
  return blocks;
}

interface Taken {
  readonly blocks: readonly ReadBlock[];
  /** How many paragraphs it took. */
  readonly length: number;
}

function readParagraph(paragraphs: readonly XmlElement[], at: number): Taken {
  const element = paragraphs[at];
  if (element === undefined) return { blocks: [], length: 1 };
  const dual = childOf(element, 'DualDialogue');
  if (dual !== undefined) return { blocks: readDual(element, dual), length: 1 };
  const runs = readRuns(element);
  if (element.attributes['Type'] === 'Scene Heading') return { blocks: readHeading(element), length: 1 };
  if (isBlankRuns(runs)) return { blocks: [], length: 1 };
  if (element.attributes['Type'] === 'Character') return readDialogue(paragraphs, at);
  const { block, losses } = readTextBlock(element);
  return { blocks: [{ block, sources: [[element]], element, losses }], length: 1 };
}

function readTextBlock(element: XmlElement): { readonly block: Block; readonly losses: ReadonlySet<Loss> } {
  const { Type: type = 'General' } = element.attributes;
  const runs = readRuns(element);
  const centered = element.attributes['Alignment'] === 'Center';
  const { fields, losses } = ONE_LINE.has(type) ? readLine(runs) : readText(runs);
  return { block: textBlock(type, element, centered, fields), losses };
}

function textBlock(type: string, element: XmlElement, centered: boolean, fields: ReadFields['fields']): Block {
  switch (type) {
    case 'Action':
      return { type: centered ? 'centered' : 'action', ...fields };
    case 'Lyrics':
      return { type: 'lyrics', ...fields };
    case 'Transition':
      return { type: 'transition', ...fields };
    case 'Shot':
      return { type: 'shot', ...fields };
    case 'New Act':
    case 'End of Act':
      return { type: 'actBreak', edge: type === 'New Act' ? 'start' : 'end', ...fields };
    case 'Outline Body':
      return { type: 'synopsis', ...fields };
    case 'Outline 1':
    case 'Outline 2':
    case 'Outline 3':
    case 'Outline 4':
      return { type: 'section', depth: sectionDepth(type, element), ...fields };
    default:
      return { type: 'general', element: type, ...fields };
  }
}

/** Depths 5 and 6 stand in an attribute, because Final Draft's outline ends at 4. */
function sectionDepth(type: string, element: XmlElement): number {
  const level = element.attributes['OutlineLevel'];
  return type === 'Outline 4' && (level === '5' || level === '6') ? Number(level) : Number(type.at(-1));
}

function readHeading(element: XmlElement): readonly ReadBlock[] {
  const inner = childrenOf(childOf(element, 'OmittedScene'), 'Paragraph').find(
    ({ attributes }) => attributes['Type'] === 'Scene Heading',
  );
  const own = readRuns(element);
  const runs = inner === undefined ? own : readRuns(inner);
  if (isBlankRuns(runs)) return [];
  const { fields, losses } = readLine(runs);
  const properties = childOf(element, 'SceneProperties') ?? childOf(inner, 'SceneProperties');
  const { Title: title = '', Color: color } = properties?.attributes ?? {};
  const { Number: outside = '' } = element.attributes;
  const { Number: inside = '' } = inner?.attributes ?? {};
  const number = outside.trim() || inside.trim();
  const shade = readColor(color);
  const omitted = inner !== undefined || runsText(own).trim().toUpperCase() === OMITTED;
  const block: Block = {
    type: 'sceneHeading',
    ...fields,
    ...(number === '' ? {} : { number }),
    ...(omitted ? { omitted } : {}),
    ...(title.trim() === '' ? {} : { title: oneLine(title) }),
    ...(shade === undefined ? {} : { color: shade }),
  };
  const heading = { block, sources: [[element]], element, losses };
  const summary = childOf(properties, 'Summary') ?? childOf(element, 'Summary');
  const synopsis = summary === undefined ? undefined : readSummary(summary);
  return synopsis === undefined ? [heading] : [heading, synopsis];
}

function readSummary(summary: XmlElement): ReadBlock | undefined {
  const runs = joinedRuns(childrenOf(summary, 'Paragraph'));
  if (isBlankRuns(runs)) return undefined;
  const { fields, losses } = readLine(runs);
  const block: Synopsis = { type: 'synopsis', ...fields };
  return { block, sources: [], element: summary, losses };
}

function readDialogue(paragraphs: readonly XmlElement[], at: number): Taken {
  const cue = paragraphs[at];
  if (cue === undefined) return { blocks: [], length: 1 };
  const runs = readRuns(cue);
  const revision = sharedRevision(runs);
  const losses = new Set<Loss>();
  const sources: (readonly XmlElement[])[] = [[cue]];
  const parts: DialoguePart[] = [];
  let next = at + 1;
  for (;;) {
    const part = partElements(paragraphs, next);
    const type = part[0]?.attributes['Type'];
    if (type === undefined) break;
    const { fields, losses: lost } = readPart(type, part);
    for (const loss of lost) losses.add(loss);
    parts.push({ type: type === 'Dialogue' ? 'speech' : type === 'Lyrics' ? 'lyrics' : 'parenthetical', ...fields });
    sources.push(part);
    next += part.length;
  }
  const block: Dialogue = {
    type: 'dialogue',
    ...splitCue(oneLine(runsText(runs))),
    parts,
    ...(revision === undefined ? {} : { revision }),
  };
  return { blocks: [{ block, sources, element: cue, losses }], length: next - at };
}

function readPart(type: string, elements: readonly XmlElement[]): ReadFields {
  const runs = joinedRuns(elements);
  return type === 'Parenthetical' ? readLine(unenclosed(runs)) : readText(runs);
}

/** The neighbouring paragraphs of one type that make a part: one parenthetical, or lines of speech with blank ones between. */
function partElements(paragraphs: readonly XmlElement[], at: number): readonly XmlElement[] {
  const first = paragraphs[at];
  const type = first?.attributes['Type'] ?? '';
  const fits = (element: XmlElement | undefined): element is XmlElement =>
    element !== undefined &&
    element.attributes['Type'] === type &&
    !(type === 'Lyrics' && element.attributes['Alignment'] === 'Center');
  if (!SPOKEN.has(type) || !fits(first) || isBlankRuns(readRuns(first))) return [];
  let end = at + 1;
  if (type === 'Parenthetical') return [first];
  for (let next = end; fits(paragraphs[next]); next += 1) {
    const element = paragraphs[next];
    if (element !== undefined && !isBlankRuns(readRuns(element))) end = next + 1;
  }
  return paragraphs.slice(at, end);
}

/** The runs of several paragraphs, each on a line of its own. */
function joinedRuns(elements: readonly XmlElement[]): ReturnType<typeof readRuns> {
  return elements.flatMap((element, index) => [...(index > 0 ? [plainRun('\n')] : []), ...readRuns(element)]);
}

/** Two dialogues make a dual dialogue; whatever else stands in the wrapper is read as if it stood outside. */
function readDual(element: XmlElement, dual: XmlElement): readonly ReadBlock[] {
  const inner = readBlocks(childrenOf(dual, 'Paragraph'));
  const [left, right] = inner.map(({ block }) => block);
  if (inner.length !== 2 || left?.type !== 'dialogue' || right?.type !== 'dialogue') return inner;
  const losses = new Set(inner.flatMap((block) => [...block.losses]));
  return [{ block: { type: 'dualDialogue', left, right }, sources: [[element]], element, losses }];
}
