import type { ErrorCode } from '../core/index.ts';
import type { Area } from './areas.ts';
import type { Dropped, Evidence } from './evidence.ts';
import type { CoverageHeader } from './header.ts';
import type { FarMetric } from './measures.ts';
import type { AreaScore } from './score.ts';
import type { Verdict } from './thresholds.ts';

/** What is said of one area, or of the whole, on founded evidence. */
export interface Comment {
  readonly area: Area | 'overall';
  readonly text: string;
  /** The ids of the evidence it stands on. */
  readonly cites: readonly string[];
}

/** Who read the script. */
export interface CoverageReader {
  /** `provider/model` */
  readonly model: string;
  /** When not, nobody read it: the report holds what can be counted and copied. */
  readonly isLanguageModel: boolean;
}

/** A part of the script that no answer came for. */
export interface Unread {
  /** The numbers of its first and last scene. */
  readonly from: string;
  readonly to: string;
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** A reader's report on a script: plain values, from which every form of it is printed. */
export interface Coverage {
  readonly header: CoverageHeader;
  readonly reader: CoverageReader;
  /** One to three sentences; empty when nobody read it and none was given. */
  readonly logline: string;
  readonly synopsis: readonly { readonly heading: string; readonly text: string }[];
  readonly comments: readonly Comment[];
  readonly grid: readonly AreaScore[];
  /** Of the script; `null` without enough evidence. No writer is judged. */
  readonly verdict: Verdict | null;
  readonly evidence: readonly Evidence[];
  readonly dropped: {
    readonly claims: readonly Dropped[];
    /** Comments that cite nothing founded. */
    readonly comments: number;
  };
  readonly norms: {
    /** Whether the script is English; others are held against no norm. */
    readonly english: boolean;
    /** Mean distance from produced features; `null` where there are no norms. */
    readonly distance: number | null;
    readonly farthest: readonly FarMetric[];
  };
  readonly parts: number;
  readonly unread: readonly Unread[];
  /** What a reader of the report must know about the script: scenes that are not written yet. */
  readonly remarks: readonly string[];
}
