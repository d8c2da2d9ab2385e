import type { Script } from '../../bibles/index.ts';
import type { Note } from '../../core/index.ts';
import type { BibleProposal, SceneFate, SyncedScene } from '../../markup/index.ts';

/** How to read a file back. */
export interface SyncOptions {
  /** Slug or id; the script that the file was written from, or the newest, when absent. */
  readonly script?: string;
  /** The file; the script's Fountain file where it was last written, when absent. Relative paths are relative to the project. */
  readonly file?: string;
  /** Whose changes these are: `writer` unless given. */
  readonly author?: string;
  /** Only say what would happen. */
  readonly dryRun?: boolean;
  /** Whether a model reads what was changed and proposes what the bible should say then: at most one question a scene. */
  readonly ask?: boolean;
  /** With `ask`: stop before that costs more, in US dollars. */
  readonly maxCost?: number;
  /** Take in a file of which hardly anything is left, or that hardly is the script. */
  readonly force?: boolean;
}

/** A change of the bible that a person's text implies. */
export interface Implied extends Pick<BibleProposal, 'scene' | 'quote' | 'why' | 'change'> {
  /** `pr_…` */
  readonly id: string;
}

/** What became of a file that was read back. */
export interface SyncReport {
  readonly script: Script;
  /** Absolute. */
  readonly file: string;
  /** `unchanged` when the file says what the script says, or what was written to it. */
  readonly state: 'unchanged' | 'synced' | 'planned';
  /** What happened to scenes; of those with `refused` nothing was taken. */
  readonly scenes: readonly SyncedScene[];
  readonly counts: Readonly<Record<SceneFate | 'conflicts' | 'refused', number>>;
  /** Whether title page, beginning or end changed. */
  readonly front: boolean;
  /** What waits for a person to accept it. */
  readonly proposals: readonly Implied[];
  /** What is to be known of the file. */
  readonly notes: readonly Note[];
  /** What was written together; absent when nothing was. */
  readonly changeSet?: string;
}

const FATES: readonly SceneFate[] = ['changed', 'retitled', 'moved', 'new', 'split', 'merged', 'deleted'];

/** How many scenes each thing happened to, refused ones by themselves. */
export function countsOf(scenes: readonly SyncedScene[]): SyncReport['counts'] {
  const taken = scenes.filter(({ refused }) => refused === undefined);
  const fates = FATES.map((fate) => [fate, taken.filter(({ fates: own }) => own.includes(fate)).length] as const);
  return {
    ...(Object.fromEntries(fates) as Record<SceneFate, number>),
    conflicts: taken.reduce((sum, { conflicts }) => sum + conflicts, 0),
    refused: scenes.length - taken.length,
  };
}

/** Proposals as they are told. */
export function impliedBy(proposals: ReadonlyMap<string, BibleProposal>): readonly Implied[] {
  return [...proposals].map(([id, { scene, quote, why, change }]) => ({ id, scene, quote, why, change }));
}
