import type { Stats, StatsRow } from '../../project.ts';
import { table } from '../format.ts';
import { cut, oneLine } from '../text.ts';
import { type Column, KINDS, type StatsKind } from './stats-columns.ts';

/** Sums as lines no wider than `width` cells: a row for each group and one for all, or the sum of all a line for each thing. */
export function statsLines(
  { rows, total }: Stats,
  { kind, by, width }: { readonly kind: StatsKind; readonly by: string | undefined; readonly width: number },
): readonly string[] {
  const columns: readonly Column[] = KINDS[kind];
  if (by === undefined)
    return table(
      columns.map(({ name, value }) => [name, value(total)]),
      [1],
    );
  if (rows.length === 0) return ['No model has been asked.'];
  const cells = (row: StatsRow): readonly string[] => [
    cut(oneLine(row.label), LABEL),
    ...columns.map(({ value }) => value(row)),
  ];
  const head = [by, ...columns.map(({ name, head: short = name }) => short)];
  const lines = table(
    [head, ...rows.map(cells), cells(total)],
    columns.map((_, index) => index + 1),
  );
  return lines.map((line) => cut(line, width));
}

/** Longer names of groups are cut. */
const LABEL = 44;
