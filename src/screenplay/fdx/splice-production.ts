import { sameValue } from '../same.ts';
import type { Production } from '../tree.ts';
import type { Edit } from './edit.ts';
import { type ProductionLists, writeCast, writeRevisions, writeSceneNumbers, writeTags } from './production.ts';
import { putChild } from './splice-root.ts';
import { childOf, type XmlElement } from './xml.ts';

const INDENT = '  ';

/** The edits that make a document say something else about production; locked pages are not among it. */
export function spliceProduction(
  source: string,
  root: XmlElement,
  before: ProductionLists,
  wanted: Production,
): readonly Edit[] {
  const edits: Edit[] = [];
  const put = (name: string, write: (old: XmlElement | undefined) => string | undefined): void => {
    const old = childOf(root, name);
    edits.push(...putChild(source, root, old, write(old)));
  };
  if (!sameValue(before.revisions ?? [], wanted.revisions ?? [])) {
    put('Revisions', (old) => writeRevisions(wanted.revisions ?? [], old, INDENT));
  }
  if (shownNumbers(before) !== shownNumbers(wanted)) edits.push(...sceneNumbers(source, root, wanted));
  if (!sameValue(before.cast ?? [], wanted.cast ?? [])) {
    put('Cast', (old) => writeCast(wanted.cast ?? [], old, source, INDENT));
  }
  if (!sameValue(before.tags ?? [], wanted.tags ?? [])) {
    put('TagData', (old) => writeTags(wanted.tags ?? [], old, source, INDENT));
  }
  return edits;
}

function shownNumbers({ sceneNumbers: where }: ProductionLists): string {
  return where ?? 'both';
}

/** Only the first tag is written anew: the options hold a font. */
function sceneNumbers(source: string, root: XmlElement, wanted: Production): readonly Edit[] {
  const old = childOf(root, 'SceneNumberOptions');
  const tag = writeSceneNumbers(wanted.sceneNumbers, old);
  return old === undefined ? putChild(source, root, old, tag) : [{ from: old.from, to: old.innerFrom, text: tag }];
}
