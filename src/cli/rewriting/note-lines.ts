import type { NoteView } from '../../project.ts';
import { oneLine } from '../text.ts';

/** A note in two lines: where, how grave, what; the words it is about, its id, who wrote it. */
export function noteLines({ id, scene, rule, severity, quote, message, fix, state, by }: NoteView): readonly string[] {
  const marks = state === 'open' ? '' : state === 'stale' ? ', stale: the words are gone' : `, ${state}`;
  const words = quote === undefined ? 'the whole scene' : `“${oneLine(quote)}”`;
  const remedy = fix === undefined || fix === '' ? '' : ` ${oneLine(fix)}`;
  return [
    `sc ${scene.number} ${severity} ${oneLine(message)}${remedy} (${rule}, ${oneLine(by.name)}${marks})`,
    `  ${words} [${id}]`,
  ];
}
