import type { Script } from '../../bibles/index.ts';
import { LEAST_KEPT, modelsIn, peopleIn, type Shares, sharesOf } from '../../markup/index.ts';
import type { ScenePlace } from '../../steps/index.ts';
import type { Traced } from './traced.ts';

/** A model that gave a script words. */
export interface DisclosedModel {
  /** `provider/model` */
  readonly model: string;
  /** False for the offline writer, which puts together tables. */
  readonly isLanguageModel: boolean;
  /** How many passages have words that it wrote first. */
  readonly elements: number;
}

/** A person who gave a script words, or took a machine's. */
export interface DisclosedPerson {
  readonly name: string;
  readonly elements: number;
}

/** Whose words a script is, as counts. It states facts of the record, and makes no claim about rights or credits. */
export interface Disclosure {
  readonly script: Pick<Script, 'id' | 'slug' | 'title'>;
  readonly total: Shares;
  readonly scenes: readonly (ScenePlace & { readonly shares: Shares })[];
  readonly models: readonly DisclosedModel[];
  readonly people: readonly DisclosedPerson[];
  /** How it was counted, a sentence each. */
  readonly method: readonly string[];
}

/** Count whose words a script is. */
export function disclosureOf({ script: { id, slug, title }, scenes, isLanguageModel }: Traced): Disclosure {
  const all = scenes.flatMap(({ passages }) => passages);
  const counted = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
    [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return {
    script: { id, slug, title },
    total: sharesOf(all),
    scenes: scenes.map(({ place, passages }) => ({ ...place, shares: sharesOf(passages) })),
    models: counted(modelsIn(all)).map(([model, elements]) => ({
      model,
      isLanguageModel: isLanguageModel(model),
      elements,
    })),
    people: counted(peopleIn(all)).map(([name, elements]) => ({ name, elements })),
    method: METHOD,
  };
}

const METHOD: readonly string[] = [
  'Counted are passages of scenes as they read now: paragraphs of action, speeches, parentheticals, transitions, and their words. Scene headings, cues and the title page are not counted.',
  'Machine: a passage that a model wrote and nobody changed, also where a person chose or accepted it.',
  'Human: a passage that a person typed here, or that was read from a screenplay written elsewhere; how that one was written is not known here.',
  `Machine, edited by a human: a passage that a model wrote first and a person changed, of whose words at least ${Math.round(LEAST_KEPT * 100)} % of the longer version stand in both, in order. With fewer it is counted as human.`,
  'A passage that a person typed and that says word for word what the machine had written there is counted as machine.',
  'The record is what this project wrote down while it was worked on. What happened outside of it is not in it.',
];
