import type { Note } from '../../core/note.ts';
import { withIds } from '../block-id.ts';
import type { Screenplay } from '../tree.ts';
import { type FdxDocument, readDocument } from './document.ts';
import { blockGroups } from './groups.ts';
import { spliceLockedPages } from './locked-pages.ts';
import { documentProduction } from './parse.ts';
import { printNotes } from './print-notes.ts';
import { spliceContent } from './splice-content.ts';
import { spliceNotes } from './splice-notes.ts';
import { spliceProduction } from './splice-production.ts';
import { editDocument } from './splice-root.ts';
import { spliceTitlePage } from './splice-title.ts';

/** A Final Draft file that was written, and what of the script it does not hold. */
export interface PrintedFdx {
  readonly text: string;
  readonly notes: readonly Note[];
}

/**
 * Write a screenplay as a Final Draft file (`.fdx`).
 *
 * A script that was read from one is written into that text: blocks that are as they were stand there byte for byte,
 * changed ones keep the attributes and elements of their paragraphs that are not known here, and so does the rest of
 * the file. Any other script is written anew. What the format cannot hold is left out with a note.
 */
export function printFdx(script: Screenplay): PrintedFdx {
  const read = script.source?.format === 'fdx' ? readDocument(script.source.text) : undefined;
  const usable = read?.root !== undefined && read.fault === undefined;
  const before = usable ? opened(read, script) : readDocument(emptyDocument(script));
  const written = writeScript(script, before);
  const notes = [...printNotes(script), ...lockNotes(written.lost)];
  if (read === undefined || usable) return { text: written.text, notes };
  const message = 'The text it was read from is malformed, so it is written anew: what could not be read is not in it.';
  return { text: written.text, notes: [{ rule: 'fdx/source-malformed', severity: 'major', message }, ...notes] };
}

function writeScript(
  script: Screenplay,
  before: FdxDocument,
): { readonly text: string; readonly lost: readonly string[] } {
  const { root, source } = before;
  if (root === undefined) return { text: source, lost: [] };
  const blocks = withIds(script.children);
  const groups = blockGroups(blocks, before.alone);
  const wasSaid = documentProduction(before, blocks);
  const wanted = script.production ?? {};
  const text = editDocument(source, [
    ...spliceContent(before, groups),
    ...spliceTitlePage(source, root, script.titlePage),
    ...spliceProduction(source, root, wasSaid, wanted),
  ]);
  const placed =
    wanted.lockedPages !== undefined ||
    wasSaid.lockedPages !== undefined ||
    before.read.some((one) => !('sources' in one)) ||
    blocks.some(({ type }) => type === 'note') ||
    groups.some(({ paragraphs }) => paragraphs.some(({ remarks }) => remarks.length > 0));
  if (!placed) return { text, lost: [] };
  const counted = { before, after: text === source ? before : readDocument(text), blocks, groups };
  const locked = spliceLockedPages(counted, wanted.lockedPages ?? []);
  return { text: editDocument(text, [...spliceNotes(counted), ...locked.edits]), lost: locked.lost };
}

/** A document that something can be written into: `<FinalDraft/>` has no place for it. */
function opened(document: FdxDocument, { children, titlePage, production }: Screenplay): FdxDocument {
  const { root, source } = document;
  const empty = children.length === 0 && titlePage === null && production === undefined;
  if (empty || root === undefined || root.innerTo < root.to) return document;
  const tag = source.slice(root.from, root.to).replace(/\/>$/, '>');
  return readDocument(`${source.slice(0, root.from)}${tag}</FinalDraft>${source.slice(root.to)}`);
}

/** Version 1 is what other programs write for paragraphs alone; 5 is the first of Final Draft's own seen to hold all the rest. */
function emptyDocument({ children, production }: Screenplay): string {
  const version = production !== undefined || children.some(({ type }) => type === 'note') ? 5 : 1;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="no" ?>',
    `<FinalDraft DocumentType="Script" Template="No" Version="${version}">`,
    '  <Content>',
    '  </Content>',
    '</FinalDraft>',
    '',
  ].join('\n');
}

function lockNotes(labels: readonly string[]): readonly Note[] {
  return labels.map((label) => ({
    rule: 'fdx/locked-page',
    severity: 'minor',
    message: `Page ${label} is locked at a block that has no paragraph in the script, and was left out.`,
    quote: label,
  }));
}
