import { type Column, printTable, type TableFormat } from '../measure/table.ts';
import type { Screenplay } from '../tree.ts';
import { breakDown, type ReportOptions, type SceneBreakdown } from './breakdown.ts';
import { eighthsText } from './eighths.ts';

/** One scene of a script, for production. */
export interface SceneRow {
  /** As written, or its place in the story, counted from 1. */
  readonly number: string;
  /** In capitals. */
  readonly heading: string;
  /** `INT`, `EXT`, `INT/EXT`, `I/E`, `EST`, or nothing. */
  readonly intExt: string;
  readonly location: string;
  readonly time: string;
  /** The page it begins on; `null` when nothing of it is printed. */
  readonly page: number | null;
  /** Its length in eighths of a page. */
  readonly eighths: number;
  /** Who speaks. */
  readonly cast: readonly string[];
  /** Who is named in the action and does not speak: a known name, each word with a capital first letter. */
  readonly mentioned: readonly string[];
  /** Words of speeches and action. */
  readonly words: number;
}

/** Every scene of a script, in story order. */
export function sceneReport(script: Screenplay, options: ReportOptions = {}): readonly SceneRow[] {
  return breakDown(script, options).scenes.map(sceneRow);
}

/** Write a scene report. Eighths are `1 3/8` in a table and a whole number of eighths elsewhere. */
export function printSceneReport(rows: readonly SceneRow[], format: TableFormat): string {
  return printTable(rows, COLUMNS, format);
}

function sceneRow({ number, heading, parts, page, eighths, cast, mentioned, words }: SceneBreakdown): SceneRow {
  const places = { intExt: parts.prefix ?? '', location: placeName(parts), time: (parts.time ?? '').toUpperCase() };
  return { number, heading, ...places, page, eighths, cast, mentioned, words };
}

/** A location with what is inside it, in capitals: `HOUSE - KITCHEN`. */
export function placeName({ location, sublocations }: SceneBreakdown['parts']): string {
  return [location, ...sublocations].join(' - ').toUpperCase();
}

const COLUMNS: readonly Column<SceneRow>[] = [
  { title: 'scene', cell: ({ number }) => number },
  { title: 'int/ext', cell: ({ intExt }) => intExt },
  { title: 'location', cell: ({ location }) => location },
  { title: 'time', cell: ({ time }) => time },
  { title: 'page', cell: ({ page }) => page },
  { title: 'eighths', cell: ({ eighths }) => eighths, shown: ({ eighths }) => eighthsText(eighths) },
  { title: 'words', cell: ({ words }) => words },
  { title: 'cast', cell: ({ cast }) => cast },
  { title: 'mentioned', cell: ({ mentioned }) => mentioned },
];
