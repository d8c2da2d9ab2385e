import { type Path, pathKeys } from './path.ts';
import { type Places, scanJson } from './scan.ts';

/** A place in a text, both from 1, as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where fields and items stand in a JSON text, in the order they were asked for. What is not there has the place of what it would be in. */
export function placesOf(text: string, paths: readonly Path[]): readonly Place[] {
  const root: Places = { inner: new Map() };
  const lines = paths.map((path) => {
    const line = [root];
    for (const key of pathKeys(path)) {
      const inner = line.at(-1)?.inner;
      const places = inner?.get(String(key)) ?? { inner: new Map() };
      inner?.set(String(key), places);
      line.push(places);
    }
    return line;
  });
  scanJson(text, root);
  return placesAt(
    text,
    lines.map((line) => line.findLast(({ offset }) => offset !== undefined)?.offset ?? 0),
  );
}

/** The places of offsets in a text. It is gone through once, however many there are. */
export function placesAt(text: string, offsets: readonly number[]): readonly Place[] {
  const places = new Map<number, Place>();
  let line = 1;
  let start = 0;
  let end = text.indexOf('\n');
  for (const offset of offsets.toSorted((a, b) => a - b)) {
    while (end >= 0 && end < offset) {
      line += 1;
      start = end + 1;
      end = text.indexOf('\n', start);
    }
    places.set(offset, { line, column: offset - start + 1 });
  }
  return offsets.map((offset) => places.get(offset) ?? { line: 1, column: 1 });
}
