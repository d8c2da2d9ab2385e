import type { Element, StagedScene } from '../script/staged.ts';

/** The element of a scene in which words stand, and the words as they stand there. */
export interface Standing {
  readonly element: Element;
  readonly quote: string;
}

/**
 * Find words in a scene. White space and the shapes of quotation marks make no difference, all else does; words that
 * begin or end inside another word do not count, nor do fewer than two letters.
 */
export function findQuote({ elements }: Pick<StagedScene, 'elements'>, words: string): Standing | undefined {
  const sought = words.trim();
  if (!/\p{L}[^\p{L}]*\p{L}/u.test(sought)) return undefined;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${loosely(sought)}(?![\\p{L}\\p{N}])`, 'u');
  for (const element of elements) {
    const found = pattern.exec(element.text)?.[0];
    if (found !== undefined) return { element, quote: found };
  }
  return undefined;
}

function loosely(words: string): string {
  return words
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/["“”„]/g, '["“”„]')
    .replace(/['‘’`]/g, "['‘’`]")
    .replace(/\s+/g, '\\s+');
}
