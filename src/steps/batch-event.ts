import type { ErrorCode } from '../core/index.ts';

/** What a run tells of its batches. `provider` is a name in models.json, `items` a number of questions. */
export type BatchEvent =
  /** It is at the provider. `resumed`: an earlier run handed it in, or it was looked for after an error. */
  | {
      readonly type: 'batch-start';
      readonly batch: string;
      readonly provider: string;
      readonly items: number;
      readonly resumed: boolean;
    }
  /** More of it is done than before. */
  | { readonly type: 'batch-wait'; readonly batch: string; readonly done: number; readonly total: number }
  /** Its provider could not be asked, and is asked again. `attempt` counts from 1 and begins anew when it could. */
  | {
      readonly type: 'batch-retry';
      readonly batch: string;
      readonly code: ErrorCode;
      readonly message: string;
      readonly attempt: number;
      readonly waitMs: number;
    }
  /** It is over. `failed`: questions that have no answer from it. `reason`: why it failed as a whole, if it did. */
  | {
      readonly type: 'batch-end';
      readonly batch: string;
      readonly provider: string;
      readonly answered: number;
      readonly failed: number;
      readonly reason?: string;
    }
  /** It goes on at the provider, and this run does not wait for it. `again`: but may ask the same, and pay for it again. */
  | {
      readonly type: 'batch-leave';
      readonly batch: string;
      readonly provider: string;
      readonly items: number;
      readonly again: boolean;
    }
  /** Once for each model that takes no batches: it is asked at once. */
  | { readonly type: 'batch-skip'; readonly model: string };
