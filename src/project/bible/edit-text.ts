import { type Entry, type FileFault, parseEntry, printEntry } from '../../bibles/index.ts';
import { type Json, ScriptGenError } from '../../core/index.ts';
import { commit } from './commit.ts';
import { type Desk, kindNamed, placeOf, writeFor } from './desk.ts';
import type { ScriptBible } from './script-bible.ts';

type Editing = Pick<ScriptBible, 'printText' | 'applyText'>;

/** Entries as text for an editor, and back. */
export function editText(desk: Desk): Editing {
  return {
    printText: async (asked) => {
      const { entry, own } = await placeOf(desk, asked);
      const { kind, name, aliases, document, facts, locked, state } = entry;
      const file = { kind, name, aliases, document, facts, locked, state, version: (own ?? entry).version };
      return printEntry(file, kindNamed(desk.kinds, kind), 'yaml', { withKind: true }).text;
    },
    applyText: async (asked, text, how = {}) => {
      const place = await placeOf(desk, asked);
      const parsed = parseEntry(`${place.entry.name}.yaml`, text, desk.kinds);
      if (!parsed.ok) throw unreadable(place.entry, parsed.faults);
      const { version, kind, path: _, ...content } = parsed.value;
      if (kind !== place.entry.kind) throw otherKind(place.entry, kind);
      const base = version === undefined ? {} : { expected: version };
      const made = { reason: 'edited', ...base, ...how };
      const { entries } = await commit(desk, [await writeFor(desk, place, content, made)], made);
      return entries[0] ?? place.entry;
    },
  };
}

/** What is wrong with a text or with files: the first fault in the message, all of them in `details`. */
export function faultyFiles(faults: readonly FileFault[], what: string): ScriptGenError {
  const [first] = faults;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  return new ScriptGenError({
    code: 'bible/invalid',
    message: first === undefined ? what : `${faultText(first)}${more}`,
    hint: first?.fix ?? what,
    details: JSON.parse(JSON.stringify(faults)) as Json,
  });
}

/** A fault with its place: `characters/maya.yaml:12:3: …`. */
export function faultText({ path, line, column, message }: FileFault): string {
  const place = [path, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
  return `${place}: ${message}`;
}

function unreadable({ name }: Entry, faults: readonly FileFault[]): ScriptGenError {
  return faultyFiles(faults, `The text of ${name} cannot be read.`);
}

function otherKind({ name, kind }: Entry, wanted: string): ScriptGenError {
  return new ScriptGenError({
    code: 'bible/invalid',
    message: `${name} is a ${kind} and cannot become a ${wanted}.`,
    hint: `Add a ${wanted} of its own: scriptgen bible add ${wanted} "…"`,
  });
}
