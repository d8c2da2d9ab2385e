import type { ScriptDiff } from '../../screenplay/index.ts';
import type { ScenePlace } from '../../steps/index.ts';
import type { ChangeOptions } from '../bible/script-bible.ts';
import type { TakeLines } from './mix.ts';
import type { NumberedLine } from './numbered-lines.ts';
import type { Take } from './take.ts';
import type { TakeOptions, TakesReport } from './write.ts';

export type { NumberedLine, Take, TakeLines, TakeOptions, TakesReport };

/** The takes of a scene, and which of them it is generated from. */
export interface SceneTakes {
  readonly scene: ScenePlace;
  /** 0 is the first draft. */
  readonly chosen: number;
  /** In the order of their numbers, those that failed among them. */
  readonly takes: readonly Take[];
}

/** A scene, or a take of it, line by line. */
export interface ShownTake {
  readonly scene: ScenePlace;
  /** Absent for the scene as it reads. */
  readonly take?: Take;
  readonly lines: readonly NumberedLine[];
}

/** What putting lines of takes into a scene came to. */
export interface MixedScene {
  readonly scene: ScenePlace;
  /** From the scene as it read to the scene as it reads. */
  readonly diff: ScriptDiff;
  /** Absent where all of that stood there already. */
  readonly changeSet?: string;
}

/**
 * Alternatives of one scene, written beside each other and kept for good. Scenes are named by number or id, takes by
 * number. A take that is not there, or failed, is `markup/not-found`.
 */
export interface ScriptTakes {
  /**
   * Write takes of a scene, also of one that is locked: nothing of the scene changes. One that fails leaves the others
   * alone; what had come when it was stopped is kept. @throws ScriptGenError `run/busy`
   */
  write(scene: string, options?: TakeOptions): Promise<TakesReport & { readonly scene: ScenePlace }>;
  list(scene: string): Promise<SceneTakes>;
  /** A take, or the scene as it reads, with the numbers of its lines. */
  show(scene: string, take?: number): Promise<ShownTake>;
  /** What differs from the scene as it reads to a take, or from that take to another. */
  diff(scene: string, take: number, other?: number): Promise<ScriptDiff>;
  /**
   * Have the scene generated from this take from now on; 0 for the first draft. What a person wrote stays over it. `inPlace`:
   * the scene reads so now; else something it reads has changed since, and the next build writes it.
   * @throws ScriptGenError `markup/locked`, `markup/conflict` for a scene that is a person's text as a whole.
   */
  use(
    scene: string,
    take: number,
    how?: ChangeOptions,
  ): Promise<{ readonly scene: ScenePlace; readonly inPlace: boolean }>;
  /**
   * Put lines of takes into the scene: each in the place of that which it is a version of, or behind what it stands behind
   * in its take; with `after` behind that line of the scene as it reads (0: at the start).
   * @throws ScriptGenError `markup/locked`
   */
  mix(
    scene: string,
    picks: readonly TakeLines[],
    how?: ChangeOptions & { readonly after?: number },
  ): Promise<MixedScene>;
  /** Propose a take for the scene, to be reviewed change by change; gives the proposal's id. */
  propose(scene: string, take: number, how?: ChangeOptions): Promise<string>;
}

/** The part of a project that has takes of scenes. */
export interface ProjectTakes {
  takes(script?: string): Promise<ScriptTakes>;
}
