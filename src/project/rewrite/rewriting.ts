import type { Note } from '../../core/index.ts';
import type { SceneCost, SceneFailure, Tally } from '../../orchestrator/index.ts';
import type { PatchDecision, Stopped } from '../../rewrite/index.ts';
import type { ScenePlace } from '../../steps/index.ts';
import type { NoteView } from '../notes/script-notes.ts';
import type { RunOptions } from '../run-options.ts';

/** What is read, and by whom. */
export interface CritiqueOptions extends Pick<RunOptions, 'onEvent' | 'stop' | 'kill' | 'maxCost' | 'batch'> {
  /** Slug or id; the newest script when absent. */
  readonly script?: string;
  /** Numbers, ranges and ids; all scenes when absent. */
  readonly scenes?: readonly string[];
  /** One question a scene for each of these, by name: `pacing`; the dramaturge and the project's own critics when absent. */
  readonly lenses?: readonly string[];
}

/** What is rewritten, for what, and how far. */
export interface RewriteOptions extends CritiqueOptions {
  /** Only these notes, by id, whoever they are from; every open one when neither these nor an instruction is given. */
  readonly notes?: readonly string[];
  /** What a person asks for of each scene, in their words. It is kept as a note. */
  readonly instruction?: string;
  /** 1 to 3; 3 when absent. */
  readonly iterations?: number;
  /** Apply what is proposed at once, as one change set. */
  readonly apply?: boolean;
  /** Who asks; `writer` when absent. */
  readonly author?: string;
}

/** What readers and rules found in one scene. */
export interface CritiqueScene extends ScenePlace {
  /** Those that are new. */
  readonly notes: readonly NoteView[];
  /** How many say what an open or a dismissed note says. */
  readonly known: number;
  readonly spent: SceneCost;
  readonly error?: SceneFailure;
}

/** What `critique` came to. */
export interface CritiqueReport {
  readonly scenes: readonly CritiqueScene[];
  readonly tally: Tally;
}

/** What became of one scene. */
export interface RewriteScene extends ScenePlace {
  /** `left`: it is locked, pinned or not written, and was not named. */
  readonly state: 'proposed' | 'applied' | 'unchanged' | 'left' | 'failed';
  /** Why it was left. */
  readonly why?: string;
  readonly rounds: number;
  readonly stopped?: Stopped;
  /** How many notes were worked on. */
  readonly found: number;
  /** The ids of notes that the new text answers. */
  readonly settled: readonly string[];
  /** How many notes still stand. */
  readonly left: number;
  /** Every patch, taken or not, and every note that got none, each with the reason. */
  readonly decisions: readonly PatchDecision[];
  /** What waits to be reviewed: `pr_…`. */
  readonly proposal?: string;
  readonly spent: SceneCost;
  readonly error?: SceneFailure;
}

/** What `rewrite` came to. */
export interface RewriteReport {
  readonly status: 'done' | 'incomplete';
  readonly scenes: readonly RewriteScene[];
  /** What was applied, as one change set; absent where nothing was. */
  readonly changeSet?: string;
  /** What is to be known: a model that does not rewrite on its own any more. */
  readonly notes: readonly Note[];
  readonly tally: Tally;
}

/** The part of a project that has scenes read and rewritten. */
export interface ProjectRewriting {
  /**
   * Have scenes read: by rules, and by the dramaturge or through lenses. Notes that quote words of the scene and say
   * what no open note says are kept. What was asked of the same words is not asked again.
   */
  critique(options?: CritiqueOptions): Promise<CritiqueReport>;
  /**
   * Rewrite scenes until nothing grave is left, at most three rounds. A change is proposed only where no rule finds more than
   * before, what is locked and what people wrote stands, and a judge prefers the scene with it in both orders.
   *
   * @throws ScriptGenError `markup/locked` for a named scene that is locked, `markup/conflict` for a named note whose words
   * are gone or that is decided, `run/aborted` after the scenes that are done have been kept.
   */
  rewrite(options?: RewriteOptions): Promise<RewriteReport>;
}
