import type { ErrorCode } from '../core/index.ts';
import type { Price, Usage } from '../llm/index.ts';

/** Where a call stands in the work: what its cost is summed by. */
export interface CallPlace {
  readonly run: string;
  readonly script: string;
  /** The scene's id; absent for what concerns the whole script. */
  readonly scene?: string;
  readonly slot: string;
  /** `scene.direct` */
  readonly task: string;
  /** The prompt's role: `director`. */
  readonly role: string;
  /** The role, or the name of a character. */
  readonly agent: string;
}

/** One time that a model was asked, whatever came of it: a line of the bill. */
export interface Call extends CallPlace {
  readonly id: string;
  readonly key: string;
  /** When it ended; ISO 8601, UTC. */
  readonly time: string;
  readonly outcome: 'answered' | ErrorCode;
  /** `provider/model` that was asked. */
  readonly model: string;
  /** `provider/model` that answered, or was tried last. */
  readonly servedBy: string;
  readonly lane: 'interactive' | 'batch';
  readonly usage: Usage;
  /** US dollars; `null` when they were spent and the price is not known. */
  readonly cost: number | null;
  readonly price?: Price;
  /** Upstream requests, retries and fallbacks included. */
  readonly attempts: number;
  /** Wall milliseconds in all, until the first token, and spent waiting. */
  readonly ms: number;
  readonly firstTokenMs?: number;
  readonly waitedMs?: number;
  /** What the error said. */
  readonly message?: string;
}

/** Why a question was not asked, or cost less than it would have. */
export type SavingKind = 'journal' | 'shared' | 'merged';

/** What was not spent, summed over the questions of one run that have all of this in common. */
export interface Saving {
  readonly run: string;
  readonly script: string;
  readonly scene?: string;
  readonly task: string;
  readonly role: string;
  readonly model: string;
  readonly kind: SavingKind;
  /** Calls that were not made. */
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars; `null` when not known. */
  readonly cost: number | null;
}
