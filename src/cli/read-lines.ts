import type { Reasons } from '../project.ts';
import { splitLabel, versionText } from './change.ts';
import { cellsOf, fill, oneLine, wrap } from './text.ts';

/** What was read, grouped by source: `  MAYA  want v1, voice v2`. */
export function readLines(reads: Reasons['reads'], width: number): readonly string[] {
  const parts = reads.map(({ label, version }) => {
    const [source, field] = splitLabel(oneLine(label));
    return { source, text: `${field} ${versionText(version)}`.trim() };
  });
  const sources = [...new Set(parts.map(({ source }) => source))];
  const column = Math.min(24, Math.max(...sources.map(cellsOf)));
  return sources.flatMap((source) => {
    const texts = new Set(parts.filter((part) => part.source === source).map(({ text }) => text));
    return wrap([...texts].join(', '), width - column - 4).map((line, at) =>
      `  ${fill(at === 0 ? source : '', column)}  ${line}`.trimEnd(),
    );
  });
}
