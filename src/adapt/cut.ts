/** Where a text may be cut, the best first: before a chapter, after a paragraph, a line, a sentence, a word. */
const BORDERS: readonly RegExp[] = [
  /(?=^(?:#{1,3} |(?:chapter|part|kapitel|teil|chapitre|capítulo|capitolo|глава)\b))/imu,
  /(?=\S)(?<=\n[^\S\n]*\n)/u,
  /(?<=\n)/u,
  /(?=\S)(?<=[.!?…]["”’»)]?\s|[。！？][」』”]?)/u,
  /(?=\S)(?<=\s)/u,
];

/**
 * Cut a text into parts of at most `most` UTF-16 units, at the best borders there are. The parts in a row are the text.
 */
export function cutText(text: string, most: number): readonly string[] {
  return cutAt(text, most, 0);
}

function cutAt(text: string, most: number, level: number): readonly string[] {
  if (text.length <= most) return text === '' ? [] : [text];
  const border = BORDERS[level];
  const pieces = border === undefined ? slices(text, most) : text.split(border);
  return packed(
    pieces.flatMap((piece) => cutAt(piece, most, level + 1)),
    most,
  );
}

/** Put neighbours together as far as they fit. */
function packed(pieces: readonly string[], most: number): readonly string[] {
  const parts: string[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + piece.length <= most) parts[parts.length - 1] = last + piece;
    else parts.push(piece);
  }
  return parts;
}

/** Pieces of equal length, cut between characters. */
function slices(text: string, most: number): readonly string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = Math.min(at + most, text.length);
    const isInside = end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) && end - 1 > at;
    parts.push(text.slice(at, isInside ? end - 1 : end));
    at = isInside ? end - 1 : end;
  }
  return parts;
}
