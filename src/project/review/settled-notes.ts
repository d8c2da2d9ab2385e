import type { NoteDocument, SceneNote } from '../../markup/index.ts';
import type { Decided } from './decided.ts';
import type { Standing } from './standing.ts';

/**
 * The notes that are settled: something that answers them was taken, and nothing more that would is left. One whose
 * changes were all rejected stays open.
 */
export function settledNotes(
  { markup }: Standing,
  decided: readonly Decided[],
): readonly { readonly id: string; readonly document: NoteDocument }[] {
  const answered = new Set(
    decided.flatMap(({ settled }) =>
      settled.flatMap(({ hunk, mark }) => (hunk.type === 'text' && mark.decision !== 'reject' ? hunk.notes : [])),
    ),
  );
  const open = new Set(decided.flatMap(({ left }) => left.flatMap((hunk) => (hunk.type === 'text' ? hunk.notes : []))));
  return markup.notes
    .filter(({ id, state }) => state === 'open' && answered.has(id) && !open.has(id))
    .map((note) => ({ id: note.id, document: { ...documentOf(note), state: 'settled' } }));
}

function documentOf({ id: _, by: __, time: ___, reason: ____, version: _____, ...document }: SceneNote): NoteDocument {
  return document;
}
