import type { FieldChange, NewEntry } from '../bibles/index.ts';
import type { Json, Severity } from '../core/index.ts';
import type { Block } from '../screenplay/index.ts';
import type { Signed } from './signed.ts';

/** Who a note is from: a person, an agent that reads, a rule. */
export type NoteSource = 'person' | 'dramaturge' | 'critic' | 'continuity' | 'check';

/** A remark about a scene, kept until it is settled. */
export interface NoteDocument {
  readonly scene: string;
  readonly source: NoteSource;
  /** `pacing`, `subtext`, `continuity/dead-speaker`; `instruction` for what a person asks for. */
  readonly rule: string;
  readonly severity: Severity;
  /** The exact words that it is about; absent when it is about the whole scene. Where they do not stand any more, it is never applied elsewhere. */
  readonly quote?: string;
  readonly message: string;
  /** The smallest change that would settle it. */
  readonly fix?: string;
  /** `open` until a person or an accepted patch settles it. */
  readonly state: 'open' | 'settled' | 'dismissed';
  /** The keys of the steps that found it. */
  readonly keys?: readonly string[];
}

/** A note, and who wrote it. */
export interface SceneNote extends NoteDocument, Signed {
  /** `nt_…` */
  readonly id: string;
}

/** A change of a scene's text that waits for a person. */
export interface TextProposal {
  readonly type: 'text';
  readonly scene: string;
  /** What made it: the rewriting, a take, or a regeneration that conflicts with a person's text. */
  readonly origin: 'rewrite' | 'take' | 'merge';
  /** The scene's text that it was made for, without the heading. Where it has changed since, only what still fits applies. */
  readonly base: readonly Block[];
  readonly text: readonly Block[];
  /** Notes that it answers, by id. */
  readonly notes: readonly string[];
  /** Why, for a reader, as one sentence for each change or for all. */
  readonly why: readonly string[];
  /** The steps that wrote it. */
  readonly keys: readonly string[];
  /** `provider/model`; empty where no model wrote it. */
  readonly model: string;
}

/** A change of the bible that a person's text implies, and that waits for a person. */
export interface BibleProposal {
  readonly type: 'bible';
  /** The scene whose text says so. */
  readonly scene: string;
  /** The exact words that say so. */
  readonly quote: string;
  readonly why: string;
  readonly change:
    | { readonly type: 'create'; readonly entry: NewEntry }
    | { readonly type: 'update'; readonly entry: string; readonly changes: readonly FieldChange[] };
  readonly keys: readonly string[];
}

/** Something that an agent or a merge proposes. */
export type ProposalDocument = TextProposal | BibleProposal;

/** A proposal, and who or what made it. One that is applied or dropped is taken away, and stands in its history. */
export type Proposal = ProposalDocument & Signed & { readonly id: string };

/** What a reviewer decided about one change of a proposal, before it is applied. */
export interface MarkDocument {
  readonly proposal: string;
  /** The change within it, from 1. */
  readonly hunk: number;
  readonly decision: 'accept' | 'reject' | 'edit';
  /** With `edit`: what is to stand there instead. */
  readonly text?: readonly Block[];
  /** With `edit`, of a change of the bible: what the field is to say instead. */
  readonly value?: Json;
  /** It was applied, while others of its proposal stay undecided. */
  readonly applied?: true;
}

/** A decision, and who made it. */
export interface Mark extends MarkDocument, Signed {
  /** `<proposal>#<hunk>` */
  readonly id: string;
}
