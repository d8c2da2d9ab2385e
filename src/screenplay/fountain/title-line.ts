import { isBlank } from '../text.ts';
import { isHeadingLike } from './line.ts';

/** A key in plain letters, as nearly all are. */
const PLAIN_KEY = /^[A-Za-z][A-Za-z0-9_ -]*:/;

/**
 * Whether the first line of a text begins a title page: `Key: value`, or `Key:` above an indented line.
 *
 * A heading and a transition (`FADE IN:`, `CUT TO:`) do not, and neither does a key of more than three words that
 * nobody uses: `Steel enters the code: it opens.` is a sentence.
 */
export function beginsTitlePage(line: string, next: string | undefined): boolean {
  const key = titleKey(line);
  if (key === undefined || isHeadingLike(line)) return false;
  if (key.endsWith('TO') || key === 'FADE IN' || key === 'FADE OUT') return false;
  // A space before the colon counts as one more word.
  if (key.includes(' ') && `${key}:`.split(' ').filter((word) => word !== '').length > 3) return false;
  return !isBlank(line.slice(key.length + 1)) || (next !== undefined && isIndented(next) && !isBlank(next));
}

/** Split `Key: value` of a title page; `undefined` when the line has no key. */
export function titleEntry(line: string): { readonly key: string; readonly value: string } | undefined {
  const key = titleKey(line);
  return key === undefined ? undefined : { key: key.trim(), value: line.slice(key.length + 1).trim() };
}

/** What stands before the colon that ends a key; `undefined` when the line has none. */
function titleKey(line: string): string | undefined {
  if (!line.includes(':') && !line.includes('：')) return undefined;
  // The second pattern takes V8 more than a millisecond to read.
  return (PLAIN_KEY.exec(line) ?? /^\p{L}[\p{L}\p{N}_ -]*[:：]/u.exec(line))?.[0].slice(0, -1);
}

/** Whether a line of a title page goes on with the value above it: three spaces or more. */
export function isIndented(line: string): boolean {
  return line.startsWith('   ');
}
