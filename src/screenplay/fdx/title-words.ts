import type { TitleEntry } from '../tree.ts';

/** A line of a title page: what it says and how it stands. */
export interface TitleLine {
  readonly text: string;
  readonly centered: boolean;
  /** Whether an empty line stands before it. */
  readonly apart: boolean;
  /** The key it is filed under, where the file says so. */
  readonly key?: string;
}

const CREDIT =
  /^(?:(?:an? )?(?:original )?(?:written|screenplay|teleplay|story|script|adapted|created|adaptation|play|film|novel)\b.*\bby|by)[:.]?$/i;
const SOURCE = /^(?:based (?:on|upon)|adapted from|inspired by|from (?:the|a|an) )/i;
const COPYRIGHT = /^(?:copyright\b|©|\(c\))/i;
const DATED =
  /\b(?:draft|revision|revised|rev\.|version)\b|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$|^(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{1,4}(?:, ?\d{4})?$/i;

/**
 * File the lines of a title page under keys. Final Draft's title page is free text: the first centred lines are the
 * title, `Written by` a credit and what follows it the author; `Based on` a source; below, what speaks of copyright,
 * of a draft or a date, and the rest how to reach somebody.
 *
 * Gives the entries and, for each line, the entry it is in.
 */
export function fileLines(lines: readonly TitleLine[]): {
  readonly entries: readonly TitleEntry[];
  readonly places: readonly number[];
} {
  const entries: { readonly key: string; readonly lines: string[] }[] = [];
  const places: number[] = [];
  lines.forEach((line, index) => {
    const last = entries.at(-1);
    const key = line.key ?? keyOf(line, last?.key ?? '', index);
    if (last?.key === key && !(line.key !== undefined && line.apart)) last.lines.push(line.text);
    else entries.push({ key, lines: [line.text] });
    places.push(entries.length - 1);
  });
  return { entries, places };
}

function keyOf({ text, centered, apart }: TitleLine, last: string, index: number): string {
  const words = text.trim();
  if (COPYRIGHT.test(words)) return 'Copyright';
  if (!centered) {
    if (DATED.test(words)) return 'Draft date';
    return !apart && index > 0 && last !== 'Copyright' && last !== 'Author' && last !== 'Title' ? last : 'Contact';
  }
  if (last === '') return 'Title';
  if (CREDIT.test(words)) return 'Credit';
  if (SOURCE.test(words)) return 'Source';
  if (last === 'Title') return apart ? 'Author' : 'Title';
  if (last === 'Credit') return 'Author';
  if (DATED.test(words)) return 'Draft date';
  if (last === 'Author' && !apart) return 'Author';
  if (last === 'Source' && !apart) return 'Source';
  return 'Notes';
}
