import { remember } from '../core/index.ts';
import type { LinesAnswer } from './lines.ts';
import { SCENE_WORDS, type SceneBrief, type SceneElement, voicesOf } from './scene.ts';

/** Something wrong with how a scene is staged that code can see. */
export interface StagingFault {
  /** `staging/strange-line`, `staging/no-line`, `staging/strange-speaker`, `staging/length` */
  readonly rule: string;
  /** What is wrong, for whoever staged it. */
  readonly message: string;
  readonly quote?: string;
}

/** What was staged, and what its director says was changed. */
export interface StagedScene {
  readonly elements: readonly SceneElement[];
  readonly changed: readonly { readonly from: string; readonly to: string }[];
}

/** What it was staged from. */
export interface StagedFrom {
  readonly scene: SceneBrief;
  readonly offers: readonly { readonly character: string; readonly offer: Pick<LinesAnswer, 'lines'> }[];
}

/** How far off its length a scene may be: less than this part of the least words, or more than so many times the most. */
const LENGTH = { least: 0.4, most: 2.5 } as const;
/** The most lines of an extra: with more it is somebody, and belongs into the bible. */
const EXTRA_LINES = 3;

/**
 * Hold a staged scene against its card and what was offered: every sentence of a character is one that it offered, whole
 * or shortened, or is told as changed from one; whoever offered a line keeps one, and every extra has one; nobody else
 * speaks; and the scene is about as long as its card asks.
 */
export function stagingFaults({ scene, offers }: StagedFrom, staged: StagedScene): readonly StagingFault[] {
  const { elements, changed } = staged;
  const text = JSON.stringify([voicesOf(scene), scene.extras, scene.length, offers, elements, changed]);
  return found(text, () => findFaults({ scene, offers }, staged));
}

/** What was found: each scene is looked at twice in every plan and build, and most are as they were. */
const found = remember<readonly StagingFault[]>(400);

function findFaults({ scene, offers }: StagedFrom, staged: StagedScene): readonly StagingFault[] {
  const lines = staged.elements.filter(({ type }) => type === 'line');
  const extras = (scene.extras ?? []).map(({ name }) => name);
  const strangers = [...new Set(lines.map(({ character }) => character))].filter(
    (name) => name !== '' && !voicesOf(scene).includes(name),
  );
  const owed = [...offers.flatMap(({ character, offer }) => (offer.lines.length > 0 ? [character] : [])), ...extras];
  const silent = owed.filter((name) => lines.every(({ character }) => character !== name));
  const chatty = extras.filter((name) => lines.filter(({ character }) => character === name).length > EXTRA_LINES);
  const strange = offers.flatMap(({ character, offer }) => {
    const known = offer.lines.map(({ text }) => wordsOf(text));
    return lines
      .filter((line) => line.character === character && !isTold(line.text, staged.changed, known))
      .flatMap(({ text }) => sentencesOf(text).filter((sentence) => !isOffered(wordsOf(sentence), known)))
      .map((quote) => ({ character, quote }));
  });
  return [
    ...strange.map(({ character, quote }) => ({
      rule: 'staging/strange-line',
      message: `${character} did not offer this: "${quote}". Take one of its own lines, shorten one, or tell it in "changed" with what it was.`,
      quote,
    })),
    ...silent.map((name) => ({ rule: 'staging/no-line', message: `${name} has no line left.` })),
    ...strangers.map((name) => ({ rule: 'staging/strange-speaker', message: `${name} does not speak in this scene.` })),
    ...chatty.map((name) => ({
      rule: 'staging/extra',
      message: `${name} is an extra and has more than ${EXTRA_LINES} lines.`,
    })),
    ...lengthFaults(scene, staged.elements),
  ];
}

function lengthFaults({ length }: SceneBrief, elements: readonly SceneElement[]): readonly StagingFault[] {
  const [least, most] = SCENE_WORDS[length];
  const words = elements.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
  if (words >= least * LENGTH.least && words <= most * LENGTH.most) return [];
  return [{ rule: 'staging/length', message: `The scene has ${words} words; its card asks for ${least} to ${most}.` }];
}

/** Whether a line is told as changed from one that was offered. */
function isTold(line: string, changed: StagedScene['changed'], known: readonly (readonly string[])[]): boolean {
  const said = wordsOf(line).join(' ');
  return changed.some(({ from, to }) => {
    const now = wordsOf(to).join(' ');
    return now !== '' && (said.includes(now) || now.includes(said)) && isOffered(wordsOf(from), known);
  });
}

/** Whether words stand in this order in one line that was offered, but for a word or two that join. */
function isOffered(words: readonly string[], known: readonly (readonly string[])[]): boolean {
  const said = ` ${words.join(' ')} `;
  if (known.some((offered) => ` ${offered.join(' ')} `.includes(said))) return true;
  return known.some((offered) => {
    const kept = commonLength(words, offered);
    return words.length - kept <= Math.max(2, words.length / 4) && kept * 2 >= words.length;
  });
}

/** The length of the longest common subsequence. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let row: readonly number[] = b.map(() => 0);
  for (const word of a) {
    const next: number[] = [];
    for (const [at, other] of b.entries()) {
      const [left, above, before] = [next[at - 1] ?? 0, row[at] ?? 0, row[at - 1] ?? 0];
      next.push(word === other ? before + 1 : Math.max(left, above));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?…]["”']?)\s+/).filter((sentence) => wordsOf(sentence).length > 0);
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []
  );
}
