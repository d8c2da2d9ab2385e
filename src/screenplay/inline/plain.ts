/**
 * Whether a text is shown as it is written: with no emphasis, no escape, no note and no boneyard. `false` says nothing.
 */
export function isUnmarked(text: string): boolean {
  return !/[*_\\[]/.test(text);
}
