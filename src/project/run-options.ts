import type { Source } from '../adapt/index.ts';
import type { Format } from '../bibles/index.ts';
import type { Continuity } from '../orchestrator/index.ts';
import type { RunEvent } from '../steps/index.ts';

/** How to go through a script. */
export interface RunOptions {
  /** Folder for the exported files. When absent: where this script's files went last, at first the project's folder. */
  readonly out?: string;
  readonly onEvent?: (event: RunEvent) => void;
  /** Stop asking; what is in flight is waited for and kept. */
  readonly stop?: AbortSignal;
  /** Drop what is in flight too. */
  readonly kill?: AbortSignal;
  /** Stop before this run costs more, in US dollars; beside the budget of models.json. */
  readonly maxCost?: number;
  /** Ask by batches, at half the price, where the provider has them. A run that is stopped while it waits goes on with them. */
  readonly batch?: boolean;
  /** What is looked at when the scenes are written: what code can find (`rules`, when absent), what a model finds too (`full`), or nothing (`off`). */
  readonly continuity?: Continuity;
  /** Wait while another run works on the script, and then go on from what it left; `run/busy` at once when `false`. */
  readonly wait?: boolean;
  /** Write from a bible that cannot be meant so, as it is. */
  readonly force?: boolean;
}

/** What to write: from a logline or from a source, and not from both. */
export interface WriteOptions extends RunOptions {
  /** One sentence, 2,000 characters at most. */
  readonly logline?: string;
  /** A treatment, an outline, a story: what `readSource` read. An outline gives the number of scenes too. */
  readonly source?: Source;
  /** `short` when absent. */
  readonly format?: Format;
  /** 1 to 200; the format's custom when absent. */
  readonly scenes?: number;
  /** The planner's suggestion when absent, or what the source calls itself. */
  readonly title?: string;
  /** The series or season that it is an episode of, by slug or id: the bible there counts here too. */
  readonly series?: string;
  /** The structure that it is planned by, by id: `save-the-cat`; the format's own when absent. Another structure is another script. */
  readonly structure?: string;
  /** How many plans of every sequence there are to choose from, 1 to 5; 1 when absent. All are paid for. */
  readonly candidates?: number;
}

/** What to go on with: a screenplay, or a script of the project. */
export interface ContinueOptions extends RunOptions {
  /** A screenplay, as `readSource` read it. */
  readonly source?: Source;
  /** A script of the project, by slug or id, when no source is given; the newest when absent. */
  readonly script?: string;
  /** The first scene that is new, from 2; what stands before it stays byte for byte. After the last one when absent. */
  readonly fromScene?: number;
  /** How many scenes follow; what is left of the format's custom when absent. */
  readonly scenes?: number;
  /** That of the script when absent; of a screenplay, by its length. */
  readonly format?: Format;
  readonly title?: string;
}

/** Which scenes of a script are meant. */
export interface SceneScope {
  /** Numbers, ranges and ids: `['3-7', '12', 'sc_9']`. All scenes when absent; others are left as they are. */
  readonly scenes?: readonly string[];
  /** Write scenes anew too that are a person's text; only those that are named. */
  readonly rewrite?: boolean;
  /** Leave scenes that have no text yet. */
  readonly onlyStale?: boolean;
  /** Ask everything of the scenes that are named once more, for another take; the one that is there can be chosen again at no cost. */
  readonly anew?: boolean;
}

/** What to build. */
export interface BuildOptions extends RunOptions, SceneScope {
  /** Slug or id; the newest script when absent. */
  readonly script?: string;
  /** Whether the script's file is taken in first, where a person changed it; yes when absent. Else the new text goes beside it. */
  readonly sync?: boolean;
}
