import { align } from '../../screenplay/diff/align.ts';

/** One line of a comparison: `-` only in the first, `+` only in the second, ` ` in both. */
export interface DiffLine {
  readonly sign: '-' | '+' | ' ';
  readonly text: string;
}

/** Compare two texts line by line; what goes comes before what takes its place. */
export function diffLines(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  const ids = new Map<string, number>();
  const idOf = (line: string): number => {
    const id = ids.get(line) ?? ids.size;
    ids.set(line, id);
    return id;
  };
  const met = align(Int32Array.from(a, idOf), Int32Array.from(b, idOf));
  const lines: DiffLine[] = [];
  let next = 0;
  for (const [index, text] of a.entries()) {
    const other = met[index] ?? -1;
    if (other < 0) {
      lines.push({ sign: '-', text });
      continue;
    }
    for (const added of b.slice(next, other)) lines.push({ sign: '+', text: added });
    lines.push({ sign: ' ', text });
    next = other + 1;
  }
  for (const added of b.slice(next)) lines.push({ sign: '+', text: added });
  return lines;
}

/** Lines of what is equal that stand around what is not. */
const AROUND = 3;

/** A comparison as lines, with `…` where equal ones are left out; nothing when all are equal. */
export function unified(lines: readonly DiffLine[]): readonly string[] {
  const near = new Set<number>();
  for (const [index, { sign }] of lines.entries())
    if (sign !== ' ') for (let at = index - AROUND; at <= index + AROUND; at += 1) near.add(at);
  const printed: string[] = [];
  for (const [index, { sign, text }] of lines.entries()) {
    if (near.has(index)) printed.push(`${sign} ${text}`.trimEnd());
    else if (near.size > 0 && (index === 0 || near.has(index - 1))) printed.push('…');
  }
  return printed;
}
