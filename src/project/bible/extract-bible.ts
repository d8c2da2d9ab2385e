import { type Entry, type EntryWrite, foldName, type NewEntry } from '../../bibles/index.ts';
import { applyReading, type Dropped, type Extracted, evidenceOf, extractBible } from '../../extract/index.ts';
import { extractCharacter } from '../../orchestrator/index.ts';
import type { Screenplay } from '../../screenplay/index.ts';
import type { Run } from '../../steps/index.ts';
import { commit } from './commit.ts';
import { allEntries, type Desk } from './desk.ts';

/** How to read a bible off a script. */
export interface ExtractOptions {
  /** Also ask the model for voice, want and facts of each character, with the words that show them. */
  readonly ask?: Run | undefined;
  /** How the script is called in prompts and in the log. */
  readonly title: string;
}

/** A bible that was read off a script. */
export interface ExtractReport {
  readonly extracted: Extracted;
  /** The drafts that wait to be accepted. */
  readonly drafts: readonly Entry[];
  /** Names that the bible has already: nothing was written for them. */
  readonly known: readonly string[];
  /** What a model said that the script does not show. */
  readonly dropped: readonly (Dropped & { readonly name: string })[];
}

/** Read characters and settings off a script, and put them into a bible as drafts. What the bible names already is left alone. */
export async function extractInto(
  desk: Desk,
  screenplay: Screenplay,
  { ask, title }: ExtractOptions,
): Promise<ExtractReport> {
  const extracted = extractBible(screenplay, { id: desk.script.id });
  const taken = new Set((await allEntries(desk)).filter(({ state }) => state !== 'removed').flatMap(namesOf));
  const fresh: NewEntry[] = [];
  const known: string[] = [];
  for (const entry of extracted.entries) {
    // A place may be called like a person in the script; in a bible the second would be taken for the first.
    if (taken.has(foldName(entry.name))) known.push(entry.name);
    else fresh.push(entry);
    taken.add(foldName(entry.name));
  }
  const read =
    ask === undefined
      ? fresh.map((entry) => ({ entry, dropped: [] }))
      : await askAll(ask, { fresh, extracted, screenplay, title });
  const writes = read.map(({ entry }): EntryWrite => ({ type: 'create', entry }));
  const author = ask === undefined ? 'extract' : ask.models('planner').model;
  const how = { author, isAgent: true, reason: `extracted from ${title}` };
  const drafts = writes.length === 0 ? [] : (await commit(desk, writes, how)).entries;
  return {
    extracted,
    drafts,
    known,
    dropped: read.flatMap(({ entry, dropped }) => dropped.map((one) => ({ ...one, name: entry.name }))),
  };
}

function namesOf({ name, aliases }: Pick<Entry, 'name' | 'aliases'>): readonly string[] {
  return [name, ...aliases].map(foldName);
}

interface Reading {
  readonly fresh: readonly NewEntry[];
  readonly extracted: Extracted;
  readonly screenplay: Screenplay;
  readonly title: string;
}

/** Ask about every new character who speaks, side by side. Settings are left as the script has them. */
function askAll(run: Run, { fresh, extracted, screenplay, title }: Reading) {
  const people = new Map(extracted.characters.map((one) => [one.id, one]));
  return Promise.all(
    fresh.map(async (entry) => {
      const person = people.get(entry.id);
      if (person === undefined || person.speeches === 0) return { entry, dropped: [] };
      const others = extracted.characters.filter(({ id, extra }) => id !== person.id && extra === null);
      const reading = await extractCharacter(
        run,
        { id: person.id, script: run.script },
        {
          title,
          name: person.name,
          aliases: person.aliases,
          others: others.map(({ name }) => name),
          ...evidenceOf(screenplay, person),
        },
      );
      return applyReading(extracted, { id: person.id, reading, script: screenplay }) ?? { entry, dropped: [] };
    }),
  );
}
