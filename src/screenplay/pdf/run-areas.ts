import { textCells } from '../layout/cells.ts';
import type { TextRun } from '../layout/page.ts';
import { CELL, LINE } from '../layout/profile.ts';
import { type Area, BASELINE, SIZE } from './canvas.ts';
import type { FontMetrics, Stroke } from './truetype/metrics.ts';

/** A line of runs, in points from the upper left corner of the paper. */
interface Line {
  readonly runs: readonly TextRun[];
  readonly x: number;
  readonly y: number;
}

/** Whether something is filled for a run. */
export function hasArea({ underline, strike, background }: TextRun): boolean {
  return underline || strike === true || background !== undefined;
}

/**
 * What is filled for a line: backgrounds, underlines and strikes. Runs that follow each other share one area where it
 * has the same colour, so that a line under words in two styles is not broken.
 */
export function runAreas(line: Line, { underline, strike }: FontMetrics): readonly Area[] {
  const baseline = line.y + BASELINE;
  const stroke = ({ top, thickness }: Stroke): Band => ({
    y: baseline - (top * SIZE) / 1000,
    height: (thickness * SIZE) / 1000,
  });
  return [
    ...bandAreas(line, { y: line.y, height: LINE }, ({ background }) => background),
    ...bandAreas(line, stroke(underline), (run) => (run.underline ? (run.color ?? BLACK) : undefined)),
    ...bandAreas(line, stroke(strike), (run) => (run.strike === true ? (run.color ?? BLACK) : undefined)),
  ];
}

const BLACK = '#000000';

interface Band {
  readonly y: number;
  readonly height: number;
}

function bandAreas({ runs, x }: Line, band: Band, colorOf: (run: TextRun) => string | undefined): readonly Area[] {
  const areas: (Area & { width: number })[] = [];
  let [left, open] = [x, false];
  for (const run of runs) {
    const width = textCells(run.text) * CELL;
    const color = colorOf(run);
    const last = areas.at(-1);
    if (open && last !== undefined && last.color === color) last.width += width;
    else if (color !== undefined) areas.push({ x: left, ...band, width, color });
    open = color !== undefined;
    left += width;
  }
  return areas;
}
