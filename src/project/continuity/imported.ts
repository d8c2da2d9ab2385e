import { type Bible, firstVersion } from '../../bibles/index.ts';
import type { Story } from '../../continuity/index.ts';
import { extractBible } from '../../extract/index.ts';
import type { Screenplay } from '../../screenplay/index.ts';

/**
 * A script that comes from elsewhere, with the bible that can be read off it: people by the cues that are surely theirs,
 * places by headings. There are no cards, so nothing is known of who may be where or know what.
 */
export function importedStory(screenplay: Screenplay): Story {
  const { characters, entries } = extractBible(screenplay, { id: 'imported' });
  const cues = new Map(characters.map(({ id, cues: own }) => [id, own]));
  const bible: Bible = {
    entries: entries.map((entry) =>
      firstVersion({
        ...entry,
        state: 'accepted',
        aliases: [...new Set([...(entry.aliases ?? []), ...(cues.get(entry.id) ?? [])])],
      }),
    ),
  };
  return { bible, screenplay, known: characters.flatMap(({ name, cues: own }) => [name, ...own]) };
}
