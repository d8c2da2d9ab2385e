import type { Screenplay } from '../tree.ts';
import type { Page } from './page.ts';
import { LINE, type Profile, type ProfileName } from './profile.ts';
import { profileOf } from './profiles.ts';

/** How long a scene is on the page. */
export interface SceneLength {
  /** The index of its heading in the script's `children`. */
  readonly block: number;
  /** The heading's id, absent when it has none. */
  readonly id?: string;
  /** The heading's number, absent when it has none. */
  readonly number?: string;
  readonly heading: string;
  /** The number of the page its heading stands on. */
  readonly page: number;
  /** What that page is called: `12A`. */
  readonly pageLabel: string;
  /** Its length in eighths of a page, at least 1. */
  readonly eighths: number;
}

/** The lengths of a script. */
export interface ScriptLength {
  /** Body pages; title pages do not count. */
  readonly pages: number;
  readonly scenes: readonly SceneLength[];
}

/** What the pages were made with. */
export interface MeasureOptions {
  /** The profile that was given to `layoutScreenplay`; `us` unless given. */
  readonly profile?: ProfileName | Profile;
}

/**
 * Measure every scene in eighths of a page, as schedules count them.
 *
 * A scene reaches from its heading to the next one; on a page where none follows, to the page's last line. Each is
 * rounded for itself, as a schedule shows it, so that their sum is not that of the pages; omitted scenes are left out.
 * `pages` are those that `layoutScreenplay` gave for `script`.
 */
export function measureScenes(script: Screenplay, pages: readonly Page[], options: MeasureOptions = {}): ScriptLength {
  const { bodyLines } = profileOf(options.profile);
  const body = pages.filter(({ number }) => number !== null);
  const lines = linesByScene(script, body);
  const scenes = script.children.flatMap((block, index): readonly SceneLength[] => {
    const scene = lines.get(index);
    if (block.type !== 'sceneHeading' || block.omitted === true || scene === undefined) return [];
    const { id, number, text } = block;
    const eighths = Math.max(1, Math.round((scene.lines * 8) / bodyLines));
    return [
      {
        block: index,
        ...(id === undefined ? {} : { id }),
        ...(number === undefined ? {} : { number }),
        heading: text,
        page: scene.page,
        pageLabel: scene.pageLabel,
        eighths,
      },
    ];
  });
  return { pages: body.length, scenes };
}

interface SceneLines {
  readonly page: number;
  readonly pageLabel: string;
  readonly lines: number;
}

/** By the heading's block: the page it stands on and how many lines its scene takes. */
function linesByScene({ children }: Screenplay, pages: readonly Page[]): ReadonlyMap<number, SceneLines> {
  const scenes = new Map<number, { page: number; pageLabel: string; lines: number }>();
  let current = -1;
  for (const { number, label, lines } of pages) {
    const printed = lines.filter(({ block }) => block >= 0);
    let from = printed[0]?.y ?? 0;
    const count = (to: number): void => {
      const scene = scenes.get(current);
      if (scene !== undefined) scene.lines += Math.round((to - from) / LINE);
      from = to;
    };
    for (const { block, y } of printed) {
      if (block === current || children[block]?.type !== 'sceneHeading') continue;
      count(y);
      current = block;
      scenes.set(block, { page: number ?? 0, pageLabel: label ?? '', lines: 0 });
    }
    count((printed.at(-1)?.y ?? from - LINE) + LINE);
  }
  return scenes;
}
