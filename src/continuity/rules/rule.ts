import type { Severity } from '../../core/index.ts';
import type { Evidence, Found } from '../finding.ts';
import type { Ledger } from '../ledger.ts';
import type { Element, StagedScene } from '../script/staged.ts';

/** One thing that cannot be, and that code can find. */
export interface ContinuityRule {
  /** As `continuity/name`. */
  readonly id: string;
  readonly severity: Severity;
  /** From 0 to 1: how often what it finds is a fault. */
  readonly confidence: number;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** What it goes by, and what is left alone. */
  readonly why: string;
  readonly find: (ledger: Ledger) => readonly Found[];
}

/** Words of an element as evidence. */
export function words({ id: scene }: StagedScene, { id: element }: Element, quote: string): Evidence {
  return { from: 'script', scene, element, quote };
}

/** The first sentence of a speech, as it stands there: enough to find it by. */
export function opening({ text, cue }: Element): string {
  const [first = ''] = /^[^\n]*?[.!?…]+["”’']?(?=\s|$)/u.exec(text) ?? text.split('\n');
  return first === '' ? cue : first;
}

/** Every speech of a script with its scene, in script order. */
export function speechesOf({ scenes }: Ledger): readonly { readonly scene: StagedScene; readonly speech: Element }[] {
  return scenes.flatMap((scene) =>
    scene.elements.flatMap((speech) => (speech.type === 'speech' ? [{ scene, speech }] : [])),
  );
}

/** How a scene is called in a message: `scene 4`. */
export function sceneName({ number }: StagedScene): string {
  return `scene ${number}`;
}
