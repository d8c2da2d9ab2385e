import type { Screenplay } from '../../screenplay/index.ts';
import { speakerName } from '../../screenplay/index.ts';
import type { Material } from '../material.ts';
import { readBehind } from './introduction.ts';
import { nameKey } from './name.ts';
import { STARTERS } from './words.ts';

/** Words in capitals that follow one another. */
const CAPITALS =
  /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{Lu}\p{M}\p{N}'’.-]+(?: (?:\p{Lu}[\p{Lu}\p{M}\p{N}'’.-]*|#?\d+))*(?![\p{L}\p{M}\p{N}])/gu;

/**
 * The names, in capitals, of those who are introduced and never speak: in capitals in action with an age behind the
 * name, in capitals once and as a name (`Tom`) inside a sentence elsewhere, or in the cast list of the file.
 */
export function silentNames(
  script: Screenplay,
  { told, smallWords }: Material,
  isKnown: (name: string) => boolean,
): readonly string[] {
  const mixed = new Set(
    told
      .flatMap(({ text }) => text.match(/(?<=\p{Ll},? )\p{Lu}\p{Ll}[\p{L}\p{M}'’-]*/gu) ?? [])
      .map((word) => word.toUpperCase()),
  );
  const found = new Map<string, string>();
  const keep = (name: string): void => {
    const key = nameKey(name);
    if (!isKnown(name) && !found.has(key)) found.set(key, name);
  };
  for (const { text } of told) {
    if (text === text.toUpperCase()) continue;
    for (const match of text.matchAll(CAPITALS)) {
      const name = match[0].replace(/['’]S$|[.'’-]+$/u, '');
      const behind = readBehind(text.slice(match.index + match[0].length));
      const words = name.split(' ');
      const isName = words.every(
        (word) => mixed.has(word) && !smallWords.has(word.toLowerCase()) && !STARTERS.has(word),
      );
      if ((behind !== undefined && behind.age !== '') || (isName && name.length > 2)) keep(name);
    }
  }
  for (const { name } of script.production?.cast ?? []) if (speakerName(name) !== '') keep(speakerName(name));
  return [...found.values()];
}
