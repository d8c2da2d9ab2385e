import type { Script } from '../../bibles/index.ts';
import type { Note } from '../../core/index.ts';
import type { Wiring } from '../wiring.ts';
import { commitSync, newProposals, recordWrites } from './commit.ts';
import type { EditedScene } from './edited-scenes.ts';
import { readEdits } from './read-edits.ts';
import { type Implied, impliedBy, type SyncOptions } from './report.ts';

/**
 * Have a model read edits that are taken in already, and keep what it proposes, in a change set of its own: whatever
 * becomes of the question, the edits stand.
 */
export async function proposeFrom(
  wiring: Wiring,
  { script, scenes }: { readonly script: Script; readonly scenes: readonly EditedScene[] },
  { maxCost }: Pick<SyncOptions, 'maxCost'>,
): Promise<{ readonly proposals: readonly Implied[]; readonly notes: readonly Note[] }> {
  const { run, begin, finish } = await wiring.runFor(script.id, 'build', maxCost === undefined ? {} : { maxCost });
  try {
    await begin();
    const story = await wiring.storyOf(script);
    const read = await readEdits(run, story, scenes);
    const proposals = await newProposals(await wiring.deskOf(script), read.proposals);
    const { bibles } = await wiring.storage();
    await commitSync(bibles, {
      ...{ story, writes: recordWrites('proposal', proposals), reason: 'read what edits imply' },
      author: { type: 'agent', name: run.models('continuity').model },
    });
    return { proposals: impliedBy(proposals), notes: read.notes };
  } finally {
    await finish();
  }
}
