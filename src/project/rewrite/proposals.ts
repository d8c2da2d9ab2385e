import type { SourceWrite } from '../../bibles/index.ts';
import { canonicalJson, deriveId } from '../../core/index.ts';
import { applyProposal, NO_MARKUP, type Proposal, type TextProposal } from '../../markup/index.ts';
import type { RewrittenScene } from '../../orchestrator/index.ts';
import { placeIn } from '../../rewrite/index.ts';
import { documentOf } from '../notes/open-notes.ts';
import { recordWrite } from '../record-write.ts';
import { noteWrites } from './critique.ts';
import type { Standing } from './standing.ts';

/** Keep what came of one scene: what was found in it as notes, and the new text as a proposal. Gives the proposal's id. */
export async function keepRewritten(standing: Standing, made: RewrittenScene): Promise<string | undefined> {
  const { desk } = standing;
  const { scene, result, blocks } = made;
  const { id } = scene.card;
  // What later rounds found is about words that do not stand in the scene as it is.
  const found = result.found.filter(
    (concern) => concern.asked !== true && placeIn(made.original, concern) !== undefined,
  );
  const writes: SourceWrite[] = [...(await noteWrites(standing, id, found))];
  let proposal: string | undefined;
  if (blocks !== scene.blocks) {
    proposal = deriveId('pr', id, canonicalJson(scene.blocks), canonicalJson(blocks));
    writes.push(...(await recordWrite(standing.desk, { kind: 'proposal', id: proposal, document: proposalOf(made) })));
  }
  if (writes.length > 0)
    await desk.store.write({
      script: desk.script.id,
      writes,
      author: { type: 'agent', name: 'reviser' },
      reason: `rewriting of scene ${scene.story.outline.cards.indexOf(scene.card) + 1}`,
    });
  return proposal;
}

function proposalOf({ scene, result, blocks, keys, model }: RewrittenScene): TextProposal {
  const taken = result.decisions.filter(({ accepted }) => accepted);
  return {
    ...{ type: 'text', scene: scene.card.id, origin: 'rewrite', base: scene.blocks, text: blocks },
    ...{ notes: result.settled, why: [...new Set(taken.map(({ rule, why }) => `${rule}: ${why}`))], keys, model },
  };
}

/** The writes that apply proposals as a whole, and settle the notes that they answer. */
export async function applyWrites(standing: Standing, ids: readonly string[]): Promise<readonly SourceWrite[]> {
  const { story, drafts } = standing;
  const { proposals, edits, locks, notes } = story.markup ?? NO_MARKUP;
  const isText = (one: Proposal): one is Proposal & TextProposal => one.type === 'text' && ids.includes(one.id);
  const writes = proposals.filter(isText).map(async (proposal): Promise<readonly SourceWrite[]> => {
    const { id, scene } = proposal;
    const generated = drafts.get(scene)?.blocks ?? [];
    const own = notes.filter((note) => note.scene === scene);
    const { edit, left } = applyProposal({ generated, edit: edits.get(scene), proposal, locks, notes: own });
    const open = new Set(left.flatMap((hunk) => hunk.notes));
    const settled = own.filter(
      (note) => note.state === 'open' && proposal.notes.includes(note.id) && !open.has(note.id),
    );
    return [
      ...(edit === undefined ? [] : await recordWrite(standing.desk, { kind: 'edit', id: scene, document: edit })),
      ...(left.length > 0 ? [] : await recordWrite(standing.desk, { kind: 'proposal', id, document: null })),
      ...(
        await Promise.all(
          settled.map((note) =>
            recordWrite(standing.desk, {
              kind: 'note',
              id: note.id,
              document: { ...documentOf(note), state: 'settled' },
            }),
          ),
        )
      ).flat(),
    ];
  });
  return (await Promise.all(writes)).flat();
}
