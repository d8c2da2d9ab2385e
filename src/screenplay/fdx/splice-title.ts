import { sameValue } from '../same.ts';
import type { TitlePage } from '../tree.ts';
import { cut, type Edit } from './edit.ts';
import { rewriteParagraph } from './rewrite-paragraph.ts';
import { editDocument, putChild } from './splice-root.ts';
import { readRuns } from './text-run.ts';
import { textRuns } from './text-runs.ts';
import { type ReadTitlePage, readTitlePage, writeTitleContent } from './title-page.ts';
import { childOf, readXml, type XmlElement } from './xml.ts';

/** The edits that make a document's title page say something else: the changed lines alone where that is enough. */
export function spliceTitlePage(source: string, root: XmlElement, page: TitlePage | null): readonly Edit[] {
  const old = readTitlePage(root);
  const wanted = page?.entries ?? [];
  if (sameValue(old.page?.entries ?? [], wanted)) return [];
  const edits = lineEdits(source, old, wanted);
  if (edits !== undefined) {
    const again = readTitlePage(readXml(editDocument(source, edits)).root);
    if (sameValue(again.page?.entries, wanted)) return edits;
  }
  const holder = childOf(root, 'TitlePage');
  const content = childOf(holder, 'Content');
  if (content !== undefined) {
    return [
      {
        from: content.from,
        to: content.to,
        text: wanted.length === 0 ? '<Content/>' : writeTitleContent({ entries: wanted }, '    '),
      },
    ];
  }
  if (wanted.length === 0) return [];
  const text = writeTitleContent({ entries: wanted }, '    ');
  if (holder !== undefined && holder.innerTo < holder.to) {
    return [{ from: holder.innerFrom, to: holder.innerFrom, text: `\n    ${text}` }];
  }
  return putChild(source, root, holder, `<TitlePage>\n    ${text}\n  </TitlePage>`);
}

/** Write each changed entry over the paragraphs of the old one; `undefined` when the entries are others. */
function lineEdits(
  source: string,
  { page, sources }: ReadTitlePage,
  wanted: TitlePage['entries'],
): readonly Edit[] | undefined {
  const entries = page?.entries ?? [];
  if (entries.length !== wanted.length || entries.some(({ key }, index) => key !== wanted[index]?.key))
    return undefined;
  const paragraphs = entries.map((): XmlElement[] => []);
  for (const { entry, paragraph } of sources) {
    const list = paragraphs[entry];
    if (list?.at(-1) !== paragraph) list?.push(paragraph);
  }
  return wanted.flatMap(({ lines }, index) => {
    if (sameValue(lines, entries[index]?.lines)) return [];
    const elements = paragraphs[index] ?? [];
    const pairs = elements.length === lines.length ? lines : [lines.join('\n')];
    return elements.flatMap((element, at) => {
      const text = pairs[at];
      if (text === undefined) return [cut(source, element)];
      const runs = readRuns(element);
      const look = runs.find((run) => run.text.trim() !== '');
      const wantedRuns = textRuns(text).runs.map((run) => ({
        ...run,
        underline: run.underline || (look?.underline ?? false),
      }));
      if (sameValue(wantedRuns, runs)) return [];
      const old = { source, element, paragraph: { runs, remarks: [] } };
      return [{ from: element.from, to: element.to, text: rewriteParagraph({ runs: wantedRuns, remarks: [] }, old) }];
    });
  });
}
