import type { Json, Reference } from '../core/index.ts';
import type { SceneCard } from './card.ts';
import { type Bible, type Entry, entriesOf, entryById } from './entry.ts';
import type { Kind } from './kinds.ts';

/** Whose eyes a context is for. Each viewer sees only the fields its work needs: what is not read cannot make a scene stale. */
export type Viewer =
  | { readonly role: 'planner' }
  | { readonly role: 'character'; readonly character: string }
  | { readonly role: 'director' }
  | { readonly role: 'dramaturge' };

/** One entry as a viewer sees it. */
export interface ContextEntry {
  readonly kind: Kind;
  readonly name: string;
  /** Only the fields the viewer reads, in the kind's order. */
  readonly fields: { readonly [field: string]: Json };
}

/** What a viewer may know: a value to put before a model, and the references that say where it came from. */
export interface Context {
  readonly entries: readonly ContextEntry[];
  readonly references: readonly Reference[];
}

/** An entry and the fields of it that are shown. */
type Shown = readonly [Entry, readonly string[]];

const PLANNER: Readonly<Record<Kind, readonly string[]>> = {
  character: ['role', 'age', 'want', 'need', 'fear', 'contradiction'],
  setting: ['interior', 'look'],
  plot: ['thread', 'question', 'stakes', 'setup', 'payoff'],
  theme: ['question', 'argument', 'counter'],
};
const SELF = ['role', 'age', 'want', 'need', 'fear', 'contradiction', 'voice', 'backstory'];
const SEEN = ['role', 'age', 'look'];
const DIRECTED = ['role', 'age', 'look', 'want', 'voice'];
const JUDGED = ['role', 'want', 'need'];
const PLACE = ['look', 'sound', 'rules'];

/**
 * The exact part of a bible that one viewer may read: for the planner all of it but its private fields,
 * for a scene only the people and the place on its card.
 *
 * Pure and in a fixed order, so that equal bibles give equal prompts. A character sees its own
 * dossier and only the outside of others; a voice is shown only of those who speak.
 */
export function contextFor(bible: Bible, viewer: Viewer, card?: SceneCard): Context {
  if (viewer.role === 'planner') return collect(bible.entries.map((entry) => [entry, PLANNER[entry.kind]]));
  if (!card) throw new TypeError(`a ${viewer.role} sees a scene: give its card`);
  const cast = card.cast.map((id) => entryById(bible, id)).filter((entry) => entry !== undefined);
  const place = entryById(bible, card.setting);
  const shown = cast.map((entry): Shown => [entry, fieldsOf(entry, viewer, card)]);
  const themes = entriesOf(bible, 'theme').map((entry): Shown => [entry, ['question', 'images']]);
  const places: readonly Shown[] = place ? [[place, PLACE]] : [];
  return collect([...shown, ...places, ...(viewer.role === 'director' ? themes : [])]);
}

/** The fields of a person on stage that a viewer sees. */
function fieldsOf(entry: Entry, viewer: Exclude<Viewer, { role: 'planner' }>, card: SceneCard): readonly string[] {
  const speaks = card.speakers.includes(entry.id);
  switch (viewer.role) {
    case 'character':
      return entry.id === viewer.character ? SELF : SEEN;
    case 'director':
      return speaks ? DIRECTED : SEEN;
    case 'dramaturge':
      return speaks ? JUDGED : SEEN;
  }
}

/** Write a context as text for a prompt: one block an entry, one line a field. */
export function printContext(context: Pick<Context, 'entries'>): string {
  return context.entries.map(printEntry).join('\n\n');
}

function printEntry({ kind, name, fields }: ContextEntry): string {
  return [
    `${kind}: ${name}`,
    ...Object.entries(fields).map(([field, value]) => `- ${field}: ${printValue(value)}`),
  ].join('\n');
}

function printValue(value: Json): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, part]) => `${key}: ${String(part)}`)
    .join('; ');
}

function collect(shown: readonly Shown[]): Context {
  return {
    entries: shown.map(([entry, fields]) => ({ kind: entry.kind, name: entry.name, fields: pick(entry, fields) })),
    references: shown.flatMap(([entry, fields]) => ['name', ...fields].map((field) => referenceTo(entry, field))),
  };
}

function pick(entry: Entry, fields: readonly string[]): { readonly [field: string]: Json } {
  const document: Readonly<Record<string, Json>> = entry.document;
  return Object.fromEntries(fields.map((field) => [field, document[field] ?? '']));
}

function referenceTo(entry: Entry, field: string): Reference {
  return {
    source: entry.id,
    field,
    label: `${entry.name.toUpperCase()}.${field}`,
    version: `v${entry.fieldVersions[field] ?? entry.version}`,
  };
}
