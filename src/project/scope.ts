import type { Story } from '../agents/index.ts';
import { ScriptGenError } from '../core/index.ts';
import { refuseLocked } from '../markup/index.ts';
import type { Scope } from '../orchestrator/index.ts';
import { cardNamed } from './bible/desk.ts';
import type { SceneScope } from './run-options.ts';

/**
 * The scenes that are named: numbers, ranges of numbers, ids.
 *
 * @throws ScriptGenError `scene/not-found` for a scene that is not there, `input/invalid` for a range that runs backwards,
 * for no scenes at all, and for a rewrite of nothing in particular; `markup/locked` for what is locked and to be written anew.
 */
export function scopeOf(story: Story, { scenes, rewrite = false, anew = false, onlyStale }: SceneScope): Scope {
  const { outline, script } = story;
  if (scenes === undefined) {
    if (anew) throw invalid('Scenes are to be written anew, and none is named.', 'Name them: --scenes 4 --anew');
    if (!rewrite) return onlyStale === undefined ? {} : { onlyStale };
    throw invalid("A person's text is to be written anew, and no scene is named.", 'Name it: --scenes 4 --rewrite');
  }
  const named = scenes.map((word) => word.trim()).filter((word) => word !== '');
  if (named.length === 0) throw invalid('No scene is named.', 'For example: --scenes 3-7,12');
  const ids = named.flatMap((word): readonly string[] => {
    const range = /^(\d+[A-Z]*)\s*[-–]\s*(\d+[A-Z]*)$/i.exec(word);
    if (range === null) return [cardNamed(outline, word, script.title).id];
    const [first = '', last = ''] = range.slice(1);
    const [from, to] = [first, last].map((end) => outline.cards.indexOf(cardNamed(outline, end, script.title)));
    if (from === undefined || to === undefined || from > to)
      throw invalid(`The range ${word} runs backwards.`, `Turn it around: ${last}-${first}`);
    return outline.cards.slice(from, to + 1).map(({ id }) => id);
  });
  if (rewrite || anew) for (const scene of ids) refuseLocked(story, { type: 'scene', scene });
  return { scenes: new Set(ids), rewrite, ...(onlyStale === undefined ? {} : { onlyStale }) };
}

function invalid(message: string, hint: string): ScriptGenError {
  return new ScriptGenError({ code: 'input/invalid', message, hint });
}
