import type { Entry, Format, NewEntry } from '../bibles/index.ts';
import { BUILT_IN } from '../bibles/index.ts';
import { deriveId } from '../core/index.ts';
import {
  developCharacters,
  developPlots,
  developPremise,
  developSettings,
  developThemes,
  type Premise,
} from '../generators/index.ts';
import type { Run } from '../steps/index.ts';

/** What a script is developed from. */
export interface Brief {
  readonly logline: string;
  readonly format: Format;
  readonly scenes: number;
}

/** A premise and the entries that grew from it. */
export interface Developed {
  readonly premise: Premise;
  readonly entries: readonly NewEntry[];
}

/**
 * Develop a logline: the premise first, unless there is one, then people, places, plots and themes side by side. No new
 * entry gets the name of one that is known.
 */
export async function developBible(
  run: Run,
  brief: Brief,
  known: readonly Pick<Entry, 'name'>[] = [],
  given?: Premise,
): Promise<Developed> {
  const premise = given ?? (await developPremise(run, brief));
  const input = { ...brief, premise };
  const [people, places, plots, themes] = await Promise.all([
    developCharacters(run, input),
    developSettings(run, input),
    developPlots(run, input),
    developThemes(run, input),
  ]);
  const entries = [
    ...people.characters.map(({ name, ...document }) => ({
      kind: 'character' as const,
      name,
      document: { ...document, notes: '' },
    })),
    ...places.settings.map(({ name, ...document }) => ({
      kind: 'setting' as const,
      name,
      document: { ...document, notes: '' },
    })),
    ...plots.plots.map(({ name, ...document }) => ({
      kind: 'plot' as const,
      name,
      document: { ...document, notes: '' },
    })),
    ...themes.themes.map(({ name, ...document }) => ({
      kind: 'theme' as const,
      name,
      document: { ...document, notes: '' },
    })),
  ];
  const taken = new Set(known.map(({ name }) => name.toUpperCase()));
  return {
    premise,
    entries: entries.map((entry, place) => ({
      ...entry,
      id: idFor(run.script, entry.kind, place),
      name: unused(entry, taken),
    })),
  };
}

/** Ids come from the script and the place of birth, so that two runs of one job name alike. */
function idFor(script: string, kind: string, place: number): string {
  return deriveId(BUILT_IN.get(kind)?.prefix ?? kind, script, kind, String(place));
}

/** A name that no entry has yet: people, places and threads are told apart by name in prompts and on cues. */
function unused({ name, kind }: Pick<NewEntry, 'name' | 'kind'>, taken: Set<string>): string {
  const given = name.trim();
  let candidate = given;
  for (let count = 2; taken.has(candidate.toUpperCase()); count += 1) {
    candidate = count === 2 && kind !== 'character' ? `${given} (${kind})` : `${given} ${count}`;
  }
  taken.add(candidate.toUpperCase());
  return candidate;
}
