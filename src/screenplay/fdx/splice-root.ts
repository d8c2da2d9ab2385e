import { applyEdits, cut, type Edit } from './edit.ts';
import type { XmlElement } from './xml.ts';

/** Put an element under the root in the place of an old one, or as the last; take the old one out when `text` is `undefined`. */
export function putChild(
  source: string,
  root: XmlElement,
  old: XmlElement | undefined,
  text: string | undefined,
): readonly Edit[] {
  if (old !== undefined) return [text === undefined ? cut(source, old) : { from: old.from, to: old.to, text }];
  if (text === undefined) return [];
  const last = root.children.at(-1);
  const at = last?.to ?? root.innerFrom;
  return [{ from: at, to: at, text: `\n  ${text}` }];
}

/** As {@link applyEdits} on a whole text, with the line ends of that text in what is put in. */
export function editDocument(source: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return source;
  const crlf = source.includes('\r\n');
  return applyEdits(
    source,
    crlf ? edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, '\r\n') })) : edits,
  );
}
