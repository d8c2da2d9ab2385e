import { type HeadingPrefix, readHeading } from '../../screenplay/index.ts';
import { withoutAccents } from '../cast/name.ts';

/** The place of a heading. */
export interface Place {
  /** From the outside in, in the letters of the heading; empty when it names none. */
  readonly path: readonly string[];
  /** As the heading writes it, without INT. and time. */
  readonly written: string;
  readonly prefix: HeadingPrefix | undefined;
  /** In capitals. */
  readonly time: string | undefined;
  /** Which of two parts between commas is inside the other is a guess. */
  readonly isGuess: boolean;
}

/** Rooms: behind or before a comma they are inside the other part. */
const ROOM =
  /\b(?:KITCHEN|BEDROOM|BATHROOM|RESTROOM|TOILET|HALL|HALLWAY|CORRIDOR|LOBBY|FOYER|LIVING ROOM|DINING ROOM|ROOM|PARLOR|PARLOUR|OFFICE|BASEMENT|CELLAR|ATTIC|ROOF|ROOFTOP|STAIRS|STAIRWELL|STAIRCASE|LANDING|ELEVATOR|LIFT|PORCH|GARAGE|CLOSET|STUDY|NURSERY|GALLEY|BRIDGE|CABIN|DECK|BACK SEAT|TRUNK|WINDOW|DOOR|DOORWAY|ENTRANCE|YARD|BACKYARD|BALCONY|TERRACE|COUNTER|BAR|BACKSTAGE|STAGE|WARD|CELL|KÜCHE|FLUR|ZIMMER|CUISINE|CHAMBRE|COCINA)\b/;

/** Parts of a heading that say how or when it is seen, and not where. */
const NO_PLACE =
  /^(?:MOVING|TRAVELL?ING|DRIVING|PARKED|ESTABLISHING|FLASHBACK|FLASH ?FORWARD|DREAM|MONTAGE|INTERCUT|STOCK|PRESENT|PAST|VARIOUS|BACK TO.*|\d{4})$/;

/** Read the place of a heading. `HOUSE - KITCHEN`, `HOUSE, KITCHEN` and `KITCHEN, HOUSE` are all the kitchen in the house. */
export function placeOf(heading: string): Place {
  const { prefix, location, sublocations, time } = readHeading(heading);
  const parts = [location, ...sublocations]
    .map((part) => part.replace(/\s*\([^()]*\)$/u, '').trim())
    .filter((part) => part !== '' && !NO_PLACE.test(part.toUpperCase()));
  const written = parts.join(' - ');
  const [only = ''] = parts;
  const pieces = only.split(/\s*,\s*/u).filter((piece) => piece !== '');
  const whole = { written, prefix, time: time?.toUpperCase() };
  if (pieces.length !== 2) return { path: parts, ...whole, isGuess: false };
  const [first = '', second = ''] = pieces;
  const [isFirst, isSecond] = [ROOM.test(first.toUpperCase()), ROOM.test(second.toUpperCase())];
  const pair = isFirst && !isSecond ? [second, first] : [first, second];
  return { path: [...pair, ...parts.slice(1)], ...whole, isGuess: isFirst === isSecond };
}

/** What paths to one place have in common, whatever their capitals, accents, quotes and spaces. */
export function placeKey(path: readonly string[]): string {
  return path
    .map((part) => withoutAccents(part).toUpperCase().replaceAll(/[’‘]/gu, "'").replace(/\s+/gu, ' '))
    .join('\n');
}
