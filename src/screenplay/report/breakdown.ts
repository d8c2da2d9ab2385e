import { plainText } from '../inline/inline.ts';
import { layoutScreenplay } from '../layout/layout.ts';
import { measureScenes } from '../layout/measure.ts';
import type { Page } from '../layout/page.ts';
import type { Profile, ProfileName } from '../layout/profile.ts';
import { type Material, readMaterial, type SceneMaterial, speakerName } from '../measure/material.ts';
import { mentionFinder } from '../measure/mentions.ts';
import { type CharacterMeasure, measureCharacters } from '../measure/speakers.ts';
import { oneLine } from '../text.ts';
import type { SceneHeading, Screenplay } from '../tree.ts';
import { type HeadingParts, readHeading } from '../visit/heading.ts';
import { type Scene, scenesOf } from '../visit/scenes.ts';

/** What every report can be given. */
export interface ReportOptions {
  /** The page that lengths are counted on; `us` unless given. */
  readonly profile?: ProfileName | Profile;
  /** The script's pages from `layoutScreenplay` with that profile, when they are at hand. */
  readonly pages?: readonly Page[];
}

/** A scene with all that reports say of it. */
export interface SceneBreakdown {
  /** As written, or its place in the story, counted from 1. */
  readonly number: string;
  readonly heading: string;
  readonly parts: HeadingParts;
  /** The page it begins on; `null` when nothing of it is printed. */
  readonly page: number | null;
  readonly eighths: number;
  /** Who speaks, in order of their first speech. */
  readonly cast: readonly string[];
  /** Who is named in the action and does not speak. */
  readonly mentioned: readonly string[];
  readonly words: number;
  readonly synopsis: string;
  readonly material: SceneMaterial;
}

/** A script taken apart for production. */
export interface Breakdown {
  readonly scenes: readonly SceneBreakdown[];
  /** Every speaker, those with the most words first. */
  readonly characters: readonly CharacterMeasure[];
  /** By block index, the numbers of the pages that its lines stand on. */
  readonly pagesOf: ReadonlyMap<number, readonly number[]>;
  readonly material: Material;
}

/** Take a script apart for production, once for any number of reports. What stands before the first heading is in no scene. */
export function breakDown(script: Screenplay, options: ReportOptions = {}): Breakdown {
  const { profile = 'us', pages = layoutScreenplay(script, { profile }) } = options;
  const material = readMaterial(script);
  const lengths = new Map(measureScenes(script, pages, { profile }).scenes.map((scene) => [scene.block, scene]));
  const characters = measureCharacters(material);
  const cast = (script.production?.cast ?? []).map(({ name }) => speakerName(name));
  const mentions = mentionFinder(new Set([...characters.map(({ name }) => name), ...cast]));
  const materials = new Map(material.scenes.map((scene) => [scene.block, scene]));
  const scenes = scenesOf(script).flatMap((scene): readonly Omit<SceneBreakdown, 'number'>[] => {
    const own = materials.get(scene.from);
    if (scene.heading === undefined || own === undefined) return [];
    const speaking = [...new Set(own.speeches.map(({ speaker }) => speaker))];
    const length = lengths.get(scene.from);
    return [
      {
        heading: shownText(scene.heading.text).toUpperCase(),
        parts: readHeading(scene.heading.text),
        page: length?.page ?? null,
        eighths: length?.eighths ?? 0,
        cast: speaking,
        mentioned: [...mentions(own.told)].filter((name) => !speaking.includes(name)),
        words: own.words,
        synopsis: synopsisOf(scene, scene.heading),
        material: own,
      },
    ];
  });
  const numbered = scenes.map((scene, at) => ({ number: scene.material.heading?.number ?? String(at + 1), ...scene }));
  return { scenes: numbered, characters, pagesOf: pagesByBlock(pages), material };
}

/** The synopses of a scene in one line, or its title in lists. */
function synopsisOf({ blocks }: Scene, { title }: SceneHeading): string {
  const lines = blocks.flatMap((block) => (block.type === 'synopsis' ? [shownText(block.text)] : []));
  return lines.length > 0 ? lines.join(' ') : (title ?? '');
}

function pagesByBlock(pages: readonly Page[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const { number, lines } of pages) {
    for (const { block } of lines) {
      if (number === null || block < 0) continue;
      const own = found.get(block);
      if (own === undefined) found.set(block, [number]);
      else if (own.at(-1) !== number) own.push(number);
    }
  }
  return found;
}

function shownText(text: string): string {
  return oneLine(plainText(text));
}
