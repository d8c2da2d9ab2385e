import { type Decide, isSame, type MergeConflict, mergeValue, type Sides } from '../../bibles/index.ts';
import { type Json, toJson } from '../../core/index.ts';
import { type Block, mergeScreenplays, type Screenplay } from '../../screenplay/index.ts';
import type { EditDocument } from '../edit.ts';
import { editDocument } from '../markup.ts';

/** An edit that was merged; ours, where it is a conflict. */
export interface MergedEdit {
  readonly edit: EditDocument;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Put together what people made of one scene on two sides, block by block. What it was generated as is merged like what
 * they made of it, so that what only a generation changed stays the generation's. Without an edit before, the text from
 * which ours was made is the base.
 */
export function mergeEdits(
  scene: string,
  {
    base,
    ours,
    theirs,
  }: Sides<EditDocument | undefined> & { readonly ours: EditDocument; readonly theirs: EditDocument },
  decide: Decide,
): MergedEdit {
  const from = base ?? { base: ours.base, text: ours.base };
  const generated = mergeBlocks({ base: from.base, ours: ours.base, theirs: theirs.base });
  const text = mergeBlocks({ base: from.text, ours: ours.text, theirs: theirs.text });
  const heading = mergeValue(
    `${scene}.heading`,
    { base: optional(from.heading), ours: optional(ours.heading), theirs: optional(theirs.heading) },
    decide,
  );
  const headed =
    heading.value === undefined ? {} : { heading: heading.value as unknown as EditDocument['heading'] & {} };
  const taken = [...(ours.taken ?? []), ...(theirs.taken ?? [])];
  const once = taken.filter((one, at) => taken.findIndex((other) => isSame(toJson(one), toJson(other))) === at);
  const side = text.conflicts.length > 0 ? decide(`${scene}.text`) : undefined;
  const whole = side === 'theirs' ? theirs : { base: generated.blocks, text: text.blocks };
  const open = side === undefined ? text.conflicts : [];
  return {
    edit: editDocument({ ...whole, ...headed, taken: once }),
    conflicts: [
      ...open.map((conflict) => ({ at: `${scene}.text`, ...conflict })),
      ...(heading.conflict === undefined ? [] : [heading.conflict]),
    ],
  };
}

/** Merge blocks; where they contradict each other ours stand. */
function mergeBlocks({ base, ours, theirs }: Sides<readonly Block[]>): {
  readonly blocks: readonly Block[];
  readonly conflicts: readonly Sides<Json>[];
} {
  const { screenplay, conflicts } = mergeScreenplays({
    base: asScript(base),
    ours: asScript(ours),
    theirs: asScript(theirs),
  });
  return {
    blocks: screenplay.children,
    conflicts: conflicts.flatMap((one) =>
      'at' in one ? [{ base: toJson(one.base), ours: toJson(one.ours), theirs: toJson(one.theirs) }] : [],
    ),
  };
}

/** Ids of generated blocks count them, and say nothing of which block is which. */
function asScript(blocks: readonly Block[]): Screenplay {
  return { type: 'screenplay', titlePage: null, children: blocks.map(({ id: _, ...block }) => block as Block) };
}

function optional(value: object | undefined): Json | undefined {
  return value === undefined ? undefined : toJson(value);
}
