import type { SourceWrite } from '../../bibles/index.ts';
import { cardNamed } from '../bible/desk.ts';
import type { ChangeOptions } from '../bible/script-bible.ts';
import type { Wiring } from '../wiring.ts';
import { applyAll } from './apply.ts';
import { decidable, markOf } from './decide.ts';
import { findHunks } from './find.ts';
import { recordWrite } from './record-write.ts';
import type { Decision, Origin, ReviewedHunk, ReviewedProposal, ReviewReport } from './reviewed.ts';
import { reviewed, type Standing, standing } from './standing.ts';

/** Which proposals are meant; all unless given. */
export interface ReviewScope {
  /** By number or id. */
  readonly scene?: string;
  readonly origin?: Origin;
  /** By id, which may be cut short. */
  readonly proposal?: string;
}

/**
 * What is proposed for one script, decided change by change. A decision is a mark: nothing changes before it is applied,
 * and a review can be left and gone on with, also by somebody else. An id names a proposal (`pr_1a2b`) or one change of it
 * (`pr_1a2b#3`); one that is not there is `markup/not-found`.
 */
export interface ScriptReview {
  /** What is proposed, in the order of the scenes. @throws ScriptGenError `scene/not-found` */
  list(scope?: ReviewScope): Promise<readonly ReviewedProposal[]>;
  show(id: string): Promise<ReviewedProposal>;
  /**
   * Decide about changes, or about all of a proposal that can be decided so.
   * @throws ScriptGenError `markup/conflict` for a stale change that is to be accepted, `markup/locked` for one that would
   * change what is locked, `markup/invalid` for an empty text.
   */
  mark(ids: readonly string[], decision: Decision, how?: ChangeOptions): Promise<readonly ReviewedHunk[]>;
  /**
   * Apply what was decided, as one change set: edits, entries, settled notes, closed proposals. What is undecided stays
   * proposed, as does what has become stale or locked since.
   */
  apply(scope?: ReviewScope, how?: ChangeOptions): Promise<ReviewReport>;
}

/** The part of a project that has what is proposed reviewed. */
export interface ProjectReview {
  review(script?: string): Promise<ScriptReview>;
}

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
        return recordWrite(stands, { kind: 'mark', id: hunk.id, document });
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
