import type { RevisionSet, Screenplay } from '../tree.ts';

/** Beside which lines revision marks stand: all that were revised, those of the latest set, or none. */
export type RevisionMarks = 'all' | 'latest' | 'none';

/** What the revision sets of a script do to its pages. */
export interface Revisions {
  readonly set: (id: number) => RevisionSet | undefined;
  /** What stands beside a line of this revision set; `undefined` for nothing. */
  readonly mark: (id: number) => string | undefined;
}

/** Read the revision sets of a script. A set that it does not have is marked with `*`. */
export function readRevisions({ production }: Screenplay, marks: RevisionMarks): Revisions {
  const sets = new Map((production?.revisions ?? []).map((set) => [set.id, set]));
  const latest = Math.max(0, ...[...sets.keys()].slice(-1));
  return {
    set: (id) => sets.get(id),
    mark: (id) => {
      const shown = id > 0 && (marks === 'all' || (marks === 'latest' && id === latest));
      return shown ? (sets.get(id)?.mark ?? '*') : undefined;
    },
  };
}
