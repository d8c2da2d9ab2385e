import type { Branch, BranchDiff, BranchMerge } from '../../project.ts';
import { diffLines } from '../bible/history-lines.ts';
import { counted, table } from '../format.ts';
import { sceneNumber } from '../scene-number.ts';
import { cut, oneLine } from '../text.ts';

/** What ids stand for: `sc 4`, `Maya`. */
export type NameOf = (id: string) => string;

/** Branches, a line each; the one that is meant has a `*`. */
export function branchLines(branches: readonly Branch[], width: number): readonly string[] {
  const rows = branches.map(({ name, script, isCurrent, of, by, time, unmerged }) => [
    `${isCurrent ? '*' : ' '} ${name}`,
    script.slug,
    of === undefined ? 'the trunk' : `of ${of}`,
    of === undefined ? '' : unmerged === 0 ? 'nothing to merge' : `${counted(unmerged, 'change')} not merged`,
    by === undefined ? '' : `${oneLine(by.name)}, ${time ?? ''}`,
  ]);
  return table(rows).map((line) => cut(line.trimEnd(), width));
}

/** What differs between two branches, and which scenes that reaches. */
export function branchDiffLines(diff: BranchDiff, nameOf: NameOf, width: number): readonly string[] {
  const { from, to, scenes } = diff;
  const lines = partLines(diff, nameOf);
  if (lines.length === 0 && scenes.length === 0) return [`${to} is the same as ${from}.`];
  const rows = table(
    scenes.map(({ heading, ...scene }) => [`sc ${sceneNumber(scene)}`, oneLine(heading)]),
    [],
  );
  return [
    ...lines,
    scenes.length === 0
      ? `No scene of ${to} differs from ${from}.`
      : `${counted(scenes.length, 'scene')} of ${to} ${scenes.length === 1 ? 'differs' : 'differ'} from ${from}:`,
    ...rows.map((row) => cut(`  ${row}`, width)),
  ];
}

/** What a merge did, or would do. */
export function mergeLines(merge: BranchMerge, nameOf: NameOf, dryRun: boolean): readonly string[] {
  const { from, into, conflicts, changeSet } = merge;
  const lines = partLines(merge, nameOf);
  if (lines.length === 0 && conflicts.length === 0) return [`${into} has all of ${from}: nothing to merge.`];
  const told = conflicts.flatMap(({ at, ours, theirs }) => [
    `conflict: ${at}`,
    `  ${into}: ${valueText(ours)}`,
    `  ${from}: ${valueText(theirs)}`,
  ]);
  if (changeSet !== undefined)
    return [...lines, `Merged ${from} into ${into}: ${changeSet}. See what to build: scriptgen plan`];
  if (!dryRun) return lines;
  const end =
    conflicts.length === 0
      ? 'Nothing was written: leave --dry-run away to merge.'
      : `Nothing was written: decide with --take theirs:${conflicts[0]?.at} or --take ours:${conflicts[0]?.at}.`;
  return [...lines, ...told, end];
}

function partLines(
  { entries, cards, records }: Pick<BranchDiff, 'entries' | 'cards' | 'records'>,
  nameOf: NameOf,
): readonly string[] {
  return [
    ...entries.flatMap(({ entry, changes, only }) => {
      const name = oneLine(entry.name);
      if (only !== undefined) return [`${only === 'after' ? '+' : '-'} ${entry.kind} ${name}`];
      return [name, ...diffLines(changes).map((line) => `  ${line}`)];
    }),
    ...cards.added.map(({ id, synopsis }) => `+ ${nameOf(id)} ${oneLine(synopsis)}`),
    ...cards.removed.map(({ synopsis }) => `- scene: ${oneLine(synopsis)}`),
    ...cards.moved.map((id) => `${nameOf(id)} stands elsewhere`),
    ...cards.changed.flatMap(({ card, changes }) => [
      nameOf(card.id),
      ...diffLines(changes).map((line) => `  ${line}`),
    ]),
    ...records.map(({ kind, id, scene, change }) => `${change} ${kind} ${nameOf(scene ?? id)}`),
  ];
}

function valueText(value: unknown): string {
  if (value === undefined) return '(not there)';
  return cut(oneLine(typeof value === 'string' ? value : JSON.stringify(value)), 200);
}
