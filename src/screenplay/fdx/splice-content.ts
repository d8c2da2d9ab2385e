import type { DocumentGroup, FdxDocument } from './document.ts';
import { applyEdits, cut, type Edit, indentAt } from './edit.ts';
import type { BlockGroup } from './groups.ts';
import { spliceParagraphs } from './rewrite-paragraph.ts';
import { longestRising } from './rising.ts';
import { writeParagraph } from './write-paragraph.ts';
import type { XmlElement } from './xml.ts';

const INDENT = '    ';

/**
 * The edits that make a document's script of other groups of blocks. A group whose block has the id of one in the
 * document is written over it where it stands, or moved as it is; the others are written anew behind the one before
 * them; what is not among them goes. All else in the document stays.
 */
export function spliceContent(document: FdxDocument, groups: readonly BlockGroup[]): readonly Edit[] {
  const { source } = document;
  const known = new Map(document.groups.map((group, index) => [group.block.id, index]));
  const places = groups.map(({ block }) => {
    const place = block.id === undefined ? undefined : known.get(block.id);
    const old = place === undefined ? undefined : document.groups[place];
    if (place === undefined || old === undefined || old.sources.length !== old.paragraphs.length) return undefined;
    known.delete(block.id);
    return place;
  });
  const kept = longestRising(places);
  const staying = new Set<number>();
  const edits: Edit[] = [];
  const added: string[] = [];
  let anchor: XmlElement | undefined;
  groups.forEach((group, index) => {
    const place = places[index];
    const old = place === undefined ? undefined : document.groups[place];
    if (place !== undefined && old !== undefined && kept.has(index)) {
      staying.add(place);
      edits.push(...spliceParagraphs(group.paragraphs, old.paragraphs, old.sources, source));
      anchor = old.sources.at(-1)?.at(-1) ?? anchor;
      return;
    }
    const indent = anchor === undefined ? INDENT : indentAt(source, anchor.from, INDENT);
    const text = old === undefined ? freshText(group, indent) : `\n${indent}${movedText(group, old, source)}`;
    if (anchor === undefined) added.push(text);
    else edits.push({ from: anchor.to, to: anchor.to, text });
  });
  document.groups.forEach(({ sources }, place) => {
    if (!staying.has(place)) edits.push(...sources.flat().map((element) => cut(source, element)));
  });
  return added.length === 0 ? edits : [atStart(document, added.join('')), ...edits];
}

function freshText({ paragraphs }: BlockGroup, indent: string): string {
  return paragraphs.map((paragraph) => `\n${indent}${writeParagraph(paragraph, indent)}`).join('');
}

function movedText(group: BlockGroup, old: DocumentGroup, source: string): string {
  const edits = spliceParagraphs(group.paragraphs, old.paragraphs, old.sources, source);
  return applyEdits(source, edits, old.sources[0]?.[0]?.from ?? 0, old.sources.at(-1)?.at(-1)?.to ?? 0);
}

/** Put text before all paragraphs, in a content that may be empty or absent. */
function atStart({ content, root }: FdxDocument, text: string): Edit {
  if (content !== undefined && content.innerTo < content.to) {
    return { from: content.innerFrom, to: content.innerFrom, text };
  }
  const written = `<Content>${text}\n  </Content>`;
  if (content !== undefined) return { from: content.from, to: content.to, text: written };
  const at = root?.innerFrom ?? 0;
  return { from: at, to: at, text: `\n  ${written}` };
}
