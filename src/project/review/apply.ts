import type { CardWrite, EntryWrite, SourceWrite } from '../../bibles/index.ts';
import type { Mark } from '../../markup/index.ts';
import { refuseFaults } from '../bible/refuse-faults.ts';
import { recordWrite } from '../record-write.ts';
import { createBibleDecisions } from './decide-bible.ts';
import { createTextDecisions } from './decide-text.ts';
import type { Decided } from './decided.ts';
import { linkCards } from './link-cards.ts';
import type { ReviewReport } from './script-review.ts';
import { settledNotes } from './settled-notes.ts';
import type { OpenProposal, Standing } from './standing.ts';

/** What marked changes come to: what is to be written, and what is told of it. */
export interface Applying {
  readonly writes: readonly SourceWrite[];
  readonly report: Omit<ReviewReport, 'changeSet'>;
}

/** Put together all that was decided about these proposals, the oldest first, and before them conflicts. Writes nothing. */
export async function applyAll(now: Standing, proposals: readonly OpenProposal[]): Promise<Applying> {
  const texts = createTextDecisions(now);
  const bible = createBibleDecisions(now);
  const conflicts = proposals
    .filter((proposal) => 'conflict' in proposal)
    .toSorted((a, b) => b.conflict.at - a.conflict.at);
  const others = proposals.filter((proposal) => !('conflict' in proposal)).toSorted(byAge);
  const inOrder = [...conflicts, ...others];
  const decided = inOrder.map((proposal) =>
    proposal.type === 'text' ? texts.decide(proposal) : bible.decide(proposal),
  );
  const notes = settledNotes(now, decided);
  const entryWrites: readonly EntryWrite[] = await bible.writes();
  await refuseFaults(now.desk, entryWrites);
  const writes = [
    ...entryWrites,
    ...linkedCards(now, entryWrites),
    ...(await texts.writes()),
    ...(await Promise.all(decided.map((one) => proposalWrites(now, one)))).flat(),
    ...(
      await Promise.all(notes.map(({ id, document }) => recordWrite(now.desk, { kind: 'note', id, document })))
    ).flat(),
  ];
  const settled = decided.flatMap((one) => one.settled);
  const idsOf = (decision: Mark['decision']): readonly string[] =>
    settled.flatMap(({ hunk, mark }) => (mark.decision === decision ? [hunk.id] : []));
  return {
    writes,
    report: {
      ...{ accepted: idsOf('accept'), edited: idsOf('edit'), rejected: idsOf('reject') },
      refused: decided.flatMap(({ refused }) => refused.map(({ id, state }) => ({ id, state }))),
      scenes: texts.changed().map(now.placeOf),
      entries: bible.changed(),
      notes: notes.map(({ id }) => id),
      left: decided.reduce((sum, { left }) => sum + left.length, 0),
    },
  };
}

/** The cards that new entries are linked to; none while the outline is locked. */
function linkedCards({ story }: Standing, writes: readonly EntryWrite[]): readonly CardWrite[] {
  if (story.markup?.locks.some(({ scope }) => scope === 'outline')) return [];
  const created = writes.flatMap((write) => (write.type === 'create' ? [write.entry] : []));
  return linkCards(story.outline.cards, created);
}

function byAge(a: OpenProposal, b: OpenProposal): number {
  return a.time.localeCompare(b.time) || a.id.localeCompare(b.id);
}

/** A proposal of which nothing is left is closed, with its marks; of others, what was applied is marked so. */
async function proposalWrites(now: Standing, { proposal, settled, left }: Decided) {
  const { marks } = now.markup;
  if (left.length === 0) {
    const own = marks.filter((mark) => mark.proposal === proposal.id);
    const gone = own.map(({ id }) => recordWrite(now.desk, { kind: 'mark', id, document: null }));
    return (
      await Promise.all([recordWrite(now.desk, { kind: 'proposal', id: proposal.id, document: null }), ...gone])
    ).flat();
  }
  const applied = settled.map(({ hunk, mark: { id: _, by: __, time: ___, reason: ____, version: _____, ...mark } }) =>
    recordWrite(now.desk, { kind: 'mark', id: hunk.id, document: { ...mark, applied: true } }),
  );
  return (await Promise.all(applied)).flat();
}
