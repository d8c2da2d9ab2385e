import { applyChanges, type Content, type Entry, type FieldChange, foldName, leavesOf } from '../../bibles/index.ts';
import { canonicalJson, type Json } from '../../core/index.ts';
import type { BibleProposal, Mark } from '../proposal.ts';
import type { BibleHunk, HunkState } from './hunk.ts';

type Proposed = BibleProposal & { readonly id: string };

/** The changes of a bible proposal: one for each field, or one for a new entry. `entries` are those that count in the script. */
export function bibleHunks(
  proposal: Proposed,
  { entries, marks = [] }: { readonly entries: readonly Entry[]; readonly marks?: readonly Mark[] },
): readonly BibleHunk[] {
  const { id, scene, quote, why, change } = proposal;
  const applied = new Set(marks.filter((mark) => mark.proposal === id && mark.applied).map(({ hunk }) => hunk));
  const hunk = (
    number: number,
    state: HunkState,
    more: Pick<BibleHunk, 'entry' | 'field' | 'from' | 'to' | 'now'>,
  ) => ({
    ...{
      type: 'bible' as const,
      id: `${id}#${number}`,
      proposal: id,
      number,
      scene,
      quote,
      why: why === '' ? [] : [why],
    },
    ...{ state: applied.has(number) ? 'applied' : state, ...more },
  });
  if (change.type === 'create') {
    const { id: _, ...content } = change.entry;
    const isTaken = entries.some(({ name, state }) => state !== 'removed' && foldName(name) === foldName(content.name));
    return [hunk(1, isTaken ? 'stale' : 'open', { entry: content.name, to: content as unknown as Json })];
  }
  const entry = entries.find((one) => one.id === change.entry);
  const fields = entry === undefined ? new Map<string, Json>() : leavesOf(entry);
  return change.changes.map(({ field, from, to }, at) => {
    const now = fields.get(field);
    const state = entry === undefined || entry.state === 'removed' ? 'stale' : stateOf({ entry, field, from, to, now });
    return hunk(at + 1, state, {
      ...{ entry: change.entry, field },
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(now === undefined || same(now, from) ? {} : { now }),
    });
  });
}

interface Changing {
  readonly entry: Entry;
  readonly field: string;
  readonly from: Json | undefined;
  readonly to: Json | undefined;
  readonly now: Json | undefined;
}

function stateOf({ entry, field, from, to, now }: Changing): HunkState {
  if (same(now, to)) return 'done';
  if (entry.locked.includes(field.split('.', 1)[0] ?? '')) return 'locked';
  return same(now, from) ? 'open' : 'stale';
}

function same(one: Json | undefined, other: Json | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return canonicalJson(one) === canonicalJson(other);
}

/** What an entry says with the changes that were accepted, or edited, in it. */
export function withBibleMarks(
  entry: Content,
  decided: readonly { readonly hunk: BibleHunk; readonly mark: Mark }[],
): Content {
  const changes = decided.flatMap(
    ({ hunk: { field, to, state }, mark: { decision, value } }): readonly FieldChange[] => {
      if (field === undefined || decision === 'reject' || state === 'done') return [];
      const said = decision === 'accept' ? to : value;
      return [{ field, ...(said === undefined ? {} : { to: said }) }];
    },
  );
  return applyChanges(entry, changes);
}
