/** A mark of emphasis, a bracket, a backslash, or a character that does not fill one cell. */
const NOT_PLAIN = /[^\n -)+-Z\]^`-\u00ac\u00ae-\u02ff\u2010-\u2027]/;

/**
 * Whether a text is shown as it is written, a cell for each UTF-16 unit: no emphasis, no escape, no note and no boneyard
 * is in it. `false` says nothing.
 */
export function isPlain(text: string): boolean {
  return !NOT_PLAIN.test(text);
}
