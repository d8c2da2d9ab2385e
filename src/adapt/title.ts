const NAMED = /^(?:title|titel|titre|título|titolo)\s*:\s*(\S.*)$/imu;

/** How far into a text its title is looked for. */
const HEAD = 2000;
/** A line that is longer is no title. */
const LONGEST = 80;

/** What a text calls its story: its `Title:`, or the `#` heading that it begins with. */
export function titleIn(text: string): string | undefined {
  const head = text.slice(0, HEAD);
  const title = NAMED.exec(head)?.[1] ?? /^\s*#\s+(\S[^\n]*)/u.exec(head)?.[1];
  const plain = title?.replaceAll(/[*_`]/g, '').trim();
  return plain === undefined || plain === '' || plain.length > LONGEST ? undefined : plain;
}
