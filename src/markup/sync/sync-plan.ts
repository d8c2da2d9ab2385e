import type { CardWrite, RecordWrite } from '../../bibles/index.ts';
import type { Lock } from '../lock.ts';
import type { BibleProposal, NoteDocument } from '../proposal.ts';
import type { ExportedText } from './exported-text.ts';

/** What happened to a scene in a file. */
export type SceneFate =
  | 'changed'
  | 'retitled'
  | 'moved'
  | 'new'
  /** New, and cut off from another. */
  | 'split'
  /** Gone, and its text stands in another. */
  | 'merged'
  | 'deleted';

/** One scene that is not as it was written to the file. */
export interface SyncedScene {
  readonly scene: string;
  /** Its number in the file, from 1; in what was written, for one that is gone. */
  readonly number: number;
  readonly heading: string;
  readonly fates: readonly SceneFate[];
  /** Paragraphs and cues that are new in it, and that are gone. */
  readonly added: number;
  readonly removed: number;
  /** Of one that was cut off: from which; of one that was joined: to which. */
  readonly other?: string;
  /** Places where the script has another text by now; the person's stands. */
  readonly conflicts: number;
  /** Why it is not taken. */
  readonly refused?: Refusal;
}

/** Why a scene is not taken from a file: what is locked, by whom and since when. */
export interface Refusal {
  readonly lock: Lock;
  readonly why: string;
}

type Planned<Write> = Write extends { readonly expected: number } ? Omit<Write, 'expected'> : never;

/** Something to be written, whatever version is there. */
export type SyncWrite = Planned<CardWrite | RecordWrite>;

/** What a file that came back makes of a script: a value. */
export interface SyncPlan {
  /** Scenes that changed, in the file's order, those that are gone last. */
  readonly scenes: readonly SyncedScene[];
  /** Whether what stands outside of the scenes changed. */
  readonly front: boolean;
  readonly writes: readonly SyncWrite[];
  /** Changes of the bible that the text implies, by the id under which each is kept. */
  readonly proposals: ReadonlyMap<string, BibleProposal>;
  /** What cards do not say of their scenes any more, by the id under which each is kept. */
  readonly notes: ReadonlyMap<string, NoteDocument>;
  /** What is known of the file from now on: as it stands, but as it was written where a scene was refused. */
  readonly exported: ExportedText;
  /** How many of the scenes that were written to the file it has still, as they were or changed. */
  readonly kept: number;
}
