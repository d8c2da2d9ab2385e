import type { Note } from '../../core/index.ts';
import type { Content } from '../entry.ts';
import { MOST_BYTES, sizesOf } from './content-faults.ts';
import { makeNote, titleOf } from './title.ts';

/** What a prompt can carry in one field with room for the rest: some 16,000 tokens. */
const MANY_BYTES = 64_000;

/** Fields that are too long to be read as a whole. */
export function sizeNotes(content: Content): readonly Note[] {
  return sizesOf(content)
    .filter(({ bytes }) => bytes > MANY_BYTES && bytes <= MOST_BYTES)
    .map(({ path, bytes }) =>
      makeNote(
        'long',
        'major',
        `${titleOf(content)}.${path} has ${Math.round(bytes / 1000)} KB; a model that reads it has little room for anything else.`,
        'Shorten it to what scenes need; keep the rest in notes outside of the bible.',
      ),
    );
}
