/** Keys as the large providers shape them (`sk-…`, also masked with asterisks), and whatever follows `Bearer`. */
const KEY_SHAPES = [/\bsk-[\w*-]{4,}/g, /\bBearer\s+\S+/gi];

/** Take a known secret, and whatever looks like one, out of a text that a server sent. */
export function redact(text: string, secret: string | undefined): string {
  const known = secret ? text.replaceAll(secret, '[key]') : text;
  return KEY_SHAPES.reduce((left, shape) => left.replace(shape, '[key]'), known);
}
