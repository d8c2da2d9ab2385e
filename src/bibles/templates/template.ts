import { deriveId, nearest, ScriptGenError } from '../../core/index.ts';
import type { NewEntry } from '../entry.ts';
import { BUILT_IN } from '../kinds/built-in.ts';
import { emptyDocument } from '../kinds/empty.ts';
import { FEATURE } from './feature.ts';
import { SHORT } from './short.ts';
import type { Starter } from './starter.ts';
import { EPISODE, SEASON, SERIES } from './television.ts';

/** A bible to begin with. */
export interface Template {
  readonly name: TemplateName;
  readonly description: string;
  /** Its entries, with ids that are the same for the same origin: the id of the script. */
  readonly entries: (origin: string) => readonly NewEntry[];
}

/** The templates there are. */
export const TEMPLATES = ['short', 'feature', 'series', 'season', 'episode'] as const;

/** One of {@link TEMPLATES}. */
export type TemplateName = (typeof TEMPLATES)[number];

const STARTERS: Readonly<
  Record<TemplateName, { readonly description: string; readonly starters: readonly Starter[] }>
> = {
  short: { description: 'One person, one place, one turn.', starters: SHORT },
  feature: { description: 'A main line and a second one, a lead, an opponent and an ally.', starters: FEATURE },
  series: { description: 'What is so in every episode: the regulars, the place, the engine.', starters: SERIES },
  season: { description: 'What one season tells: its line, its opponent, its theme.', starters: SEASON },
  episode: { description: 'What one episode tells: its story, its guest.', starters: EPISODE },
};

/**
 * The template of a name.
 *
 * @throws ScriptGenError `input/invalid` for a name that there is not, with the nearest.
 */
export function templateFor(name: string): Template {
  const found = TEMPLATES.find((one) => one === name);
  if (found === undefined) {
    const near = nearest(name, TEMPLATES);
    throw new ScriptGenError({
      code: 'input/invalid',
      message: `There is no template ${JSON.stringify(name)}.`,
      hint: near === undefined ? `There are ${TEMPLATES.join(', ')}.` : `Did you mean ${near}?`,
    });
  }
  const { description, starters } = STARTERS[found];
  return { name: found, description, entries: (origin) => starters.map((starter) => entryOf(starter, found, origin)) };
}

function entryOf({ kind, name, document = {}, ask }: Starter, template: TemplateName, origin: string): NewEntry {
  const known = BUILT_IN.get(kind);
  const empty = known === undefined ? {} : emptyDocument(known);
  const id = deriveId(known?.prefix ?? kind, origin, 'template', template, kind, name);
  return { id, kind, name, document: { ...empty, ...document, notes: ask.join('\n') } };
}
