import type { Block, SceneHeading, Screenplay } from '../tree.ts';
import { freeLabel, type LabelScheme, labelNumber, US_LABELS } from './label.ts';

/** How scenes are numbered. */
export interface NumberOptions {
  /** Keep every number that is there, and letter the scenes between them. No unless given: all are numbered anew. */
  readonly locked?: boolean;
  /** How scenes between two that keep their numbers are named: {@link US_LABELS} unless given. */
  readonly scheme?: LabelScheme;
}

/**
 * Number the scenes of a script: 1, 2, 3 … from the top. When numbers are locked, no number changes or is given
 * twice: a new scene after 10 is 10A, and one after the last scene has the next whole number.
 */
export function numberScenes(
  script: Screenplay,
  { locked = false, scheme = US_LABELS }: NumberOptions = {},
): Screenplay {
  const headings = script.children.filter((block) => block.type === 'sceneHeading');
  const numbers = locked ? lockedNumbers(headings, scheme) : headings.map((_, index) => String(index + 1));
  let scene = 0;
  const children = script.children.map((block): Block => {
    if (block.type !== 'sceneHeading') return block;
    const number = numbers[scene];
    scene += 1;
    return number === undefined || number === block.number ? block : { ...block, number };
  });
  return { ...script, children };
}

function lockedNumbers(headings: readonly SceneHeading[], scheme: LabelScheme): readonly string[] {
  const taken = new Set(headings.flatMap(({ number }) => (number === undefined ? [] : [number])));
  const after = numbersAfter(headings);
  let before: string | undefined;
  return headings.map(({ number }, index) => {
    const next = after[index];
    const given =
      number ?? (next === undefined ? nextWhole(before, taken) : freeLabel(scheme, { before, after: next }, taken));
    taken.add(given);
    before = given;
    return given;
  });
}

/** For each heading the first number below it. */
function numbersAfter(headings: readonly SceneHeading[]): readonly (string | undefined)[] {
  const after: (string | undefined)[] = [];
  let below: string | undefined;
  for (let index = headings.length - 1; index >= 0; index -= 1) {
    after[index] = below;
    below = headings[index]?.number ?? below;
  }
  return after;
}

function nextWhole(before: string | undefined, taken: ReadonlySet<string>): string {
  let number = (before === undefined ? 0 : (labelNumber(before) ?? 0)) + 1;
  while (taken.has(String(number))) number += 1;
  return String(number);
}
