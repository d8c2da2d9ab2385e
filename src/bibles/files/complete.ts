import { type Content, contentOf } from '../entry.ts';
import type { Document, Kinds } from '../kinds/kind.ts';

/**
 * A content with what its kind gives to fields that do not say: so a line that is left out of a file, and a field that
 * there was not yet when a version was written, are no change. An entry that overrides another stays as it is.
 */
export function completed(
  kinds: Kinds,
  entry: Content & { readonly kind: string; readonly overrides?: string },
): Content {
  const content = contentOf(entry);
  if (entry.overrides !== undefined) return content;
  const result = kinds.get(entry.kind)?.schema.safeParse(entry.document);
  return result?.success ? { ...content, document: result.data as Document } : content;
}
