import { plainText } from '../inline/inline.ts';
import type { Block, Dialogue, SceneHeading, Screenplay } from '../tree.ts';
import { characterName } from '../visit/character-name.ts';
import { type Scene, scenesOf } from '../visit/scenes.ts';
import { wordsOf } from './words.ts';

/** What one person says under one cue. */
export interface Speech {
  /** The name without extensions, in capitals, with single spaces: the same for `Mara (V.O.)` and `MARA`. */
  readonly speaker: string;
  readonly extensions: readonly string[];
  /** What is spoken or sung, without parentheticals and marks. */
  readonly text: string;
  readonly words: readonly string[];
  readonly parentheticals: number;
  /** The index of its block in the script's `children`. */
  readonly block: number;
}

/** A block that tells what is seen and heard: action, a shot, a general paragraph, or lyrics that nobody sings. */
export interface Told {
  /** Without marks. */
  readonly text: string;
  readonly words: readonly string[];
  /** The index of its block in the script's `children`. */
  readonly block: number;
}

/** A heading and what stands under it. */
export interface SceneMaterial {
  /** `null` for what stands before the first heading. */
  readonly heading: SceneHeading | null;
  /** The index of the heading in the script's `children`; -1 without one. */
  readonly block: number;
  readonly speeches: readonly Speech[];
  readonly told: readonly Told[];
  /** Words of its speeches and of what is told. */
  readonly words: number;
}

/** The speeches and the telling of a script, by scene. Their words make up all that is counted. */
export interface Material {
  /** In order; the first has no heading when something stands before the first one. */
  readonly scenes: readonly SceneMaterial[];
  readonly speeches: readonly Speech[];
  readonly told: readonly Told[];
  readonly words: number;
}

/** Take a script apart into speeches and telling. Headings, cues, parentheticals, transitions and centred text have no part in it. */
export function readMaterial(script: Screenplay): Material {
  const scenes = scenesOf(script)
    .map(readScene)
    .filter(({ heading, speeches, told }) => heading !== null || speeches.length > 0 || told.length > 0);
  return {
    scenes,
    speeches: scenes.flatMap(({ speeches }) => speeches),
    told: scenes.flatMap(({ told }) => told),
    words: scenes.reduce((sum, { words }) => sum + words, 0),
  };
}

function readScene({ heading, blocks, from }: Scene): SceneMaterial {
  const speeches = blocks.flatMap((block, at) => dialoguesOf(block).map((dialogue) => readSpeech(dialogue, from + at)));
  const told = blocks.flatMap((block, at): readonly Told[] => {
    const text = toldText(block);
    return text === undefined ? [] : [{ text, words: wordsOf(text), block: from + at }];
  });
  const words = sumWords(speeches) + sumWords(told);
  return { heading: heading ?? null, block: heading === undefined ? -1 : from, speeches, told, words };
}

/** The dialogues a block holds: two for dual dialogue, left first; none for most. */
export function dialoguesOf(block: Block): readonly Dialogue[] {
  if (block.type === 'dialogue') return [block];
  return block.type === 'dualDialogue' ? [block.left, block.right] : [];
}

/** The name that a person is counted under: without marks and extensions, in capitals, with single spaces. */
export function speakerName(cue: string): string {
  return characterName(cue).toUpperCase();
}

/** How many words some speeches or told blocks have together. */
export function sumWords(items: readonly { readonly words: readonly string[] }[]): number {
  return items.reduce((sum, { words }) => sum + words.length, 0);
}

function readSpeech({ name, extensions, parts }: Dialogue, block: number): Speech {
  const text = parts
    .filter(({ type }) => type !== 'parenthetical')
    .map((part) => plainText(part.text))
    .join('\n');
  const parentheticals = parts.filter(({ type }) => type === 'parenthetical').length;
  return { speaker: speakerName(name), extensions, text, words: wordsOf(text), parentheticals, block };
}

function toldText(block: Block): string | undefined {
  switch (block.type) {
    case 'action':
    case 'shot':
    case 'general':
    case 'lyrics':
      return plainText(block.text);
    case 'sceneHeading':
    case 'dialogue':
    case 'dualDialogue':
    case 'transition':
    case 'centered':
    case 'actBreak':
    case 'section':
    case 'synopsis':
    case 'note':
    case 'boneyard':
    case 'pageBreak':
      return undefined;
  }
}
