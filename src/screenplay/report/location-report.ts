import { type Column, printTable, type TableFormat } from '../measure/table.ts';
import type { Screenplay } from '../tree.ts';
import { breakDown, type ReportOptions, type SceneBreakdown } from './breakdown.ts';
import { eighthsText } from './eighths.ts';

/** One place and all scenes that play there. */
export interface LocationRow {
  /** In capitals. */
  readonly location: string;
  /** Places inside it that headings name. */
  readonly sublocations: readonly string[];
  readonly intExt: readonly string[];
  readonly times: readonly string[];
  /** The numbers of its scenes. */
  readonly scenes: readonly string[];
  readonly eighths: number;
  /** Who speaks there. */
  readonly cast: readonly string[];
}

/** Every location, those with the most pages first. */
export function locationReport(script: Screenplay, options: ReportOptions = {}): readonly LocationRow[] {
  const places = new Map<string, SceneBreakdown[]>();
  for (const scene of breakDown(script, options).scenes) {
    const name = scene.parts.location.toUpperCase();
    const own = places.get(name);
    if (own === undefined) places.set(name, [scene]);
    else own.push(scene);
  }
  return [...places].map(locationRow).toSorted((a, b) => b.eighths - a.eighths);
}

/** Write a location report. */
export function printLocationReport(rows: readonly LocationRow[], format: TableFormat): string {
  return printTable(rows, COLUMNS, format);
}

function locationRow([location, scenes]: readonly [string, readonly SceneBreakdown[]]): LocationRow {
  return {
    location,
    sublocations: different(scenes.flatMap(({ parts }) => parts.sublocations)),
    intExt: different(scenes.flatMap(({ parts }) => parts.prefix ?? [])),
    times: different(scenes.flatMap(({ parts }) => parts.time ?? [])),
    scenes: scenes.map(({ number }) => number),
    eighths: scenes.reduce((sum, { eighths }) => sum + eighths, 0),
    cast: different(scenes.flatMap(({ cast }) => cast)),
  };
}

function different(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map((text) => text.toUpperCase()))];
}

const COLUMNS: readonly Column<LocationRow>[] = [
  { title: 'location', cell: ({ location }) => location },
  { title: 'int/ext', cell: ({ intExt }) => intExt },
  { title: 'times', cell: ({ times }) => times },
  { title: 'eighths', cell: ({ eighths }) => eighths, shown: ({ eighths }) => eighthsText(eighths) },
  { title: 'scenes', cell: ({ scenes }) => scenes },
  { title: 'inside it', cell: ({ sublocations }) => sublocations },
  { title: 'cast', cell: ({ cast }) => cast },
];
