import { type HeadingPrefix, readHeading } from '../screenplay/index.ts';

/** A heading that a scene of an outline begins with. */
export interface Slug {
  readonly place: string;
  readonly interior: boolean;
  /** `NIGHT`; absent when it says none. */
  readonly time?: string;
  /** What follows it. */
  readonly rest: string;
}

const HEADING = /^((?:INT|EXT|I\/E)\b.*?)(?:[.:]\s+|\s[–—-]+\s+|\s+|$)(?=\p{Lu}\p{Ll}|\p{Lu}\s\p{Ll}|["“‘]|$)(.*)$/u;
const OUTSIDE: readonly (HeadingPrefix | undefined)[] = ['EXT', 'EST'];

/** The heading at the beginning of an outline's scene: `INT. KITCHEN - NIGHT. Ines burns the letter.` */
export function slugOf(scene: string): Slug | undefined {
  const match = HEADING.exec(scene);
  const [, heading, rest] = match ?? [];
  if (heading === undefined) return undefined;
  const { prefix, location, sublocations, time } = readHeading(heading.replace(/[.:\s–—-]+$/u, ''));
  const place = [location, ...sublocations].join(' - ').replace(/[.:\s]+$/u, '');
  if (place === '') return undefined;
  return { place, interior: !OUTSIDE.includes(prefix), rest: rest ?? '', ...(time === undefined ? {} : { time }) };
}
