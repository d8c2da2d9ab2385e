import type { Story } from '../../agents/index.ts';
import type { Entry } from '../../bibles/index.ts';
import {
  bibleHunks,
  type ConflictProposal,
  conflictHunks,
  conflictProposals,
  type Hunk,
  hunksOf,
  lockedLines,
  type Mark,
  type Markup,
  NO_MARKUP,
  type Proposal,
  type Signed,
  textOfScene,
} from '../../markup/index.ts';
import { type Draft, draftsFrom, placeOf } from '../../orchestrator/index.ts';
import type { Block } from '../../screenplay/index.ts';
import type { ScenePlace } from '../../steps/index.ts';
import { allEntries, type Desk } from '../bible/desk.ts';
import type { Wiring } from '../wiring.ts';
import type { ReviewedProposal } from './script-review.ts';

/** What waits for a decision: a proposal as it is kept, or a conflict. */
export type OpenProposal = Proposal | (ConflictProposal & Signed);

/** All that a review is about, read once. */
export interface Standing {
  readonly story: Story;
  readonly markup: Markup;
  readonly desk: Desk;
  /** In every state. */
  readonly entries: readonly Entry[];
  /** The generated text of a scene; empty where it is not written. */
  readonly generated: (scene: string) => readonly Block[];
  /** What is proposed, in the order of the scenes, the oldest first; before it, what contradicts a person's text. */
  readonly proposals: readonly OpenProposal[];
  readonly placeOf: (scene: string) => ScenePlace;
}

/** Read how a script stands. */
export async function standing({ getScript, storyOf, deskOf, storage }: Wiring, id: string): Promise<Standing> {
  const script = await getScript(id);
  const [story, desk] = await Promise.all([storyOf(script), deskOf(script)]);
  const markup = story.markup ?? NO_MARKUP;
  const drafts = draftsFrom(await (await storage()).runs.loadArtifacts(script.id));
  const { cards } = story.outline;
  const rank = ({ scene }: OpenProposal): number => cards.findIndex((card) => card.id === scene);
  return {
    ...{ story, markup, desk, entries: await allEntries(desk) },
    generated: (scene) => drafts.get(scene)?.blocks ?? [],
    proposals: [...conflictsIn(markup, drafts), ...markup.proposals].toSorted((a, b) => rank(a) - rank(b)),
    placeOf: (scene) => {
      const place = cards.findIndex((card) => card.id === scene);
      const card = cards[place];
      return card === undefined ? { id: scene, number: 0, heading: '' } : placeOf(story, card, place);
    },
  };
}

/** The conflicts of all scenes, signed by whoever wrote what the generated text contradicts. */
function conflictsIn(markup: Markup, drafts: ReadonlyMap<string, Draft>): readonly (ConflictProposal & Signed)[] {
  return [...markup.edits.values()].flatMap((edit) => {
    const draft = drafts.get(edit.scene);
    if (draft === undefined) return [];
    const { by, time, version } = edit;
    return conflictProposals({ draft, edit, locks: lockedLines(markup, edit.scene) }).map((conflict) => ({
      ...conflict,
      ...{ by, time, version, reason: '' },
    }));
  });
}

/** The changes of a proposal as they stand, those that were applied among them. */
export function allHunks({ markup, entries, generated }: Standing, proposal: OpenProposal): readonly Hunk[] {
  const { marks, locks, notes } = markup;
  if (proposal.type === 'bible') return bibleHunks(proposal, { entries, marks });
  if ('conflict' in proposal) return conflictHunks(proposal, locks);
  const { scene } = proposal;
  const current = textOfScene(markup, { scene, blocks: generated(scene) }).blocks;
  return hunksOf(proposal, { current, marks, locks, notes });
}

/** A proposal as it is shown: its changes with what was decided about them. */
export function reviewed(now: Standing, proposal: OpenProposal): ReviewedProposal {
  const { id, by, time, reason } = proposal;
  const hunks = allHunks(now, proposal).filter(({ state }) => state !== 'applied');
  return {
    ...{ id, by, time, reason, scene: now.placeOf(proposal.scene) },
    ...(proposal.type === 'text'
      ? { origin: proposal.origin, model: proposal.model, why: proposal.why }
      : { origin: 'bible' as const, model: '', why: [proposal.why] }),
    notes: now.markup.notes.filter((note) => proposal.type === 'text' && proposal.notes.includes(note.id)),
    hunks: hunks.map((hunk) => {
      const mark = now.markup.marks.find((one) => one.id === hunk.id);
      return mark === undefined ? hunk : { ...hunk, mark: decisionOf(mark) };
    }),
  };
}

function decisionOf({ decision, text, value, by, time }: Mark) {
  return {
    ...{ decision, by, time },
    ...(text === undefined ? {} : { text }),
    ...(value === undefined ? {} : { value }),
  };
}
