import type { Note } from '../../core/index.ts';
import type { Content } from '../entry.ts';
import type { Fact } from '../fact.ts';
import type { Kind } from '../kinds/kind.ts';
import { documentFaults } from './document-faults.ts';
import { meant } from './meant.ts';
import { makeNote, titleOf } from './title.ts';

/** Facts that are about a field which the kind does not have, or give it a value that it cannot have. */
export function factNotes(kind: Kind, content: Content): readonly Note[] {
  const names = kind.fields.map(({ name }) => name);
  return content.facts.flatMap((fact): readonly Note[] => {
    if (fact.field === undefined) return [];
    const title = `${titleOf(content)}.facts.${fact.id}`;
    if (names.includes(fact.field)) return valueNotes(kind, content, fact);
    return [
      makeNote(
        'fact-field',
        'major',
        `${title} is about the field ${JSON.stringify(fact.field)}, which a ${kind.name} does not have: nobody reads it.`,
        meant(fact.field, names) ?? `Take one of ${names.join(', ')}, or leave the field out.`,
      ),
    ];
  });
}

function valueNotes(kind: Kind, content: Content, { id, field = '', value }: Fact): readonly Note[] {
  const faults = documentFaults(kind, { ...content.document, [field]: value });
  return faults
    .filter(({ path }) => path === field || path.startsWith(`${field}.`))
    .map(({ path, expected, got, fix }) =>
      makeNote(
        'fact-value',
        'major',
        `${titleOf(content)}.facts.${id}, as ${path}: expected ${expected}, got ${got}`,
        fix ?? `Make it ${expected}.`,
      ),
    );
}
