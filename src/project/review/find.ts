import { nearest, ScriptGenError } from '../../core/index.ts';
import type { Hunk } from '../../markup/index.ts';
import { allHunks, type OpenProposal, type Standing } from './standing.ts';

/** A proposal, and the changes of it that are meant. */
export interface Found {
  readonly proposal: OpenProposal;
  readonly hunks: readonly Hunk[];
  /** Whether one change was named, and not the proposal as a whole. */
  readonly isOne: boolean;
}

/**
 * Find what an id names: `pr_1a2b` all changes of a proposal, `pr_1a2b#3` one of them. Ids of proposals may be cut short.
 *
 * @throws ScriptGenError `markup/not-found`, with the nearest id, or with what became of it.
 */
export async function findHunks(now: Standing, asked: string): Promise<Found> {
  const [name = '', number] = asked.trim().split('#');
  const proposal = await findProposal(now, name);
  const hunks = allHunks(now, proposal);
  if (number === undefined) return { proposal, hunks: hunks.filter(({ state }) => state !== 'applied'), isOne: false };
  const hunk = hunks.find((one) => String(one.number) === number);
  if (hunk === undefined)
    throw notFound(
      `${proposal.id} has no change ${JSON.stringify(number)}.`,
      hunks.length === 1 ? `It has one: ${proposal.id}#1` : `Its changes are #1 to #${hunks.length}.`,
    );
  if (hunk.state === 'applied')
    throw notFound(
      `${hunk.id} was decided and applied already.`,
      'Undo takes the whole review back: scriptgen undo. Others of its proposal are still open: scriptgen review list',
    );
  return { proposal, hunks: [hunk], isOne: true };
}

async function findProposal(now: Standing, name: string): Promise<OpenProposal> {
  const { proposals, desk } = now;
  const begins = proposals.filter(({ id }) => name !== '' && id.startsWith(name));
  const found = proposals.find(({ id }) => id === name) ?? (begins.length === 1 ? begins[0] : undefined);
  if (found !== undefined) return found;
  if (begins.length > 1)
    throw notFound(
      `Several proposals begin with ${JSON.stringify(name)}.`,
      `They are: ${begins.map(({ id }) => id).join(', ')}.`,
    );
  const [last] = await desk.store.listRecordVersions(desk.script.id, { kind: 'proposal', id: name });
  if (last?.document === null)
    throw notFound(
      `The proposal ${name} is closed: ${last.author.name} decided about all of it at ${last.time}.`,
      'Take that back to have it again: scriptgen undo',
    );
  const ids = proposals.map(({ id }) => id);
  const near = nearest(name, ids);
  throw notFound(
    `There is no proposal ${JSON.stringify(name)}.`,
    near !== undefined
      ? `Did you mean ${near}?`
      : ids.length === 0
        ? 'Nothing is proposed.'
        : 'Those that there are: scriptgen review list',
  );
}

function notFound(message: string, hint: string): ScriptGenError {
  return new ScriptGenError({ code: 'markup/not-found', message, hint });
}
