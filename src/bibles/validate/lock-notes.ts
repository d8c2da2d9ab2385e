import type { Note } from '../../core/index.ts';
import type { Content } from '../entry.ts';
import type { Kind } from '../kinds/kind.ts';
import { meant } from './meant.ts';
import { makeNote, titleOf } from './title.ts';

/** Locks of fields that there are not: what was meant by them is open to agents. */
export function lockNotes(kind: Kind, content: Content): readonly Note[] {
  const names = [...kind.fields.map(({ name }) => name), 'name', 'aliases', 'facts'];
  return content.locked
    .filter((field) => !names.includes(field.split('.')[0] ?? field))
    .map((field) =>
      makeNote(
        'locked-field',
        'major',
        `${titleOf(content)} locks ${JSON.stringify(field)}, which a ${kind.name} does not have: nothing is protected by it.`,
        meant(field, names) ?? `Lock one of ${names.join(', ')}.`,
      ),
    );
}
