import type { ProfileName, Screenplay } from '../../screenplay/index.ts';
import type { Signed } from '../signed.ts';

/** A draft as it was handed out. The first is the one that was locked; each later one is a round of changes. */
export interface IssueDocument {
  /** `White`, `Blue`, `Second Pink`. */
  readonly name: string;
  /** As it stands in the headers of its pages. */
  readonly date?: string;
  /** What its pages are laid out by: labels are locked, and hold on no other paper. */
  readonly profile: ProfileName;
  /** With its scene numbers, locked pages and revision sets. Headings of scenes carry the ids of their cards. */
  readonly screenplay: Screenplay;
}

/** An issue, who handed it out, and when. */
export interface Issue extends IssueDocument, Signed {
  /** `dr_…` */
  readonly id: string;
}
