import { type Block, sameBlock } from '../../screenplay/index.ts';
import type { EditDocument, Taken } from '../edit.ts';
import { lockedLines } from '../held.ts';
import type { Lock } from '../lock.ts';
import { editDocument, NO_MARKUP } from '../markup.ts';
import type { Mark, TextProposal } from '../proposal.ts';
import { edited, sameBlocks } from '../rebase.ts';
import { sceneText } from '../scene-text.ts';
import type { Hunk, HunkState, TextHunk } from './hunk.ts';
import { plainBlocks } from './plain-blocks.ts';
import { type Against, lockOn, type PlacedHunk, placedHunks } from './text-hunks.ts';

/** A scene, a proposal for it, and what was decided about that. */
export interface Marked extends Omit<Against, 'current' | 'marks'> {
  /** The generated text of the scene, without the heading. */
  readonly generated: readonly Block[];
  /** What a person made of it so far. */
  readonly edit?: EditDocument | undefined;
  readonly proposal: TextProposal & { readonly id: string };
  /** Those of other proposals, and those that were applied already, change nothing. */
  readonly marks: readonly Mark[];
}

/** A change, and what was decided about it. */
export interface Settled {
  readonly hunk: PlacedHunk;
  readonly mark: Mark;
}

/** What came of decisions about a proposal. */
export interface AppliedMarks {
  /** What is to be kept as the scene's edit: `null` where the generated text stands as it is; absent where nothing changes. */
  readonly edit?: EditDocument | null;
  /** The scene's text, without the heading. */
  readonly blocks: readonly Block[];
  /** What was decided now, and stands. */
  readonly settled: readonly Settled[];
  /** What was decided and cannot be done: it is stale, or locked. It stays proposed. */
  readonly refused: readonly TextHunk[];
  /** What is still proposed: undecided, and what was refused. What stands in the text already is not. */
  readonly left: readonly TextHunk[];
}

/**
 * Apply what was decided about a proposal to a scene. What was accepted goes into the edit with the steps that wrote it;
 * what was edited is the person's own, but for blocks that stayed as they were proposed; what was rejected is dropped;
 * the rest stays proposed. The order of the decisions makes no difference. No locked block is changed, and what a stale
 * change was made for is not looked for elsewhere.
 */
export function applyMarks({ generated, edit, proposal, marks, ...against }: Marked): AppliedMarks {
  const { locks = [] } = against;
  const current = currentText(generated, edit, { scene: proposal.scene, locks });
  const own = new Map(marks.filter((mark) => mark.proposal === proposal.id).map((mark) => [mark.hunk, mark]));
  const hunks = placedHunks(proposal, { current, marks, ...against });
  const decided = hunks.flatMap((hunk): readonly Settled[] => {
    const mark = own.get(hunk.number);
    return mark === undefined || hunk.state === 'applied' ? [] : [{ hunk, mark }];
  });
  const settled: Settled[] = [];
  const changes: Replacement[] = [];
  for (const { hunk, mark } of decided) {
    const change = changeOf(hunk, mark);
    const after = replaced(current, [...changes, ...change]);
    const isHeld = change.length > 0 && lockOn(locks, { scene: proposal.scene, before: current, after }) !== undefined;
    if (isHeld || !canDecide(hunk, mark.decision)) continue;
    settled.push({ hunk, mark });
    changes.push(...change);
  }
  const blocks = replaced(current, changes);
  const done = new Set<TextHunk>([...settled.map(({ hunk }) => hunk), ...hunks.filter(isOver)]);
  const rest = {
    ...{ settled, blocks },
    refused: decided.flatMap(({ hunk }) => (done.has(hunk) ? [] : [hunk])),
    left: hunks.filter((hunk) => !done.has(hunk)),
  };
  if (sameBlocks(current, blocks)) return rest;
  const text = plainBlocks(blocks);
  if (edit?.heading === undefined && sameBlocks(generated, text)) return { ...rest, edit: null };
  const taken = [...(edit?.taken ?? []), ...changes.flatMap((change) => change.taken(proposal))];
  const stands = taken.filter(({ block }) => text.some((one) => sameBlock(one, block)));
  return { ...rest, edit: editDocument({ ...edited(generated, edit, text), taken: stands }) };
}

function currentText(
  generated: readonly Block[],
  edit: EditDocument | undefined,
  { scene, locks }: { readonly scene: string; readonly locks: readonly Lock[] },
): readonly Block[] {
  return sceneText(generated, edit, lockedLines({ ...NO_MARKUP, locks }, scene)).blocks;
}

/** Take every change of a proposal that can be taken. */
export function applyProposal(scene: Omit<Marked, 'marks'>): AppliedMarks {
  const { proposal, edit } = scene;
  const by = { by: { type: 'person', name: '' }, time: '', reason: '', version: 0 } as const;
  const current = currentText(scene.generated, edit, { scene: proposal.scene, locks: scene.locks ?? [] });
  const marks = placedHunks(proposal, { ...scene, current }).map(
    ({ id, number }): Mark => ({ ...by, id, proposal: proposal.id, hunk: number, decision: 'accept' }),
  );
  return applyMarks({ ...scene, marks });
}

/** Whether a decision about a change can be carried out. */
export function canDecide({ state }: Pick<Hunk, 'state'>, decision: Mark['decision']): boolean {
  return CAN[decision].includes(state);
}

const CAN: Readonly<Record<Mark['decision'], readonly HunkState[]>> = {
  accept: ['open', 'done'],
  reject: ['open', 'stale', 'locked', 'done'],
  edit: ['open', 'stale', 'done'],
};

function isOver({ state }: TextHunk): boolean {
  return state === 'done' || state === 'applied';
}

/** Blocks to be put in the place of others. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly Block[];
  readonly taken: (proposal: Marked['proposal']) => readonly Taken[];
}

function changeOf(hunk: PlacedHunk, { decision, text }: Mark): readonly Replacement[] {
  if (decision === 'reject' || (decision === 'accept' && hunk.state === 'done')) return [];
  const blocks = decision === 'accept' ? hunk.text : (text ?? []);
  const isIn = (list: readonly Block[], block: Block): boolean => list.some((one) => sameBlock(one, block));
  const taken = plainBlocks(blocks).filter((block) => isIn(hunk.text, block) && !isIn(hunk.base, block));
  return [
    {
      from: hunk.place.from,
      to: hunk.place.to,
      blocks,
      taken: ({ id, keys, model }) =>
        model === '' ? [] : taken.map((block) => ({ block, keys, model, from: id, notes: hunk.notes })),
    },
  ];
}

/** Put changes in, in their order; those of one place together in that place. */
function replaced(text: readonly Block[], changes: readonly Replacement[]): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (const change of changes) {
    blocks.push(...text.slice(at, change.from), ...change.blocks);
    at = Math.max(at, change.to);
  }
  return [...blocks, ...text.slice(at)];
}
