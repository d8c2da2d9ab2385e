import type { Json, Note } from '../../core/index.ts';
import type { Entry } from '../entry.ts';
import type { Known } from './known.ts';
import { meant } from './meant.ts';
import { makeNote, titleOf } from './title.ts';

/** Relations and forms of address to nobody. */
export function peopleNotes(known: Known): readonly Note[] {
  const people = known.all.filter(({ kind }) => kind === 'character');
  return people.flatMap((entry) =>
    addressees(entry)
      .filter(({ to }) => known.byName(to) === undefined)
      .map(({ path, to }) =>
        makeNote(
          'nobody',
          'minor',
          `${titleOf(entry)}.${path} is ${JSON.stringify(to)}, and nobody has this name or id.`,
          meant(
            to,
            people.flatMap(({ name, aliases }) => [name, ...aliases]),
          ) ?? 'Name a character, or take it out.',
        ),
      ),
  );
}

function addressees({ document }: Entry): readonly { readonly path: string; readonly to: string }[] {
  const voice = document['voice'];
  const partners = isGroup(voice) ? voice['partners'] : undefined;
  return [...listOf('relations', document['relations']), ...listOf('voice.partners', partners)];
}

function listOf(path: string, value: Json | undefined): readonly { readonly path: string; readonly to: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: Json, place) => {
    const to = isGroup(one) ? one['to'] : undefined;
    return typeof to === 'string' && to !== '' ? [{ path: `${path}.${place}.to`, to }] : [];
  });
}

function isGroup(value: Json | undefined): value is { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
