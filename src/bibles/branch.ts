import { ScriptGenError } from '../core/index.ts';
import type { Script } from './store.ts';

/** The branch that a trunk is among its branches. */
export const MAIN = 'main';

/** The id of the one record of kind `branch` that a branch has; the trunk has none. */
export const BRANCH = 'branch';

/** The longest name of a branch: it stands in the names of files. */
const LONGEST = 40;

/** Versions of sources by id, as they were at one moment. */
export type Versions = Readonly<Record<string, number>>;

/** Everything that a merge compares, in the versions of one moment. */
export interface Moment {
  /** The script whose versions these are, by id. */
  readonly script: string;
  readonly entries: Versions;
  /** In their order. */
  readonly cards: readonly { readonly id: string; readonly version: number }[];
  /** By `kind/id`. */
  readonly records: Versions;
}

/** What a branch is: kept in it as its record. */
export interface BranchDocument {
  readonly name: string;
  /** The script that it was made from, by id: a trunk, or another branch. */
  readonly of: string;
  /** What both sides were made from: how the trunk stood when the branch was made, or one of them when they were last merged. */
  readonly base: Moment;
  /** The entries of the series above, in the versions that count here. */
  readonly above: Versions;
  /** The merge that gave it this base: absent while it has the one that it began with. */
  readonly merged?: {
    /** What was merged into, by id. */
    readonly script: string;
    /** What it wrote there; absent where that had it all. */
    readonly changeSet?: string;
    /** The version of this record whose base it was made from. */
    readonly from: number;
  };
}

/** The name of a branch by its script; `undefined` for a trunk. */
export function branchName({ slug }: Pick<Script, 'slug'>): string | undefined {
  const at = slug.indexOf('@');
  return at < 0 ? undefined : slug.slice(at + 1);
}

/** The slug of a branch: that of its trunk, `@`, its name. */
export function branchSlug({ slug }: Pick<Script, 'slug'>, name: string): string {
  return `${trunkSlug(slug)}@${name}`;
}

/** The slug of the trunk of a slug; of a trunk it is its own. */
export function trunkSlug(slug: string): string {
  return slug.split('@')[0] ?? slug;
}

/** The id under which a database keeps an entry or a change set of a branch: ids are the same in all branches, and there once. */
export function storedId(id: string, branch: string): string {
  return `${plainId(id)}@${branch}`;
}

/** The id of what is kept under this one. */
export function plainId(id: string): string {
  return id.split('@')[0] ?? id;
}

/** The name of a script's files, without an ending: its slug, with what a file name takes in every system. */
export function fileName({ slug }: Pick<Script, 'slug'>): string {
  return slug.replace('@', '--');
}

/** @throws ScriptGenError `input/invalid` for what cannot be a branch's name. */
export function checkBranchName(name: string): void {
  if (name === MAIN)
    throw refused(`${MAIN} is the trunk of every script, and no branch of it.`, 'Give the branch a name of its own.');
  if (name.length <= LONGEST && /^[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?$/u.test(name)) return;
  throw refused(
    `${JSON.stringify(name)} cannot be the name of a branch.`,
    `Letters, digits, hyphens and underscores, beginning and ending with a letter or digit, ${LONGEST} at most: maya-wants-out`,
  );
}

function refused(message: string, hint: string): ScriptGenError {
  return new ScriptGenError({ code: 'input/invalid', message, hint });
}
