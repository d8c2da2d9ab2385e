import { dialoguesOf, type Material, readMaterial, speakerName } from '../measure/material.ts';
import type { Block, Dialogue, SceneHeading, Screenplay } from '../tree.ts';
import { type HeadingParts, readHeading } from '../visit/heading.ts';
import { type Scene, scenesOf } from '../visit/scenes.ts';

/** A dialogue and where it stands. */
export interface PlacedDialogue {
  readonly dialogue: Dialogue;
  /** Counted as: without extensions, in capitals. */
  readonly speaker: string;
  /** The index of its block in the script's `children`. */
  readonly block: number;
  /** The place of its scene among {@link Facts.scenes}. */
  readonly scene: number;
}

/** A heading and where it stands. */
export interface PlacedHeading {
  readonly heading: SceneHeading;
  readonly parts: HeadingParts;
  readonly block: number;
}

/** What the rules look at, read once. */
export interface Facts {
  readonly script: Screenplay;
  readonly scenes: readonly Scene[];
  readonly headings: readonly PlacedHeading[];
  readonly dialogues: readonly PlacedDialogue[];
  /** How many speeches each speaker has. */
  readonly speakers: ReadonlyMap<string, number>;
  readonly material: Material;
}

/** Read what the rules look at. */
export function readFacts(script: Screenplay): Facts {
  const scenes = scenesOf(script);
  const dialogues = scenes.flatMap(({ blocks, from }, scene) =>
    blocks.flatMap((block, at) =>
      dialoguesOf(block).map((dialogue) => ({
        dialogue,
        speaker: speakerName(dialogue.name),
        block: from + at,
        scene,
      })),
    ),
  );
  const speakers = new Map<string, number>();
  for (const { speaker } of dialogues) speakers.set(speaker, (speakers.get(speaker) ?? 0) + 1);
  const headings = scenes.flatMap(({ heading, from }) =>
    heading === undefined ? [] : [{ heading, parts: readHeading(heading.text), block: from }],
  );
  return { script, scenes, headings, dialogues, speakers, material: readMaterial(script) };
}

/** Whether a block is printed on pages. */
export function isPrinted(block: Block): boolean {
  switch (block.type) {
    case 'section':
    case 'synopsis':
    case 'note':
    case 'boneyard':
    case 'pageBreak':
      return false;
    case 'sceneHeading':
    case 'action':
    case 'dialogue':
    case 'dualDialogue':
    case 'transition':
    case 'centered':
    case 'lyrics':
    case 'shot':
    case 'actBreak':
    case 'general':
      return true;
  }
}
