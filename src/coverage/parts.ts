import { sha256 } from '../core/index.ts';
import type { CoveredScene } from './scenes.ts';

/** A scene, or as much of it as fits into one question, with its place in the script. */
export interface PartScene extends CoveredScene {
  /** Its place among the script's scenes, from 0. */
  readonly index: number;
  /** Which piece of the scene it is, from 1; absent when it is whole. */
  readonly piece?: number;
}

/** Scenes in a row that are read in one question: about a sequence. */
export type Part = readonly PartScene[];

/** A part ends where the next heading's hash is the least among so many to each side: nine scenes or so apart. */
const REACH = 4;
/** About how many tokens of script a part may have. With prompt and answer it fits into a context of 8,192. */
export const PART_TOKENS = 5000;

/** How a script is cut. */
export interface PartOptions {
  /** How many scenes each sequence has, where the script was planned so. Left aside unless they are all scenes. */
  readonly sequences?: readonly number[] | undefined;
  /** How long a text is, in tokens. */
  readonly tokensOf: (text: string) => number;
}

/**
 * Cut a script into parts, every scene in one of them and in order.
 *
 * Where a part ends is told by the planned sequences, or by headings alone: so a change in one scene's text reaches no
 * other part, and a scene that is put in moves only the ends near it. What is too long for one question is cut further,
 * between scenes, and a scene that is too long for itself between paragraphs.
 */
export function partsFor(scenes: readonly CoveredScene[], { sequences, tokensOf }: PartOptions): readonly Part[] {
  const isPlanned = sequences !== undefined && sequences.reduce((sum, count) => sum + count, 0) === scenes.length;
  const starts = isPlanned ? startsOf(sequences) : startsByHeading(scenes);
  const placed = scenes.map((scene, index): PartScene => ({ ...scene, index }));
  return starts.flatMap((from, at) => packed(placed.slice(from, starts[at + 1]), tokensOf));
}

function startsOf(sequences: readonly number[]): readonly number[] {
  let next = 0;
  return sequences.flatMap((count) => {
    const from = next;
    next += count;
    return count > 0 ? [from] : [];
  });
}

function startsByHeading(scenes: readonly CoveredScene[]): readonly number[] {
  const hashes = scenes.map(({ heading }, at) => sha256(`${scenes[at - 1]?.heading ?? ''}\n${heading}`));
  return hashes.flatMap((hash, at) => {
    const before = hashes.slice(Math.max(0, at - REACH), at);
    const after = hashes.slice(at + 1, at + 1 + REACH);
    const isLeast = before.length === REACH && before.every((one) => hash < one) && after.every((one) => hash <= one);
    return at === 0 || isLeast ? [at] : [];
  });
}

function packed(scenes: Part, tokensOf: PartOptions['tokensOf']): readonly Part[] {
  const parts: PartScene[][] = [];
  let room = 0;
  for (const piece of scenes.flatMap((scene) => piecesOf(scene, tokensOf))) {
    const size = tokensOf(piece.text);
    if (parts.length === 0 || size > room) {
      parts.push([]);
      room = PART_TOKENS;
    }
    parts.at(-1)?.push(piece);
    room -= size;
  }
  return parts;
}

/** A scene whole, or in pieces that end between paragraphs. */
function piecesOf(scene: PartScene, tokensOf: PartOptions['tokensOf']): readonly PartScene[] {
  if (tokensOf(scene.text) <= PART_TOKENS) return [scene];
  const pieces: string[][] = [];
  let room = 0;
  for (const paragraph of scene.text.split('\n\n')) {
    const size = tokensOf(paragraph);
    if (pieces.length === 0 || size > room) {
      pieces.push([]);
      room = PART_TOKENS;
    }
    pieces.at(-1)?.push(paragraph);
    room -= size;
  }
  return pieces.map((paragraphs, at) => ({ ...scene, text: paragraphs.join('\n\n'), piece: at + 1 }));
}
