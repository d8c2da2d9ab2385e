import { sameValue } from '../same.ts';
import { writeColor } from './color.ts';
import { applyEdits, cut, type Edit, indentAt } from './edit.ts';
import type { FdxParagraph, SceneProperties } from './paragraph.ts';
import { readRuns } from './text-run.ts';
import { paragraphAttributes, writeParagraph, writeRuns, writeScene, writeSummary } from './write-paragraph.ts';
import { childOf, childrenOf, type XmlElement } from './xml.ts';
import { type Attributes, openTag } from './xml-write.ts';

/** A paragraph as it stands in a source, to be written anew. */
interface OldParagraph {
  readonly source: string;
  readonly element: XmlElement;
  /** What it said. */
  readonly paragraph: FdxParagraph;
}

/** Write a paragraph in the place of an old one: attributes and elements that are not known stay as they are. */
export function rewriteParagraph(paragraph: FdxParagraph, old: OldParagraph): string {
  const { source, element } = old;
  const indent = indentAt(source, element.from, '    ');
  if (element.innerTo === element.to) {
    const fresh = writeParagraph(paragraph, indent);
    return openParagraph(paragraph, old) + fresh.slice(fresh.indexOf('>') + 1);
  }
  const edits: Edit[] = [];
  if (paragraph.dual !== undefined) edits.push(...rewriteDual(paragraph.dual, old));
  else if (!sameValue(paragraph.runs, old.paragraph.runs)) edits.push(...rewriteTexts(paragraph, old));
  if (!sameValue(paragraph.scene, old.paragraph.scene)) edits.push(rewriteScene(paragraph.scene ?? {}, old));
  if (!sameValue(paragraph.omitted, old.paragraph.omitted)) edits.push(...rewriteOmitted(paragraph, old));
  return openParagraph(paragraph, old) + applyEdits(source, edits, element.innerFrom, element.to);
}

function openParagraph(paragraph: FdxParagraph, { source, element, paragraph: before }: OldParagraph): string {
  const wanted = paragraphAttributes(paragraph);
  if (element.innerTo < element.to && sameValue(wanted, paragraphAttributes(before))) {
    return source.slice(element.from, element.innerFrom);
  }
  const known = new Map(wanted);
  const said = new Map(paragraphAttributes(before));
  const kept = Object.entries(element.attributes).map(([name, value]) => {
    const next = known.get(name);
    if (!known.has(name) || next === said.get(name)) return [name, value] as const;
    return [name, name === 'StartsNewPage' ? (next ?? 'No') : next] as const;
  });
  const added = wanted.filter(([name]) => !(name in element.attributes));
  return openTag('Paragraph', [...kept, ...added]);
}

function rewriteTexts({ runs }: FdxParagraph, { source, element }: OldParagraph): readonly Edit[] {
  const texts = childrenOf(element, 'Text');
  const [first, ...rest] = texts;
  const indent = indentAt(source, first?.from ?? element.from, '      ');
  const text = writeRuns(runs, indent).join('');
  if (first === undefined) return [insertChild(source, element, text)];
  return [{ from: first.from, to: first.to, text }, ...rest.map((other) => cut(source, other))];
}

function rewriteScene(scene: SceneProperties, { source, element, paragraph }: OldParagraph): Edit {
  const old = childOf(element, 'SceneProperties');
  const indent = indentAt(source, element.from, '    ');
  if (old === undefined) {
    const at = element.innerFrom;
    return { from: at, to: at, text: `\n${indent}  ${writeScene(scene, `${indent}  `)}` };
  }
  const named: Attributes = [
    ['Color', writeColor(scene.color)],
    ['Title', scene.title],
  ];
  const known = new Map(named);
  const keeps = sameValue({ ...scene, summary: undefined }, { ...paragraph.scene, summary: undefined });
  const attributes: Attributes = [
    ...Object.entries(old.attributes).map(
      ([name, value]) => [name, keeps || !known.has(name) ? value : known.get(name)] as const,
    ),
    ...named.filter(([name]) => !(name in old.attributes)),
  ];
  const summary = childOf(old, 'Summary');
  const written = scene.summary === undefined ? undefined : writeSummary(scene.summary, `${indent}    `);
  const edits: Edit[] = [];
  if (!sameValue(scene.summary, paragraph.scene?.summary)) {
    if (summary !== undefined && written !== undefined)
      edits.push({ from: summary.from, to: summary.to, text: written });
    else if (summary !== undefined) edits.push(cut(source, summary));
  }
  const added = summary === undefined && written !== undefined ? `\n${indent}    ${written}` : '';
  if (old.innerTo === old.to) {
    const open = openTag('SceneProperties', attributes, added === '');
    return { from: old.from, to: old.to, text: added === '' ? open : `${open}${added}\n${indent}  </SceneProperties>` };
  }
  const inner = applyEdits(source, edits, old.innerFrom, old.to);
  return { from: old.from, to: old.to, text: openTag('SceneProperties', attributes) + added + inner };
}

/** Write the paragraphs of a dual dialogue over the old ones as far as they go. */
function rewriteDual(dual: readonly FdxParagraph[], { source, element, paragraph }: OldParagraph): readonly Edit[] {
  const wrapper = childOf(element, 'DualDialogue');
  const olds = childrenOf(wrapper, 'Paragraph');
  const before = paragraph.dual ?? [];
  const indent = indentAt(source, olds[0]?.from ?? element.from, '        ');
  if (wrapper === undefined) return [];
  if (olds.length !== before.length || wrapper.innerTo === wrapper.to) {
    const lines = dual.map((inner) => `\n${indent}${writeParagraph(inner, indent)}`);
    const outer = indentAt(source, wrapper.from, '      ');
    return [{ from: wrapper.from, to: wrapper.to, text: `<DualDialogue>${lines.join('')}\n${outer}</DualDialogue>` }];
  }
  return spliceParagraphs(
    dual,
    before,
    olds.map((old) => [old]),
    source,
  );
}

/**
 * The edits that make paragraphs of others: those alike at both ends stay, those between are written over each other
 * in order. `sources` has the elements of each old paragraph; there is at least one.
 */
export function spliceParagraphs(
  wanted: readonly FdxParagraph[],
  before: readonly FdxParagraph[],
  sources: readonly (readonly XmlElement[])[],
  source: string,
): readonly Edit[] {
  const same = (a: FdxParagraph | undefined, b: FdxParagraph | undefined): boolean =>
    sameValue({ ...a, remarks: [] }, { ...b, remarks: [] });
  const shorter = Math.min(wanted.length, before.length);
  let head = 0;
  while (head < shorter && same(wanted[head], before[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && same(wanted.at(-1 - tail), before.at(-1 - tail))) tail += 1;
  const edits: Edit[] = [];
  let last: XmlElement | undefined = sources[head - 1]?.at(-1);
  wanted.slice(head, wanted.length - tail).forEach((paragraph, index) => {
    const at = head + index;
    const old = at < before.length - tail ? before[at] : undefined;
    const [element, ...others] = old === undefined ? [] : (sources[at] ?? []);
    if (old !== undefined && element !== undefined) {
      edits.push({
        from: element.from,
        to: element.to,
        text: rewriteParagraph(paragraph, { source, element, paragraph: oldOf(old, element) }),
      });
      edits.push(...others.map((other) => cut(source, other)));
      last = element;
    } else if (last !== undefined) {
      const indent = indentAt(source, last.from, '    ');
      edits.push({ from: last.to, to: last.to, text: `\n${indent}${writeParagraph(paragraph, indent)}` });
    }
  });
  const gone = sources.slice(head + Math.max(0, wanted.length - head - tail), sources.length - tail);
  return [...edits, ...gone.flat().map((element) => cut(source, element))];
}

/** What one element said, of a paragraph that may stand for several. */
function oldOf(paragraph: FdxParagraph, element: XmlElement): FdxParagraph {
  return paragraph.dual === undefined && paragraph.omitted === undefined
    ? { ...paragraph, runs: readRuns(element) }
    : paragraph;
}

function rewriteOmitted(paragraph: FdxParagraph, { source, element }: OldParagraph): readonly Edit[] {
  const scene = childOf(element, 'OmittedScene');
  const heading = childrenOf(scene, 'Paragraph').find(({ attributes }) => attributes['Type'] === 'Scene Heading');
  const { omitted } = paragraph;
  if (omitted === undefined) return scene === undefined ? [] : [cut(source, scene)];
  const inner: FdxParagraph = { type: 'Scene Heading', runs: omitted, remarks: [] };
  if (heading !== undefined) {
    const old = { source, element: heading, paragraph: { ...inner, runs: readRuns(heading) } };
    return [{ from: heading.from, to: heading.to, text: rewriteParagraph(inner, old) }];
  }
  const indent = indentAt(source, element.from, '    ');
  const whole = writeParagraph({ runs: [], omitted, remarks: [] }, indent);
  return [
    insertChild(
      source,
      element,
      whole.slice(whole.indexOf('<OmittedScene>'), whole.lastIndexOf('</Paragraph>')).trim(),
    ),
  ];
}

/** Put something behind the last child of an element. */
function insertChild(source: string, element: XmlElement, text: string): Edit {
  const indent = indentAt(source, element.from, '    ');
  const at = element.children.at(-1)?.to ?? element.innerFrom;
  const close = element.children.length > 0 ? '' : `\n${indent}`;
  const to = element.children.length > 0 ? at : element.innerTo;
  return { from: at, to, text: `\n${indent}  ${text}${close}` };
}
