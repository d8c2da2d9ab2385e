import type { RecordWrite } from '../../bibles/index.ts';
import {
  applyConflict,
  applyMarks,
  type EditDocument,
  sameBlocks,
  type TextProposal,
  textOfScene,
} from '../../markup/index.ts';
import type { Block } from '../../screenplay/index.ts';
import { recordWrite } from '../record-write.ts';
import type { Decided } from './decided.ts';
import type { Standing } from './standing.ts';

/** Decisions about scenes' texts, one proposal after the other: each meets what those before it have made of a scene. */
export interface TextDecisions {
  readonly decide: (proposal: Decided['proposal'] & TextProposal) => Decided;
  readonly writes: () => Promise<readonly RecordWrite[]>;
  /** The scenes whose text changes. */
  readonly changed: () => readonly string[];
}

/** Begin with the edits as they stand. */
export function createTextDecisions(now: Standing): TextDecisions {
  const { marks, locks, notes, edits } = now.markup;
  const changed = new Map<string, EditDocument | null>();
  const reads = new Map<string, readonly Block[]>();
  return {
    decide: (proposal) => {
      const { scene } = proposal;
      const edit = changed.has(scene) ? (changed.get(scene) ?? undefined) : edits.get(scene);
      const generated = now.generated(scene);
      const result =
        'conflict' in proposal
          ? applyConflict({ generated, edit, proposal, marks, locks })
          : applyMarks({ generated, edit, proposal, marks, locks, notes });
      if (result.edit !== undefined) changed.set(scene, result.edit);
      reads.set(scene, result.blocks);
      const { settled, refused, left } = result;
      return { proposal, settled, refused, left };
    },
    writes: async () =>
      (
        await Promise.all([...changed].map(([id, document]) => recordWrite(now.desk, { kind: 'edit', id, document })))
      ).flat(),
    changed: () =>
      [...reads].flatMap(([scene, blocks]) => {
        const before = textOfScene(now.markup, { scene, blocks: now.generated(scene) }).blocks;
        return sameBlocks(before, blocks) ? [] : [scene];
      }),
  };
}
