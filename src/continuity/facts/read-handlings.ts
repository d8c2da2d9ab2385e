import type { People } from '../script/people.ts';
import { sentencesOf } from '../script/sentences.ts';
import type { Element, StagedScene } from '../script/staged.ts';
import { type Handling, handlingsIn } from './handlings.ts';
import { headOf } from './things.ts';

/** Something done to a thing, and where. */
export interface PlacedHandling extends Handling {
  readonly scene: StagedScene;
  readonly element: Element;
  /** The sentence, as it stands in the element. */
  readonly quote: string;
}

/**
 * What is done to things in a script, in story time. Dreams are left out: nothing is lost in them. A thing that is
 * called by its noun alone is the one that is called so with more words, where there is just one.
 */
export function readHandlings(scenes: readonly StagedScene[], people: People): readonly PlacedHandling[] {
  const found = scenes
    .filter(({ mode }) => mode !== 'dream')
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap((scene) => scene.elements.flatMap((element) => placed(scene, element, people)));
  const names = namesOf(found.map(({ thing }) => thing));
  return found.flatMap((one) => {
    const thing = names(one.thing);
    return thing === undefined ? [] : [{ ...one, thing }];
  });
}

function placed(scene: StagedScene, element: Element, people: People): readonly PlacedHandling[] {
  if (element.type !== 'action') return [];
  return sentencesOf(element.text, people.index).flatMap((sentence) =>
    handlingsIn(sentence).map((handling) => ({ ...handling, scene, element, quote: sentence.text })),
  );
}

function namesOf(things: readonly string[]): (name: string) => string | undefined {
  const byHead = new Map<string, Set<string>>();
  for (const name of things) byHead.set(headOf(name), (byHead.get(headOf(name)) ?? new Set()).add(name));
  return (name) => {
    const long = [...(byHead.get(headOf(name)) ?? [])].filter((one) => one !== headOf(one));
    if (name !== headOf(name)) return name;
    if (long.length === 0) return name;
    return long.length === 1 ? long[0] : undefined;
  };
}
