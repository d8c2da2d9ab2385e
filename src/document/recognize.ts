import type { Note } from '../core/note.ts';
import { isFdx } from '../screenplay/fdx/is-fdx.ts';
import { endingOf, FORMAT_TITLES, type ReadableFormat, readFormatOf } from './format.ts';

/** What a text holds, and whether its file is named for something else. */
export interface Recognized {
  readonly format: ReadableFormat;
  readonly notes: readonly Note[];
}

/** How far into a text its kind is looked for. */
const HEAD = 4096;

/**
 * Tell what a text holds: by what stands in it, and only where that leaves it open, by the file's name. What is
 * nothing else is Fountain. A name that says something else gives a note `document/extension`.
 */
export function recognize(text: string, name: string): Recognized {
  const named = readFormatOf(name);
  const format = formatOf(text, named);
  if (named === format) return { format, notes: [] };
  const message = `The file is named .${endingOf(name)}, and is read as what it holds: ${FORMAT_TITLES[format]}.`;
  return { format, notes: [{ rule: 'document/extension', severity: 'minor', message }] };
}

function formatOf(text: string, named: ReadableFormat | undefined): ReadableFormat {
  if (isFdx(text)) return 'fdx';
  // A byte order mark is white space too.
  const head = text.slice(0, HEAD).trimStart();
  if (head.startsWith('<?xml') || head.startsWith('<FinalDraft') || (named === 'fdx' && /^<|^$/.test(head)))
    return 'fdx';
  if (head.startsWith('{') && (named === 'json' || /"screenplay"/.test(head))) return 'json';
  return named === 'json' && /^\[|^$/.test(head) ? 'json' : 'fountain';
}
