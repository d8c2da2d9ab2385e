import type { Note } from '../../core/note.ts';
import type { Block, Production, Screenplay } from '../tree.ts';
import { type FdxDocument, readDocument } from './document.ts';
import { lineFinder } from './lines.ts';
import { readLockedPages } from './locked-pages.ts';
import type { Loss } from './marked-text.ts';
import { readProduction } from './production.ts';
import { readTitlePage } from './title-page.ts';
import { childOf, childrenOf } from './xml.ts';

/** A screenplay that was read, and what there is to say about its text. */
export interface ParsedFdx {
  /** Its blocks have ids and positions, and `source` is the text. */
  readonly screenplay: Screenplay;
  readonly notes: readonly Note[];
}

/**
 * Read a Final Draft file (`.fdx`). Any text can be given: nothing throws, and time grows with the length of the text.
 *
 * Of XML that is malformed what stands before the fault is read, with a note `fdx/malformed`; a text that is no Final
 * Draft file gives an empty screenplay and a note `fdx/not-final-draft`. Entities are never expanded and nothing
 * outside the text is looked at.
 */
export function parseFdx(text: string): ParsedFdx {
  const document = readDocument(text);
  return { screenplay: documentScreenplay(document), notes: documentNotes(document) };
}

/** The screenplay of a document. */
function documentScreenplay(document: FdxDocument): Screenplay {
  const { root, source, blocks } = document;
  const titled = readTitlePage(root).page;
  const production = documentProduction(document, blocks);
  return {
    type: 'screenplay',
    titlePage: titled,
    children: blocks,
    ...(Object.keys(production).length === 0 ? {} : { production }),
    source: { format: 'fdx', text: source },
  };
}

/** What a document says about production when its script is of `blocks`; lists that are empty are left out. */
export function documentProduction(document: FdxDocument, blocks: readonly Block[]): Production {
  const lockedPages = readLockedPages(document);
  return {
    ...readProduction(document.root, lastRevision(blocks)),
    ...(lockedPages.length === 0 ? {} : { lockedPages }),
  };
}

/** The highest number of a revision set that words of the script belong to. */
function lastRevision(blocks: readonly Block[]): number {
  let last = 0;
  const see = (one: {
    readonly revision?: number;
    readonly spans?: readonly { readonly revision?: number }[];
  }): void => {
    last = Math.max(last, one.revision ?? 0);
    for (const { revision } of one.spans ?? []) last = Math.max(last, revision ?? 0);
  };
  for (const block of blocks) {
    see(block);
    const dialogues =
      block.type === 'dialogue' ? [block] : block.type === 'dualDialogue' ? [block.left, block.right] : [];
    for (const dialogue of dialogues) {
      see(dialogue);
      for (const part of dialogue.parts) see(part);
    }
  }
  return last;
}

const LOSSES: Readonly<Record<Loss, string>> = {
  style: 'A style stands where Fountain has no mark for it, and was left out.',
  backslash: 'A backslash before a star or an underline was doubled, because a single one cannot be said there.',
  brackets: 'Brackets were parted by a space, because [[ would begin a note.',
};

function documentNotes({ root, fault, source, read }: FdxDocument): readonly Note[] {
  const notes: Note[] = [];
  if (fault !== undefined) {
    const { message, line, column } = fault;
    notes.push({
      rule: 'fdx/malformed',
      severity: 'blocker',
      message: `The XML can be read no further than this: ${message}.`,
      line,
      column,
    });
  }
  if (root === undefined) {
    const message = 'This is no Final Draft file: its first element is not FinalDraft.';
    notes.push({ rule: 'fdx/not-final-draft', severity: 'blocker', message, line: 1, column: 1 });
  }
  const line = lineFinder(source);
  for (const one of read) {
    if (!('losses' in one)) continue;
    for (const loss of one.losses) {
      notes.push({ rule: `fdx/${loss}`, severity: 'info', message: LOSSES[loss], line: line(one.element.from) });
    }
    if (one.block.type === 'sceneHeading' && one.block.omitted) {
      const kept = childrenOf(childOf(one.element, 'OmittedScene'), 'Paragraph').length;
      if (kept < 2) continue;
      const message = 'What happened in an omitted scene is kept in the source and is not in the script.';
      notes.push({ rule: 'fdx/omitted-scene', severity: 'info', message, line: line(one.element.from) });
    }
  }
  return notes;
}
