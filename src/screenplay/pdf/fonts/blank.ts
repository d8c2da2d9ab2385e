/**
 * Whether a character leaves no ink: its cells, when it has any, are printed as spaces. Spaces, control characters, and
 * characters that only steer how others are shown.
 */
export function isBlank(character: string): boolean {
  return /^[\p{Zs}\p{Zl}\p{Zp}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u.test(character);
}
