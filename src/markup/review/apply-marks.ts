import type { Block } from '../../screenplay/index.ts';
import type { EditDocument, Taken } from '../edit.ts';
import { editDocument } from '../markup.ts';
import type { Mark, TextProposal } from '../proposal.ts';
import { sceneText } from '../scene-text.ts';
import type { Hunk, HunkState, TextHunk } from './hunk.ts';
import { blockKey, plainBlocks, sayTheSame } from './plain-blocks.ts';
import { type Against, type PlacedHunk, placedHunks } from './text-hunks.ts';

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

/** What came of decisions about a proposal. */
export interface AppliedMarks {
  /** What is to be kept as the scene's edit: `null` where the generated text stands as it is; absent where nothing changes. */
  readonly edit?: EditDocument | null;
  /** The scene's text, without the heading. */
  readonly blocks: readonly Block[];
  /** What was decided now, and stands. */
  readonly settled: readonly { readonly hunk: TextHunk; readonly mark: Mark }[];
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
  const current = sceneText(generated, edit).blocks;
  const own = new Map(marks.filter((mark) => mark.proposal === proposal.id).map((mark) => [mark.hunk, mark]));
  const hunks = placedHunks(proposal, { current, marks, ...against });
  const decided = hunks.flatMap((hunk) => {
    const mark = own.get(hunk.number);
    return mark === undefined || hunk.state === 'applied' ? [] : [{ hunk, mark }];
  });
  const settled = decided.filter(({ hunk, mark }) => canDecide(hunk, mark.decision));
  const changes = settled.flatMap(({ hunk, mark }) => changeOf(hunk, mark));
  const blocks = replaced(current, changes);
  const done = new Set([...settled.map(({ hunk }) => hunk), ...hunks.filter(isOver)]);
  const rest = { settled, blocks, left: hunks.filter((hunk) => !done.has(hunk)) };
  const refused = decided.flatMap(({ hunk }) => (done.has(hunk) ? [] : [hunk]));
  if (sayTheSame(current, blocks)) return { ...rest, refused };
  const text = plainBlocks(blocks);
  const taken = [...(edit?.taken ?? []), ...changes.flatMap((change) => change.taken(proposal))];
  const says = new Set(text.map(blockKey));
  const stands = taken.filter(({ block }) => says.has(blockKey(block)));
  const isGenerated = edit?.heading === undefined && sayTheSame(generated, text);
  const heading = edit?.heading === undefined ? {} : { heading: edit.heading };
  const kept = { base: baseFor(generated, text, edit), text, ...heading, taken: stands };
  return { ...rest, refused, edit: isGenerated ? null : editDocument(kept) };
}

/** Take every change of a proposal that can be taken. */
export function applyProposal(scene: Omit<Marked, 'marks'>): AppliedMarks {
  const { proposal, edit } = scene;
  const by = { by: { type: 'person', name: '' }, time: '', reason: '', version: 0 } as const;
  const current = sceneText(scene.generated, edit).blocks;
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
  const [old, proposed] = [new Set(hunk.base.map(blockKey)), new Set(hunk.text.map(blockKey))];
  const taken = plainBlocks(blocks).filter((block) => proposed.has(blockKey(block)) && !old.has(blockKey(block)));
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

/** What an edit was made from: the generated text, or as it was before while generated text contradicts the person's. */
function baseFor(
  generated: readonly Block[],
  text: readonly Block[],
  edit: EditDocument | undefined,
): readonly Block[] {
  if (edit === undefined || sceneText(generated, edit).conflicts.length === 0) return plainBlocks(generated);
  const kept = sceneText(generated, { ...edit, text });
  return sayTheSame(kept.blocks, text) ? edit.base : plainBlocks(generated);
}
