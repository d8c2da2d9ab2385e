import type { SourceWrite } from '../../bibles/index.ts';
import { cardNamed } from '../bible/desk.ts';
import type { ChangeOptions } from '../bible/script-bible.ts';
import { recordWrite } from '../record-write.ts';
import type { Wiring } from '../wiring.ts';
import { applyAll } from './apply.ts';
import { decidable, markOf } from './decide.ts';
import { findHunks } from './find.ts';
import type { ProjectReview, ReviewedProposal, ReviewScope, ScriptReview } from './script-review.ts';
import { reviewed, type Standing, standing } from './standing.ts';

/** Open that part of a project. */
export function openReview(wiring: Wiring): ProjectReview {
  return { review: async (name) => reviewOf(wiring, (await wiring.getScript(name)).id) };
}

function reviewOf(wiring: Wiring, id: string): ScriptReview {
  const now = (): Promise<Standing> => standing(wiring, id);
  const write = async (
    writes: readonly SourceWrite[],
    what: string,
    how: ChangeOptions,
  ): Promise<string | undefined> => {
    if (writes.length === 0) return undefined;
    const { author = 'writer', isAgent = false, reason = what } = how;
    const { bibles } = await wiring.storage();
    const by = { type: isAgent ? ('agent' as const) : ('person' as const), name: author };
    return (await bibles.write({ script: id, writes, author: by, reason: reason.replaceAll('\0', '') })).changeSet;
  };
  const show = async (asked: string): Promise<ReviewedProposal> => {
    const stands = await now();
    return reviewed(stands, (await findHunks(stands, asked)).proposal);
  };
  return {
    list: async (scope = {}) => {
      const stands = await now();
      return (await inScope(stands, scope)).map((proposal) => reviewed(stands, proposal));
    },
    show,
    mark: async (ids, decision, how = {}) => {
      const stands = await now();
      const found = await Promise.all(ids.map((asked) => findHunks(stands, asked)));
      const hunks = new Map(found.flatMap((one) => decidable(one, decision)).map((hunk) => [hunk.id, hunk]));
      const writes = [...hunks.values()].map((hunk) => {
        const document = decision.decision === 'undecided' ? null : markOf(stands, hunk, decision);
        return recordWrite(stands.desk, { kind: 'mark', id: hunk.id, document });
      });
      await write((await Promise.all(writes)).flat(), `${decision.decision} ${ids.join(' ')}`, how);
      const after = await now();
      const shown = [...new Set(found.map(({ proposal }) => proposal))].map((proposal) => reviewed(after, proposal));
      return shown.flatMap((one) => one.hunks.filter((hunk) => hunks.has(hunk.id)));
    },
    apply: async (scope = {}, how = {}) => {
      const stands = await now();
      const { writes, report } = await applyAll(stands, await inScope(stands, scope));
      const changeSet = await write(writes, 'review applied', how);
      return { ...(changeSet === undefined ? {} : { changeSet }), ...report };
    },
  };
}

async function inScope(now: Standing, { scene, origin, proposal: asked }: ReviewScope) {
  const card = scene === undefined ? undefined : cardNamed(now.story.outline, scene, now.story.script.title);
  const named = asked === undefined ? undefined : (await findHunks(now, asked)).proposal;
  return now.proposals.filter(
    (proposal) =>
      (card === undefined || proposal.scene === card.id) &&
      (named === undefined || proposal.id === named.id) &&
      (origin === undefined || (proposal.type === 'text' ? proposal.origin : 'bible') === origin),
  );
}
