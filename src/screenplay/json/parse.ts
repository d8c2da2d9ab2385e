import type { Note } from '../../core/note.ts';
import type { Screenplay } from '../tree.ts';
import { addUnknownField, type Faults, faultNotes, noFaults } from './faults.ts';
import { placesAt } from './place.ts';
import { VERSION } from './print.ts';
import { NOTHING, shapeReader } from './read-shape.ts';
import { scanJson } from './scan.ts';
import { ScreenplaySchema } from './schema.ts';

/** A screenplay read from JSON, and what was wrong with the text. */
export interface ParsedJson {
  readonly screenplay: Screenplay;
  readonly notes: readonly Note[];
}

const EMPTY: Screenplay = { type: 'screenplay', titlePage: null, children: [] };

const readScreenplay = shapeReader(ScreenplaySchema);

/** What may stand beside the screenplay in a file. */
const ENVELOPE: ReadonlySet<string> = new Set(['$schema', 'version', 'screenplay']);

/**
 * Read a screenplay from JSON as `printJson` writes it, or from the bare tree.
 *
 * Never throws. What is not as the schema has it is left out and named in a note with its path, line and column:
 * a field alone where it may be absent, else the block or other item that it is in. A text that is no JSON, or no
 * screenplay, gives an empty screenplay and a note of severity `blocker`.
 */
export function parseJson(text: string): ParsedJson {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { screenplay: EMPTY, notes: [syntaxNote(json)] };
  }
  const faults = noFaults();
  const { tree, path, notes } = openEnvelope(value, faults);
  const read = readScreenplay(tree, path, faults);
  const found = [...notes, ...(faults.count === 0 ? [] : faultNotes(faults, json))];
  if (read === NOTHING) {
    const message = 'The file holds no screenplay.';
    return { screenplay: EMPTY, notes: [{ rule: 'json/shape', severity: 'blocker', message }, ...found] };
  }
  // The reader gives what the schema describes; that the schema describes a Screenplay is checked where it is tested.
  return { screenplay: read as Screenplay, notes: found };
}

/** Find the tree in a file, and what is to be said of its version. */
function openEnvelope(value: unknown, faults: Faults) {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject || !Object.hasOwn(value, 'screenplay')) return { tree: value, path: undefined, notes: [] };
  const file = new Map<string, unknown>(Object.entries(value));
  for (const key of file.keys()) if (!ENVELOPE.has(key)) addUnknownField({ inside: undefined, key }, faults);
  return {
    tree: file.get('screenplay'),
    path: { inside: undefined, key: 'screenplay' },
    notes: versionNotes(file.get('version')),
  };
}

function versionNotes(version: unknown): readonly Note[] {
  if (version === VERSION) return [];
  if (typeof version === 'number' && version > VERSION) {
    const message = `The file is of a newer form than ${VERSION}: what is not known here is left out.`;
    return [{ rule: 'json/version', severity: 'major', message }];
  }
  const message = `version should be ${VERSION}. The file is read as if it were.`;
  return [{ rule: 'json/version', severity: 'minor', message }];
}

function syntaxNote(json: string): Note {
  const fault = scanJson(json);
  const message = 'The text is not JSON.';
  if (fault === undefined) return { rule: 'json/syntax', severity: 'blocker', message };
  const [place] = placesAt(json, [fault.offset]);
  const fix = `Put ${fault.expected} here.`;
  return { rule: 'json/syntax', severity: 'blocker', message: `${message} Expected ${fault.expected}.`, ...place, fix };
}
