import { sameValue } from '../same.ts';
import type { LockedPage } from '../tree.ts';
import type { FdxDocument } from './document.ts';
import type { Edit } from './edit.ts';
import { lastAtMost } from './last-at-most.ts';
import type { WrittenScript } from './splice-notes.ts';
import { putChild } from './splice-root.ts';
import { element } from './write-paragraph.ts';
import { childOf, childrenOf, type XmlElement } from './xml.ts';
import { openTag } from './xml-write.ts';

interface ReadLock {
  readonly page: LockedPage;
  readonly element: XmlElement;
}

/** Read the pages that keep their labels. The block that a page begins in is found by the place Final Draft counts. */
export function readLockedPages(document: FdxDocument): readonly LockedPage[] {
  return readLocks(document).map(({ page }) => page);
}

function readLocks({ root, groups }: FdxDocument): readonly ReadLock[] {
  return childrenOf(childOf(root, 'LockedPages'), 'LockedPage').flatMap((lock) => {
    const { PageNumber, Number: number, Position: position, Line: line = '' } = lock.attributes;
    const label = PageNumber ?? number ?? '';
    const group = groups[lastAtMost(groups.length, (at) => groups[at]?.places.from ?? 0, Number(position ?? -1))];
    const block = group?.block.id;
    if (label === '' || block === undefined) return [];
    return [{ page: { label, block, line: /^\d{1,6}$/.test(line) ? Number(line) : 0 }, element: lock }];
  });
}

/** The edits that put locked pages into a document, and the labels of those whose block has no paragraph in it. */
export function spliceLockedPages(
  { before, after, groups }: WrittenScript,
  wanted: readonly LockedPage[],
): { readonly edits: readonly Edit[]; readonly lost: readonly string[] } {
  const { root, source } = after;
  const olds = readLocks(before);
  const was = new Map(before.groups.map(({ block, places }) => [block.id, places.from]));
  const now = new Map(groups.map(({ block }, index) => [block.id, after.groups[index]?.places.from]));
  const lost = wanted.filter(({ block }) => now.get(block) === undefined).map(({ label }) => label);
  const holder = childOf(root, 'LockedPages');
  if (root === undefined || (wanted.length === 0 && olds.length === 0)) return { edits: [], lost };
  const written = wanted.map((page, index) => {
    const start = now.get(page.block);
    const old = sameValue(olds[index]?.page, page) ? olds[index] : undefined;
    const offset = Number(old?.element.attributes['Position'] ?? 0) - (was.get(page.block) ?? 0);
    return { page, old, position: start === undefined ? undefined : start + (old === undefined ? 0 : offset) };
  });
  if (
    written.length === olds.length &&
    written.every(({ old, position }) => old !== undefined && position !== undefined)
  ) {
    const locks = childrenOf(holder, 'LockedPage');
    const here = new Map(
      childrenOf(childOf(before.root, 'LockedPages'), 'LockedPage').map(({ from }, index) => [from, locks[index]]),
    );
    const edits = written.flatMap(({ old, position }) =>
      positionEdit(source, here.get(old?.element.from ?? -1), position),
    );
    return { edits, lost };
  }
  const lines = written.flatMap(({ page: { label, line }, old, position }) => {
    if (position === undefined) return [];
    const own = { Line: line === 0 ? undefined : `${line}`, PageNumber: label };
    return [
      openTag('LockedPage', Object.entries({ ...(old?.element.attributes ?? own), Position: `${position}` }), true),
    ];
  });
  const text = element('LockedPages', Object.entries(holder?.attributes ?? {}), lines, '  ');
  return { edits: putChild(source, root, holder, text), lost };
}

const POSITION = /(\sPosition\s*=\s*)(?:"[^"]*"|'[^']*')/;

function positionEdit(source: string, lock: XmlElement | undefined, position: number | undefined): readonly Edit[] {
  if (lock === undefined || position === undefined || Number(lock.attributes['Position']) === position) return [];
  const tag = source.slice(lock.from, lock.innerFrom);
  return [{ from: lock.from, to: lock.innerFrom, text: tag.replace(POSITION, `$1"${position}"`) }];
}
