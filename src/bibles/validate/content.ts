import { type Note, ScriptGenError } from '../../core/index.ts';
import type { Content } from '../entry.ts';
import type { Kinds } from '../kinds/kind.ts';
import { contentFaults } from './content-faults.ts';
import type { Strictness } from './document-faults.ts';
import { factNotes } from './fact-notes.ts';
import type { Fault } from './fault.ts';
import { lockNotes } from './lock-notes.ts';
import { meant } from './meant.ts';
import { sizeNotes } from './size-notes.ts';
import { makeNote, titleOf } from './title.ts';

/** What is wrong with one content, before it is written: all that {@link checkContent} refuses, and what a writer should know. */
export function validateContent(
  kinds: Kinds,
  kind: string,
  content: Content,
  options: Strictness = {},
): readonly Note[] {
  const known = kinds.get(kind);
  if (known === undefined) return [unknownKind(kinds, kind, content)];
  const faults = contentFaults(known, content, options).map((fault) => faultNote(content, fault));
  if (!Array.isArray(content.facts) || !Array.isArray(content.locked)) return faults;
  return [...faults, ...sizeNotes(content), ...lockNotes(known, content), ...factNotes(known, content)];
}

/**
 * Refuse a content that its kind does not allow, before anything is stored.
 *
 * @throws ScriptGenError `bible/invalid`; its `details` are a list of `{path, expected}`, one for each fault.
 */
export function checkContent(kinds: Kinds, kind: string, content: Content, options: Strictness = {}): void {
  const known = kinds.get(kind);
  if (known === undefined) throw refused([unknownKind(kinds, kind, content)], [{ path: 'kind', expected: 'a kind' }]);
  const faults = contentFaults(known, content, options);
  if (faults.length === 0) return;
  throw refused(
    faults.map((fault) => faultNote(content, fault)),
    faults.map(({ path, expected }) => ({ path, expected })),
  );
}

/** An entry of a kind that there is not. */
export function unknownKind(kinds: Kinds, kind: string, content: Pick<Content, 'name'>): Note {
  const fix =
    meant(kind, kinds.keys()) ?? `There are ${[...kinds.keys()].join(', ')}; others are registered under "kinds".`;
  return makeNote(
    'kind',
    'blocker',
    `${titleOf(content)} is of the kind ${JSON.stringify(kind)}, which there is not.`,
    fix,
  );
}

/** A fault, as a note. */
export function faultNote(content: Pick<Content, 'name'>, { path, expected, got, fix }: Fault): Note {
  const what = `${titleOf(content)}.${path}: expected ${expected}, got ${got}`;
  const isSize = expected.includes(' MB ');
  return makeNote(isSize ? 'too-long' : 'invalid', 'blocker', what, fix ?? `Make it ${expected}.`);
}

function refused(
  notes: readonly Note[],
  details: readonly { readonly path: string; readonly expected: string }[],
): ScriptGenError {
  const shown = notes.slice(0, 5).map(({ message }) => message);
  const more = notes.length > shown.length ? [`and ${notes.length - shown.length} more`] : [];
  return new ScriptGenError({
    code: 'bible/invalid',
    message: [...shown, ...more].join('; '),
    hint: notes[0]?.fix,
    details,
  });
}
