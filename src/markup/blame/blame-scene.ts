import type { RecordVersion } from '../../bibles/index.ts';
import type { Block } from '../../screenplay/index.ts';
import { alignPassages, keptWords } from './align.ts';
import { givingSteps } from './giving-steps.ts';
import type { Decided, Origin, StepAnswer } from './origin.ts';
import { keyOf, type Passage, passagesOf, wordsIn } from './passage.ts';
import { type PlacedPassage, placePassages } from './place-passages.ts';
import { type EditOrigin, walkEdits } from './walk-edits.ts';

/** Everything that is known of how a scene came to read as it does. */
export interface SceneHistory {
  /** As it reads, without the heading. */
  readonly text: readonly Block[];
  /** As it was generated, or read from a file. */
  readonly generated: readonly Block[];
  /** Whether that was read from a screenplay that was written elsewhere. */
  readonly isImported: boolean;
  /** The model of the draft. */
  readonly model: string;
  /** The answers of its steps. */
  readonly answers: readonly StepAnswer[];
  /** Other answers that were given for it: to what was asked before. */
  readonly older?: readonly StepAnswer[];
  /** The versions of its edit, oldest first. */
  readonly versions: readonly RecordVersion[];
}

/** A passage of a scene as it reads, and where its words come from. */
export interface BlamedPassage extends PlacedPassage {
  readonly words: number;
  readonly origin: Origin;
}

/** Say of every passage of a scene where its words come from. Pure: asks nothing and reads nothing. */
export function blameScene(scene: SceneHistory): readonly BlamedPassage[] {
  const edits = walkEdits(scene.versions);
  const passages = placePassages(scene.text);
  const met = alignPassages(
    edits.map(({ passage }) => passage),
    passages,
  );
  const generated = new Set(passagesOf(scene.generated).map(keyOf));
  const last = scene.versions.at(-1);
  return passages.map((passage, at): BlamedPassage => {
    const place = met[at];
    const known = place?.isSame === true ? edits[place.at]?.origin : undefined;
    const isGenerated = last === undefined || last.document === null || generated.has(keyOf(passage));
    const origin: EditOrigin = known ?? (isGenerated ? GENERATED : { type: 'person', ...decidedIn(last) });
    return { ...passage, words: wordsIn(passage), origin: told(scene, passage, origin) };
  });
}

const GENERATED: EditOrigin = { type: 'generated' };

function decidedIn({ author: by, time, version }: RecordVersion): Decided {
  return { by, time, version };
}

function told(scene: SceneHistory, passage: Passage, origin: EditOrigin): Origin {
  switch (origin.type) {
    case 'person':
      return origin;
    case 'generated':
      return scene.isImported ? { type: 'imported' } : byModel(scene, passage);
    case 'taken': {
      const { taken, ...decided } = origin;
      const { model, keys, from, notes } = taken;
      return { ...decided, model, keys, from, notes };
    }
    case 'edited': {
      const { before, taken, type, ...decided } = origin;
      // A person's own words, changed by a person.
      if (taken === undefined && scene.isImported) return { type: 'person', ...decided };
      const kept = keptWords(before.text, passage.text);
      const { model, steps } = taken === undefined ? byModel(scene, before) : { model: taken.model, steps: [] };
      return { type, ...decided, before: before.text, model, steps, kept, own: wordsIn(passage) - kept };
    }
  }
}

function byModel(
  { model, answers, older = [] }: SceneHistory,
  passage: Passage,
): Extract<Origin, { readonly type: 'model' }> {
  const now = givingSteps(passage, answers);
  const steps = now.length > 0 ? now : givingSteps(passage, older);
  return { type: 'model', model: steps[0]?.model ?? model, steps };
}
