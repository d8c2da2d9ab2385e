import { leavesOf } from '../../bibles/index.ts';
import { type Json, ScriptGenError } from '../../core/index.ts';
import { type BibleHunk, canDecide, type Hunk, type MarkDocument } from '../../markup/index.ts';
import { kindNamed } from '../bible/desk.ts';
import { withField } from '../bible/read-field.ts';
import type { Found } from './find.ts';
import { readBlocks } from './read-blocks.ts';
import type { Decision } from './script-review.ts';
import type { Standing } from './standing.ts';

/**
 * The mark that says what was decided about a change.
 *
 * @throws ScriptGenError `markup/conflict` for a stale change that is to be accepted, `markup/locked` for one that would change
 * what is locked, `markup/invalid` for a text that says nothing, `bible/invalid` for a field that cannot say that.
 */
export function markOf(
  now: Standing,
  hunk: Hunk,
  decision: Exclude<Decision, { decision: 'undecided' }>,
): MarkDocument {
  if (!canDecide(hunk, decision.decision)) throw refusal(hunk);
  const about = { proposal: hunk.proposal, hunk: hunk.number };
  if (decision.decision !== 'edit') return { ...about, decision: decision.decision };
  if (hunk.type === 'text') return { ...about, decision: 'edit', text: readBlocks(decision.text) };
  return { ...about, decision: 'edit', value: valueFrom(now, hunk, decision.text) };
}

/** What is decided of several changes at once: those that it can be carried out for. */
export function decidable({ hunks, isOne }: Found, { decision }: Decision): readonly Hunk[] {
  if (isOne || decision === 'undecided') return hunks;
  if (decision === 'edit' && hunks.length > 1)
    throw new ScriptGenError({
      code: 'markup/invalid',
      message: `${hunks[0]?.proposal} has ${hunks.length} changes, and one text cannot stand for all of them.`,
      hint: `Name the change: ${hunks[0]?.id}`,
    });
  return decision === 'edit' ? hunks : hunks.filter((hunk) => canDecide(hunk, decision));
}

/** What a field would say, read from a text as a person types it. */
function valueFrom({ entries, desk }: Standing, { entry: id, field }: BibleHunk, text: string): Json {
  const entry = entries.find((one) => one.id === id);
  if (field === undefined || entry === undefined || text.trim() === '')
    throw new ScriptGenError({
      code: 'markup/invalid',
      message: field === undefined ? 'A new entry cannot be edited here.' : 'The text is empty.',
      hint:
        field === undefined
          ? 'Accept it, then edit it: scriptgen bible edit'
          : 'Reject the change to leave the field as it is.',
    });
  const said = leavesOf(withField(entry, kindNamed(desk.kinds, entry.kind), field, text.trim())).get(field);
  return said ?? text.trim();
}

function refusal({ id, state, lock }: Hunk): ScriptGenError {
  if (state === 'locked')
    return new ScriptGenError({
      code: 'markup/locked',
      message:
        lock === undefined
          ? `${id} would change a field that is locked.`
          : `${id} would change what ${lock.by.name} locked at ${lock.time} (${lock.id}).`,
      hint: 'Unlock it first, or reject the change.',
    });
  return new ScriptGenError({
    code: 'markup/conflict',
    message: `${id} is stale: what it was made for does not stand there any more.`,
    hint: 'Reject it, or write by hand what is to stand there: scriptgen review edit',
  });
}
