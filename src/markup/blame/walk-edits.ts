import type { RecordVersion } from '../../bibles/index.ts';
import { sameBlock } from '../../screenplay/index.ts';
import type { EditDocument, Taken } from '../edit.ts';
import { alignPassages } from './align.ts';
import type { Decided } from './origin.ts';
import { keyOf, type Passage, passagesOf } from './passage.ts';

/** Where a passage of an edit comes from, before it is known what generated what. */
export type EditOrigin =
  | { readonly type: 'generated' }
  | ({ readonly type: 'person' } & Decided)
  | ({ readonly type: 'taken'; readonly taken: Taken } & Decided)
  | ({ readonly type: 'edited'; readonly before: Passage; readonly taken?: Taken } & Decided);

/** A passage of an edit, and where it comes from. */
export interface EditPassage {
  readonly passage: Passage;
  readonly origin: EditOrigin;
}

/**
 * Go through the versions of a scene's edit, oldest first, and say of each passage of the last which version brought it:
 * what a version has that the one before had not was typed by its author, unless it was generated or taken.
 */
export function walkEdits(versions: readonly RecordVersion[]): readonly EditPassage[] {
  let state: readonly EditPassage[] | undefined;
  for (const version of versions) {
    // Written by this package, in this shape, and only read back.
    const edit = version.document as unknown as EditDocument | null;
    state = edit === null ? undefined : afterVersion(state ?? generated(edit), edit, version);
  }
  return state ?? [];
}

function generated({ base }: EditDocument): readonly EditPassage[] {
  return passagesOf(base).map((passage) => ({ passage, origin: { type: 'generated' } }));
}

function afterVersion(
  before: readonly EditPassage[],
  edit: EditDocument,
  { author: by, time, version }: RecordVersion,
): readonly EditPassage[] {
  const text = passagesOf(edit.text);
  const met = alignPassages(
    before.map(({ passage }) => passage),
    text,
  );
  const bases = new Set(passagesOf(edit.base).map(keyOf));
  const decided: Decided = { by, time, version };
  return text.map((passage, at): EditPassage => {
    const old = before[met[at]?.at ?? -1];
    if (old !== undefined && met[at]?.isSame === true) return { passage, origin: old.origin };
    if (bases.has(keyOf(passage))) return { passage, origin: { type: 'generated' } };
    const taken = takenIn(edit, passage);
    if (taken !== undefined) return { passage, origin: { type: 'taken', taken, ...decided } };
    return { passage, origin: changed(old, decided) };
  });
}

/** What a person's change makes of a passage: the person's, unless a model wrote it first. */
function changed(old: EditPassage | undefined, decided: Decided): EditOrigin {
  switch (old?.origin.type) {
    case undefined:
    case 'person':
      return { type: 'person', ...decided };
    case 'generated':
      return { type: 'edited', before: old.passage, ...decided };
    case 'taken':
      return { type: 'edited', before: old.passage, taken: old.origin.taken, ...decided };
    case 'edited':
      return { ...old.origin, ...decided };
  }
}

function takenIn({ taken = [], text }: EditDocument, passage: Passage): Taken | undefined {
  const key = keyOf(passage);
  return taken.find(
    ({ block }) => passagesOf([block]).some((one) => keyOf(one) === key) && text.some((one) => sameBlock(one, block)),
  );
}
