/** Keys as the large providers shape them (`sk-…`, also masked with asterisks), and whatever follows `Bearer` or `Basic`. */
const KEY_SHAPES = [/\bsk-[\w*-]{4,}/g, /\b(?:Bearer|Basic)\s+\S+/gi];

/** So many characters in a row that a secret has too are of it: a server may quote it cut, or in an escaped form. */
const PIECE = 12;

/**
 * Take a known secret, and whatever looks like one, out of a text that a server sent: as it is, in pieces, or as base64,
 * base64url or hexadecimal of it, alone or with something beside it.
 */
export function redact(text: string, secret: string | undefined): string {
  const known = secret ? withoutPieces(text.replaceAll(secret, '[key]'), piecesOf(secret)) : text;
  return KEY_SHAPES.reduce((left, shape) => left.replace(shape, '[key]'), known);
}

/** All pieces of a secret in the forms in which it may be written. */
function piecesOf(secret: string): ReadonlySet<string> {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret), hex, hex.toUpperCase()];
  // Three bytes are four digits, so it looks otherwise after one or two bytes of something else.
  for (const skip of [0, 1, 2]) {
    const rest = bytes.subarray(skip);
    const whole = rest.subarray(0, rest.length - (rest.length % 3));
    forms.push(whole.toString('base64'), whole.toString('base64url'));
  }
  return new Set(
    forms.flatMap((form) =>
      Array.from({ length: Math.max(0, form.length - PIECE + 1) }, (_, at) => form.slice(at, at + PIECE)),
    ),
  );
}

function withoutPieces(text: string, pieces: ReadonlySet<string>): string {
  let left = '';
  let from = 0;
  for (let at = 0; at + PIECE <= text.length; at += 1) {
    if (!pieces.has(text.slice(at, at + PIECE))) continue;
    let end = at + PIECE;
    while (end < text.length && pieces.has(text.slice(end - PIECE + 1, end + 1))) end += 1;
    left += `${text.slice(from, at)}[key]`;
    from = end;
    at = end - 1;
  }
  return left + text.slice(from);
}
