/** Spaces, control characters, and characters that only steer how others are shown. */
const BLANK = /^[\p{Zs}\p{Zl}\p{Zp}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;

/** Whether a character leaves no ink: its cells, when it has any, are printed as spaces. */
export function isBlank(character: string): boolean {
  return BLANK.test(character);
}
