import type { Note } from '../../core/note.ts';
import { type Path, printPath } from './path.ts';
import { placesOf } from './place.ts';

/** Something in a value that is not as the schema has it. */
export interface Fault {
  readonly rule: 'json/shape' | 'json/unknown-type' | 'json/unknown-field';
  readonly path: Path;
  readonly message: string;
  /** What is left out because of it: the place itself, or what it is in. Absent until that is known. */
  lost?: { readonly path: Path };
}

/** The faults of a value as they are found. Only the first hundred are kept; a file that is all wrong says so often enough. */
export interface Faults {
  readonly kept: Fault[];
  count: number;
  last: Fault | undefined;
}

const MOST_NOTES = 100;

/** No faults so far. */
export function noFaults(): Faults {
  return { kept: [], count: 0, last: undefined };
}

/** Add a fault. */
export function addFault(faults: Faults, fault: Fault): void {
  faults.count += 1;
  faults.last = fault;
  if (faults.kept.length < MOST_NOTES) faults.kept.push(fault);
}

/** Add that a field is not known, and so left out. */
export function addUnknownField(path: Path, faults: Faults): void {
  addFault(faults, { rule: 'json/unknown-field', path, message: 'not a known field', lost: { path } });
}

/** The faults as notes, each with the place of the wrong part in the text. */
export function faultNotes({ kept, count }: Faults, text: string): readonly Note[] {
  const places = placesOf(
    text,
    kept.map(({ path }) => path),
  );
  const notes = kept.map((fault, index): Note => ({ ...faultNote(fault), ...places[index] }));
  if (count === kept.length) return notes;
  const message = `${count - kept.length} more parts are not as they should be.`;
  return [...notes, { rule: 'json/shape', severity: 'major', message }];
}

function faultNote({ rule, path, message, lost }: Fault): Note {
  const whole = lost !== undefined && lost.path !== path;
  const what = whole ? printPath(lost.path) : 'It';
  return {
    rule,
    severity: whole || typeof path?.key === 'number' ? 'major' : 'minor',
    message: `${printPath(path)}: ${message}. ${what} is left out.`,
  };
}
