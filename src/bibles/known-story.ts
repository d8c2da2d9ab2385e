import type { Json } from '../core/index.ts';
import { looseFactsAt, valueAt } from './at-scene.ts';
import { type Bible, type Entry, entryById, kindOf } from './entry.ts';
import type { Fact } from './fact.ts';
import type { Field } from './kinds/kind.ts';
import { isKnown, type Knowledge, knows } from './knowledge.ts';
import { onStage, type Scene } from './stage.ts';

declare const known: unique symbol;

/**
 * What one character knows in one scene. Only {@link knownTo} makes such a value, and a character's context is made of
 * nothing else: what somebody does not know cannot be shown to them by a slip of code.
 */
export interface KnownStory {
  readonly [known]: true;
  /** Whose knowledge it is. */
  readonly self: About;
  readonly entries: readonly KnownEntry[];
  readonly knows: readonly Knowledge[];
}

/** An entry's name and versions, without anything that it says. */
type About = Pick<Entry, 'id' | 'kind' | 'name' | 'fieldVersions'>;

/** As much of an entry as a character knows. */
export interface KnownEntry {
  readonly entry: About;
  readonly fields: readonly { readonly field: Field; readonly value: Json | undefined; readonly fact?: Fact }[];
  readonly facts: readonly Fact[];
  /** What there is and is kept from them: names of fields and ids of facts, never their values. */
  readonly kept: readonly string[];
}

/** Take from a bible what one character knows in a scene: all of itself that is no secret to it, and the outside of others. */
export function knownTo(bible: Bible, scene: Scene, character: string): KnownStory {
  const counts = (fact: Fact): boolean => isKnown(fact, scene, character);
  const knowledge = knows(bible, scene.outline, character, scene.card.id);
  const listed = new Set(knowledge.map(({ fact }) => fact));
  const entries = onStage(bible, scene).map((entry): KnownEntry => {
    const reader = entry.id === character ? 'self' : 'present';
    const fields = (kindOf(bible, entry)?.fields ?? []).filter(({ readers }) => readers.includes(reader));
    const loose = looseFactsAt(entry, scene);
    return {
      entry: aboutOf(entry),
      fields: fields
        .filter(({ secret }) => !secret || reader === 'self')
        .map((field) => ({ field, ...valueAt(entry, field.name, scene, counts) })),
      facts: loose.filter((fact) => counts(fact) && !listed.has(fact.id)),
      kept: keptFrom(bible, entry, reader, (fact) => !counts(fact)),
    };
  });
  const self = entryById(bible, character);
  if (self === undefined) throw new TypeError(`nobody in the bible has the id ${character}`);
  return { self: aboutOf(self), entries, knows: knowledge } as unknown as KnownStory;
}

function aboutOf({ id, kind, name, fieldVersions }: Entry): About {
  return { id, kind, name, fieldVersions };
}

function keptFrom(
  bible: Bible,
  entry: Entry,
  reader: 'self' | 'present',
  isHidden: (fact: Fact) => boolean,
): readonly string[] {
  const fields = kindOf(bible, entry)?.fields ?? [];
  const secrets = fields.filter(
    ({ name, secret }) => secret && reader !== 'self' && (entry.document[name] ?? '') !== '',
  );
  return [...secrets.map(({ name }) => name), ...entry.facts.filter(isHidden).map(({ id }) => `facts.${id}`)];
}
