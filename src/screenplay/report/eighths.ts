/** Eighths of a page as schedules write them: `3/8`, `1`, `2 1/8`. */
export function eighthsText(eighths: number): string {
  const pages = Math.floor(eighths / 8);
  const rest = eighths % 8;
  if (rest === 0) return String(pages);
  return pages === 0 ? `${rest}/8` : `${pages} ${rest}/8`;
}
