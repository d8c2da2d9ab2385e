/** Something in a text that no page shows. */
export interface InlineRemark {
  readonly type: 'note' | 'boneyard';
  /** What stands between its marks. */
  readonly text: string;
  /** Where it begins and ends in the text, its marks included, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

/** Find the notes and boneyards of a text, in order. One that is opened and never closed is plain text. */
export function inlineRemarks(text: string): readonly InlineRemark[] {
  const found: InlineRemark[] = [];
  const nextNote = openings(text, '[[', ']]');
  const nextBoneyard = openings(text, '/*', '*/');
  for (let at = 0; ; ) {
    const note = nextNote(at);
    const boneyard = nextBoneyard(at);
    if (note === undefined && boneyard === undefined) return found;
    const type = boneyard === undefined || (note !== undefined && note.from < boneyard.from) ? 'note' : 'boneyard';
    const range = (type === 'note' ? note : boneyard) ?? { from: at, to: at };
    found.push({ type, text: text.slice(range.from + 2, range.to - 2), ...range });
    at = range.to;
  }
}

/** Gives the next closed pair of marks from a place on. Looks at every place once, however often it is asked. */
function openings(text: string, open: string, close: string) {
  let range: { readonly from: number; readonly to: number } | undefined = { from: -1, to: -1 };
  return (at: number): { readonly from: number; readonly to: number } | undefined => {
    if (range === undefined || range.from >= at) return range;
    const from = text.indexOf(open, at);
    const end = from < 0 ? -1 : text.indexOf(close, from + 2);
    range = end < 0 ? undefined : { from, to: end + 2 };
    return range;
  };
}
