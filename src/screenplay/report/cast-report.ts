import { type Column, printTable, type TableFormat } from '../measure/table.ts';
import type { Screenplay } from '../tree.ts';
import { type Breakdown, breakDown, type ReportOptions } from './breakdown.ts';
import { eighthsText } from './eighths.ts';

/** One speaking part. */
export interface CastRow {
  /** 1 for whom says the most words; the number that schedules call them by. */
  readonly cast: number;
  /** In capitals, without extensions. */
  readonly character: string;
  /** How many scenes they speak in. */
  readonly scenes: number;
  /** How many more scenes name them in the action. */
  readonly mentioned: number;
  readonly speeches: number;
  readonly words: number;
  /** The number of the first scene they speak in; empty when they speak in none that has a heading. */
  readonly first: string;
  readonly last: string;
  /** The pages they speak on. */
  readonly pages: readonly number[];
  /** The eighths of all scenes they speak in. */
  readonly eighths: number;
}

/** Everybody who speaks, those with the most words first. Each side of a dual dialogue counts; extensions, `(CONT'D)` among them, make no other person. */
export function castReport(script: Screenplay, options: ReportOptions = {}): readonly CastRow[] {
  return castRows(breakDown(script, options));
}

/** Write a cast report. */
export function printCastReport(rows: readonly CastRow[], format: TableFormat): string {
  return printTable(rows, COLUMNS, format);
}

function castRows({ scenes, characters, pagesOf, material }: Breakdown): readonly CastRow[] {
  const own = new Map(characters.map(({ name }) => [name, emptyPart()]));
  for (const { number, cast, mentioned, eighths } of scenes) {
    for (const name of cast) {
      const part = own.get(name);
      if (part === undefined) continue;
      part.scenes.push(number);
      part.eighths += eighths;
    }
    for (const name of mentioned) {
      const part = own.get(name);
      if (part !== undefined) part.mentioned += 1;
    }
  }
  for (const { speaker, block } of material.speeches) {
    for (const page of pagesOf.get(block) ?? []) own.get(speaker)?.pages.add(page);
  }
  return characters.map(({ name, speeches, words }, at) => {
    const { scenes: numbers, mentioned, pages, eighths } = own.get(name) ?? emptyPart();
    return {
      cast: at + 1,
      character: name,
      scenes: numbers.length,
      mentioned,
      speeches,
      words,
      first: numbers[0] ?? '',
      last: numbers.at(-1) ?? '',
      pages: [...pages].toSorted((a, b) => a - b),
      eighths,
    };
  });
}

/** What is counted of one person on the way through the scenes. */
interface Part {
  readonly scenes: string[];
  readonly pages: Set<number>;
  mentioned: number;
  eighths: number;
}

function emptyPart(): Part {
  return { scenes: [], mentioned: 0, pages: new Set(), eighths: 0 };
}

/** Page numbers with their runs drawn together: `1, 3-5`. */
function pageRanges(pages: readonly number[]): string {
  const runs: { readonly from: number; to: number }[] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last !== undefined && last.to + 1 === page) last.to = page;
    else runs.push({ from: page, to: page });
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

const COLUMNS: readonly Column<CastRow>[] = [
  { title: 'cast', cell: ({ cast }) => cast },
  { title: 'character', cell: ({ character }) => character },
  { title: 'scenes', cell: ({ scenes }) => scenes },
  { title: 'mentioned', cell: ({ mentioned }) => mentioned },
  { title: 'speeches', cell: ({ speeches }) => speeches },
  { title: 'words', cell: ({ words }) => words },
  { title: 'first', cell: ({ first }) => first },
  { title: 'last', cell: ({ last }) => last },
  { title: 'eighths', cell: ({ eighths }) => eighths, shown: ({ eighths }) => eighthsText(eighths) },
  { title: 'pages', cell: ({ pages }) => pages, shown: ({ pages }) => pageRanges(pages) },
];
