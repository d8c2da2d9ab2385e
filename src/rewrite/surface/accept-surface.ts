import type { SceneElement } from '../../generators/index.ts';
import type { Decision } from '../accept.ts';
import type { Echo } from './echoes.ts';
import { tokensOf } from './tokens.ts';

/** What is held against the answer of a surface pass. */
export interface SurfaceGate {
  readonly echoes: readonly Echo[];
  readonly keep: readonly string[];
  /** In how many scenes the runs of a text stand already: see `usedRuns`. */
  readonly used: (text: string) => number;
}

/**
 * Put the replacements that pass every gate in the place of the elements they were asked for, and say of each what became
 * of it. One passes when it says something else without the words to avoid or others that two scenes have already, is
 * about as long, keeps what is to be kept, and stays a question or none. Who speaks, and how, stays as it is. Pure.
 */
export function acceptSurface(
  elements: readonly SceneElement[],
  answer: readonly { readonly element: number; readonly text: string }[],
  { echoes, keep, used }: SurfaceGate,
): { readonly elements: readonly SceneElement[]; readonly decisions: readonly Decision[] } {
  const taken = new Map<number, string>();
  const decisions = echoes.map((echo): Decision => {
    const [quote = ''] = echo.avoid;
    const about = { rule: 'surface/echo', quote };
    const before = elements[echo.element - 1];
    const text = answer.find(({ element }) => element === echo.element)?.text.trim();
    if (before === undefined || text === undefined)
      return { ...about, accepted: false, why: 'no other words were given' };
    const fault = faultOf({ before: before.text, text, avoid: echo.avoid, keep, used });
    if (fault !== undefined) return { ...about, accepted: false, why: fault };
    taken.set(echo.element, text);
    return { ...about, accepted: true, why: echo.why };
  });
  return {
    elements: elements.map((element, index) => {
      const text = taken.get(index + 1);
      return text === undefined ? element : { ...element, text };
    }),
    decisions,
  };
}

interface Replacement extends Pick<SurfaceGate, 'keep' | 'used'> {
  readonly before: string;
  readonly text: string;
  readonly avoid: readonly string[];
}

function faultOf({ before, text, avoid, keep, used }: Replacement): string | undefined {
  const plain = (words: string): string =>
    ` ${tokensOf(words)
      .map(({ word }) => word)
      .join(' ')} `;
  const [now, was] = [tokensOf(text).length, tokensOf(before).length];
  if (text.includes('\n')) return 'it is more than one line';
  if (plain(text) === plain(before)) return 'it changes nothing';
  if (avoid.some((words) => plain(text).includes(plain(words)))) return 'it still has the words to avoid';
  if (keep.some((words) => before.includes(words) && !text.includes(words))) return 'it would change words to be kept';
  if (now < was * 0.5 - 1 || now > was * 1.5 + 3) return 'it is not about as long';
  if (before.trim().endsWith('?') !== text.endsWith('?'))
    return 'a question is to stay one, and nothing else to become one';
  if (used(text) >= 2) return 'other scenes have its words too';
  return undefined;
}
