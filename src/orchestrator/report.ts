import type { Script } from '../bibles/index.ts';
import type { ErrorCode, Note } from '../core/index.ts';
import type { Signed } from '../markup/index.ts';
import type { Change, ScenePlace } from '../steps/index.ts';
import type { LeftBecause } from './scope.ts';

/** What one scene came to in a run. */
export interface SceneReport extends ScenePlace {
  /** `left`: not asked for, or kept as it is by a person, and not touched. */
  readonly state: 'written' | 'fresh' | 'kept' | 'failed' | 'left';
  /** Of a scene that was left: why. */
  readonly because?: LeftBecause;
  /** Of a scene that was left: whether it would be asked for otherwise. */
  readonly stale?: boolean;
  readonly error?: { readonly code: ErrorCode; readonly message: string; readonly hint?: string | undefined };
  /** What code finds wrong with how it is staged; absent when there is nothing to say. */
  readonly notes?: readonly Note[];
}

/** What a run did, counted. */
export interface Tally {
  /** Answers a model was asked for now. */
  readonly asked: number;
  /** Answers that came from the journal. */
  readonly journal: number;
  /** Answers that joined an ask already under way. */
  readonly shared: number;
  /** Tokens of the answers asked for now. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars spent now; `null` when a price is not known. */
  readonly cost: number | null;
}

/** A file that a person had changed before a run. */
export interface TakenFile {
  /** Absolute path. */
  readonly file: string;
  /** In how many scenes something was taken from it. */
  readonly scenes: number;
  /** What was written together. */
  readonly changeSet?: string;
  /** Why nothing was taken: the file is left alone, and the new text goes beside it. */
  readonly refused?: string;
}

/** A file a run wrote, or found to be up to date. */
export interface ExportedFile {
  /** Absolute path. */
  readonly path: string;
  readonly state: 'written' | 'unchanged';
  /** Set when a person had changed the file at this path: theirs was left alone, and the new text is at `path` beside it. */
  readonly keptEdited?: string;
  /** What the file does not show as it is meant: characters that no font at hand has. Absent when there is nothing to say. */
  readonly notes?: readonly Note[];
}

/** The outcome of `write` and `build`. */
export interface RunReport {
  readonly run: string;
  readonly script: Script;
  readonly status: 'done' | 'incomplete';
  readonly scenes: readonly SceneReport[];
  readonly pages: number;
  readonly files: readonly ExportedFile[];
  /** What a person had changed in the script's file before it was built; absent when nothing was. */
  readonly taken?: TakenFile;
  /** What is gravely wrong with the bible and the outline that it was written from. Absent when nothing is. */
  readonly notes?: readonly Note[];
  /** How much was found that cannot be, over all scenes; absent when nothing was looked at. */
  readonly findings?: number;
  readonly tally: Tally;
  readonly model: string;
  readonly isLanguageModel: boolean;
  /** Wall milliseconds. */
  readonly ms: number;
}

/** A question that would be asked now, or that may follow one, with what it will take. */
export interface PlannedCall {
  /** `scene.direct` */
  readonly task: string;
  /** `provider/model` */
  readonly model: string;
  /** Whether it is certain to be asked; the others follow where an answer is not the last one. */
  readonly isCertain: boolean;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars; `null` when the price is not known. */
  readonly cost: number | null;
}

/** A scene that would be asked for now. */
export interface PlannedScene extends ScenePlace {
  /** `new` when it was never written; else what changed since it was. */
  readonly reason: 'new' | readonly Change[];
  /**
   * Where scenes are written in order and what changes is the text of those before it: the scenes that it comes through,
   * by number from the source on, and what changed at the source.
   */
  readonly chain?: { readonly changes: readonly Change[]; readonly scenes: readonly number[] };
  /** In the plan of a change that is not made: it would be asked for without that change just as well. */
  readonly already?: true;
  /** Calls that are certain, and calls if every answer differs from the last. */
  readonly calls: { readonly least: number; readonly most: number };
  /** Each of `calls.most`, in the order in which they are asked. */
  readonly steps: readonly PlannedCall[];
  /** Estimated input and output tokens for `calls.most`. */
  readonly tokens: number;
  /** Estimated US dollars for `calls.most`, nothing counted as cached; `null` when a price is not known. */
  readonly cost: number | null;
}

/** What a build would ask, and why. Nothing is asked to find out. */
export interface Plan {
  readonly script: Script;
  readonly scenes: readonly PlannedScene[];
  readonly fresh: number;
  /** Scenes that are left as they are: out of the scope, or kept so by a person. Absent when there are none. */
  readonly left?: number;
  /** Which those are, and why. Absent when there are none. */
  readonly leftScenes?: readonly (ScenePlace & { readonly because: LeftBecause })[];
  /**
   * Fresh scenes of which the surface pass may ask a line or two, once those to write are written: what the script will
   * say again and again is not known before, and is in none of the sums. Absent when there are none.
   */
  readonly mayFollow?: number;
  readonly calls: { readonly least: number; readonly most: number };
  readonly tokens: number;
  /** Estimated US dollars; `null` when a price is not known. */
  readonly cost: number | null;
  readonly model: string;
  /** The model whose price that is, where another one's was asked for. */
  readonly priceOf?: string;
}

/** Why one scene is as it is. */
export interface Reasons extends ScenePlace {
  /**
   * `locked`: nothing changes it. `pinned`: a person approved it or wrote it, or it was taken over (then it read nothing).
   * `fine`: a person says that it is, with just these changes.
   */
  readonly state: 'fresh' | 'stale' | 'new' | Exclude<LeftBecause, 'scope'>;
  /** Of a scene that is locked or pinned: that it would be asked for otherwise. */
  readonly stale?: boolean;
  /** Who keeps it as it is, since when, and why; absent where nobody does. */
  readonly kept?: Pick<Signed, 'by' | 'time' | 'reason'>;
  /** What changed since it was written; empty when fresh or new. */
  readonly changes: readonly Change[];
  /** Everything it read when it was written: `MAYA.voice` at `v3`. */
  readonly reads: readonly { readonly label: string; readonly version: string }[];
}

/** Where a script stands. */
export interface Status {
  readonly script: Script;
  readonly scenes: readonly (ScenePlace & {
    readonly state: 'fresh' | 'stale' | 'missing' | Exclude<LeftBecause, 'scope'>;
    /** Of a scene that is kept as it is: that it would be asked for otherwise. */
    readonly stale?: boolean;
    readonly synopsis: string;
  })[];
  readonly lastRun?: { readonly status: string; readonly started: string; readonly ended?: string };
  /** Over the whole project. */
  readonly totals: {
    readonly calls: number;
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly cost: number | null;
  };
}
