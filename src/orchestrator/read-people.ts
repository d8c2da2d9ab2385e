import type { NewEntry } from '../bibles/index.ts';
import { applyReading, type Extracted, evidenceOf } from '../extract/index.ts';
import { extractCharacter } from '../generators/index.ts';
import type { Screenplay } from '../screenplay/index.ts';
import type { Run } from '../steps/index.ts';

/** Who speaks less than this is not asked about. */
const SPEECHES = 4;
/** How many people are asked about. */
const MOST_PEOPLE = 12;

/** What is said of the people who speak most, as far as the script shows it. */
export function readPeople(
  run: Run,
  extracted: Extracted,
  { kept, title }: { readonly kept: Screenplay; readonly title: string },
): Promise<readonly NewEntry[]> {
  const leads = extracted.characters
    .filter(({ extra, speeches }) => extra === null && speeches >= SPEECHES)
    .slice(0, MOST_PEOPLE);
  return Promise.all(
    extracted.entries.map(async (entry) => {
      const person = leads.find(({ id }) => id === entry.id);
      if (person === undefined) return entry;
      const reading = await extractCharacter(
        run,
        { id: person.id, script: run.script },
        {
          ...{ title, name: person.name, aliases: person.aliases },
          others: extracted.characters
            .filter(({ id, extra }) => id !== person.id && extra === null)
            .map((one) => one.name),
          ...evidenceOf(kept, person),
        },
      );
      return applyReading(extracted, { id: person.id, reading, script: kept })?.entry ?? entry;
    }),
  );
}
