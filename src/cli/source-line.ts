import type { Source } from '../project.ts';
import { counted } from './format.ts';
import { oneLine } from './text.ts';

/** What a source was taken for: `story.md: an outline of 14 scenes`. */
export function sourceLine(source: Source): string {
  const name = oneLine(source.name);
  switch (source.kind) {
    case 'screenplay':
      return `${name}: a screenplay`;
    case 'outline':
      return `${name}: an outline of ${counted(source.scenes.length, 'scene')}`;
    case 'prose':
      return `${name}: prose of ${counted(source.text.trim().split(/\s+/u).length, 'word')}`;
  }
}
