import { type Json, type Reference, versioned } from '../../core/index.ts';
import type { Entry } from '../entry.ts';
import { inSchemaOrder } from '../kinds/in-order.ts';
import type { Field } from '../kinds/kind.ts';
import type { Knowledge } from '../knowledge.ts';

/** The part of an entry that is enough to name it and its fields. */
export type About = Pick<Entry, 'id' | 'kind' | 'name' | 'fieldVersions'>;

/** One thing that a viewer reads. */
export interface Item {
  readonly about: About;
  /** A field of the entry, a fact that stands beside the fields, or something the viewing character knows. */
  readonly as: 'name' | 'field' | 'fact' | 'knowledge';
  readonly field: string;
  readonly value: Json;
  /** From 1 (left out first) to 10. */
  readonly weight: number;
  readonly reference: Reference;
  readonly knowledge?: Knowledge;
}

/** Names stay as long as anything of their entry does. */
const NAME_WEIGHT = 11;

/** What is said of a moment, and what a character has learnt, matters more than most of what is always so. */
const FACT_WEIGHT = 9;

/** The name of an entry. */
export function nameItem(about: About): Item {
  return {
    about,
    as: 'name',
    field: 'name',
    value: about.name,
    weight: NAME_WEIGHT,
    reference: versioned(referenceTo(about, 'name'), about.name),
  };
}

/**
 * A field; the version is that of the fact that gives its value, where one does. Nothing for a field that the entry
 * never said anything about: it belongs to a newer form of its kind.
 */
export function fieldItems(
  about: About,
  { name, weight, schema }: Pick<Field, 'name' | 'weight' | 'schema'>,
  { value, fact }: { readonly value: Json | undefined; readonly fact?: { readonly id: string } },
): readonly Item[] {
  if (value === undefined) return [];
  const own = referenceTo(about, name);
  const reference = fact === undefined ? own : { ...own, version: referenceTo(about, `facts.${fact.id}`).version };
  const said = inSchemaOrder(value, schema);
  return [{ about, as: 'field', field: name, value: said, weight, reference: versioned(reference, said) }];
}

/** A fact beside the fields, as this text tells it. */
export function factItem(about: About, fact: { readonly id: string }, text: string): Item {
  const field = `facts.${fact.id}`;
  const reference = versioned(referenceTo(about, field, 'fact'), text);
  return { about, as: 'fact', field, value: text, weight: FACT_WEIGHT, reference };
}

/** Something that a character knows; the text is its own version, as cards have no versions of a lesson. */
export function knowledgeItem(about: About, knowledge: Knowledge): Item {
  const { text } = knowledge;
  const reference = {
    source: about.id,
    field: `knows ${text}`,
    label: `${about.name.toUpperCase()} knows`,
    version: text,
  };
  return { about, as: 'knowledge', field: 'knows', value: text, weight: FACT_WEIGHT, reference, knowledge };
}

/** Whether there is nothing to show. It was read all the same: filling it in is a change. */
export function isEmpty({ value }: Item): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}

/** How a field is called: `MAYA.voice`. */
export function labelOf({ name }: Pick<Entry, 'name'>, field: string): string {
  return `${name.toUpperCase()}.${field}`;
}

/** A field that is not there has version 0: filling it in is a change, and a change of another field is none of it. */
function referenceTo(about: About, field: string, shown = field): Reference {
  const version = `v${about.fieldVersions[field] ?? 0}`;
  return { source: about.id, field, label: labelOf(about, shown), version };
}
