import type { NoteView } from '../../project.ts';
import { oneLine } from '../text.ts';

/** A note in two lines: where, how grave, what; the words it is about, its id, who wrote it. */
export function noteLines({
  id,
  scene,
  rule,
  severity,
  quote,
  message,
  fix,
  state,
  by,
  source,
}: NoteView): readonly string[] {
  const isDecided = state === 'settled' || state === 'dismissed';
  const marks = isDecided
    ? `, ${state} by ${oneLine(by.name)}`
    : state === 'stale'
      ? ', stale: the words are gone'
      : '';
  const who = source === 'person' && !isDecided ? oneLine(by.name) : source;
  const words = quote === undefined ? 'the whole scene' : `“${oneLine(quote)}”`;
  const remedy = fix === undefined || fix === '' ? '' : ` ${oneLine(fix)}`;
  return [
    `sc ${scene.number} ${severity} ${oneLine(message)}${remedy} (${rule}, ${who}${marks})`,
    `  ${words} [${id}]`,
  ];
}
