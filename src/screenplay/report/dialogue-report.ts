import { plainText } from '../inline/inline.ts';
import { type SceneMaterial, speakerName } from '../measure/material.ts';
import { type Column, printTable, type TableFormat } from '../measure/table.ts';
import { oneLine } from '../text.ts';
import type { Screenplay } from '../tree.ts';
import { breakDown, type ReportOptions } from './breakdown.ts';

/** One speech of a character. */
export interface DialogueRow {
  /** The number of its scene; empty before the first heading. */
  readonly scene: string;
  readonly heading: string;
  /** The page it begins on; `null` when it is not printed. */
  readonly page: number | null;
  /** Extensions as written, without parentheses. */
  readonly extensions: readonly string[];
  /** What is spoken or sung, without parentheticals and marks. */
  readonly text: string;
  readonly words: number;
}

/** All that one character says, in story order. The name is taken without its extensions, in any case; one who says nothing has no rows. */
export function dialogueReport(
  script: Screenplay,
  character: string,
  options: ReportOptions = {},
): readonly DialogueRow[] {
  const { scenes, material, pagesOf } = breakDown(script, options);
  const numbers = new Map(scenes.map(({ material: { block }, number }) => [block, number]));
  const name = speakerName(character);
  return material.scenes.flatMap((scene) =>
    scene.speeches
      .filter(({ speaker }) => speaker === name)
      .map(({ block, extensions, text, words }) => ({
        scene: numbers.get(scene.block) ?? '',
        heading: headingText(scene),
        page: pagesOf.get(block)?.[0] ?? null,
        extensions,
        text,
        words: words.length,
      })),
  );
}

/** Write the speeches of a character. */
export function printDialogueReport(rows: readonly DialogueRow[], format: TableFormat): string {
  return printTable(rows, COLUMNS, format);
}

function headingText({ heading }: SceneMaterial): string {
  return oneLine(plainText(heading?.text ?? '')).toUpperCase();
}

const COLUMNS: readonly Column<DialogueRow>[] = [
  { title: 'scene', cell: ({ scene }) => scene },
  { title: 'page', cell: ({ page }) => page },
  { title: 'heading', cell: ({ heading }) => heading },
  { title: 'heard', cell: ({ extensions }) => extensions },
  { title: 'words', cell: ({ words }) => words },
  { title: 'text', cell: ({ text }) => text },
];
