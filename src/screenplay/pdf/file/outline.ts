import { type PdfFile, pointer, type Ref } from './file.ts';
import { pdfNumber, pdfText } from './values.ts';

/** An entry of the outline and the place it leads to: a page, in points upward from its bottom. */
export interface Bookmark {
  readonly title: string;
  readonly page: Ref;
  readonly y: number;
}

/** Put the outline into the file (ISO 32000-1, 12.3.3); `undefined` when it would have no entry. */
export function putOutline(file: PdfFile, bookmarks: readonly Bookmark[]): Ref | undefined {
  if (bookmarks.length === 0) return undefined;
  const root = file.reserve();
  const refs = bookmarks.map(() => file.reserve());
  bookmarks.forEach(({ title, page, y }, index) => {
    const self = refs[index] ?? root;
    const before = refs[index - 1];
    const after = refs[index + 1];
    const links =
      (before === undefined ? '' : `/Prev ${pointer(before)}`) + (after === undefined ? '' : `/Next ${pointer(after)}`);
    const place = `/Dest[${pointer(page)}/XYZ null ${pdfNumber(y)} null]`;
    file.put(self, `<</Title ${pdfText(title)}/Parent ${pointer(root)}${links}${place}>>`);
  });
  const [first, last] = [refs[0] ?? root, refs.at(-1) ?? root];
  file.put(root, `<</Type/Outlines/First ${pointer(first)}/Last ${pointer(last)}/Count ${refs.length}>>`);
  return root;
}
