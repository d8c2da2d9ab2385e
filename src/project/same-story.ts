import type { Story } from '../agents/index.ts';
import { sameJson } from '../core/index.ts';

/**
 * Makes bibles and outlines that say what they said when they were last read the same values, so that what was worked out
 * of them holds: a plan then goes over no scene twice.
 */
export function createSameStory(): (story: Story) => Story {
  const last = new Map<string, Story>();
  return (story) => {
    const before = last.get(story.script.id);
    const same = before === undefined ? story : { ...story, ...sameParts(before, story) };
    last.set(story.script.id, same);
    return same;
  };
}

function sameParts(before: Story, now: Story): Pick<Story, 'bible' | 'outline'> {
  const { bible, outline } = now;
  const isSame = before.bible.kinds === bible.kinds && sameJson(before.bible.entries, bible.entries);
  return {
    bible: isSame ? before.bible : bible,
    outline: sameJson(before.outline, outline) ? before.outline : outline,
  };
}
