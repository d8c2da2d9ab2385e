import { type Cli, dataWidth, print } from './cli.ts';
import { cut, safeLines } from './text.ts';

/** How tables are printed: for people, for spreadsheets, for programs. */
export const TABLES = ['table', 'csv', 'json'] as const;

/** One of {@link TABLES}. */
export type TableName = (typeof TABLES)[number];

/** How rows are printed. */
export interface RowsOptions {
  readonly format: TableName;
  /** Whether lines wider than the terminal go on in the next one instead of being cut. Not unless said. */
  readonly wrapped?: boolean;
}

/** Print rows on stdout: a table is cut to the terminal, what programs read is left as it is. */
export function printRows(cli: Cli, text: string, { format, wrapped = false }: RowsOptions): void {
  if (format !== 'table') return void cli.io.stdout.write(text);
  const width = wrapped ? Number.POSITIVE_INFINITY : dataWidth(cli.io);
  const lines = safeLines(text.trimEnd()).split('\n');
  print(
    cli,
    lines.map((line) => cut(line, width)),
  );
}
