import type { Note, Severity } from '../../core/note.ts';
import type { Screenplay } from '../tree.ts';
import { readFacts } from './facts.ts';
import { locate } from './locate.ts';
import type { Fault, Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { isNamed, readSuppressions, type Suppressions } from './suppress.ts';

/** Which notes are wanted. Rules are named by id (`cue/unknown`) or area (`cue`). */
export interface NoteFilter {
  /** Leave these out. */
  readonly ignore?: readonly string[];
  /** Keep these only. */
  readonly only?: readonly string[];
  /** Keep notes that matter as much, or more. All unless given. */
  readonly severity?: Severity;
}

/** A rule gives so many notes about one block at most: the rest would say the same. */
const PER_BLOCK = 3;

/**
 * Look for faults of form and consistency: see `RULES` for what is looked for, and what is left alone.
 *
 * Notes come in the order of the script, those about all of it first; with line and column when the script was read
 * from Fountain. A note in the document leaves rules out: `[[check: ignore cue/unknown]]` on top for the whole script,
 * elsewhere for the block after it, and inside a block for that block.
 */
export function checkScreenplay(script: Screenplay, filter: NoteFilter = {}): readonly Note[] {
  const facts = readFacts(script);
  const suppressions = readSuppressions(script);
  const found = RULES.filter((rule) => isWanted(rule.id, rule.severity, filter)).flatMap((rule) =>
    kept(rule, rule.find(facts), suppressions).map((fault) => ({ rule, fault })),
  );
  const sceneIds = facts.scenes.flatMap(({ heading, blocks }) => blocks.map(() => heading?.id));
  return found
    .toSorted((a, b) => (a.fault.block ?? -1) - (b.fault.block ?? -1))
    .map(({ rule: { id, severity }, fault: { block, message, quote, fix } }) => {
      const scene = block === undefined ? undefined : sceneIds[block];
      return {
        rule: id,
        severity,
        message,
        ...(scene === undefined ? {} : { scene }),
        ...(quote === undefined ? {} : { quote }),
        ...(fix === undefined ? {} : { fix }),
        ...locate(script, block, quote),
      };
    });
}

/** Keep the notes that are wanted, whatever they come from: parsers' notes as well as the check's. */
export function filterNotes(notes: readonly Note[], filter: NoteFilter): readonly Note[] {
  return notes.filter(({ rule, severity }) => isWanted(rule, severity, filter));
}

const ORDER: readonly Severity[] = ['info', 'minor', 'major', 'blocker'];

function isWanted(rule: string, severity: Severity, { ignore, only, severity: least = 'info' }: NoteFilter): boolean {
  if (isNamed(rule, new Set(ignore))) return false;
  if (only !== undefined && !isNamed(rule, new Set(only))) return false;
  return ORDER.indexOf(severity) >= ORDER.indexOf(least);
}

function kept({ id }: Rule, faults: readonly Fault[], { script, blocks }: Suppressions): readonly Fault[] {
  if (isNamed(id, script)) return [];
  const counts = new Map<number, number>();
  return faults.filter(({ block }) => {
    if (block === undefined) return true;
    if (isNamed(id, blocks.get(block))) return false;
    const count = (counts.get(block) ?? 0) + 1;
    counts.set(block, count);
    return count <= PER_BLOCK;
  });
}
