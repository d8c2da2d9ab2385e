import type { Story } from '../agents/index.ts';
import { type Bible, validateBible } from '../bibles/index.ts';
import { type Note, ScriptGenError, toJson } from '../core/index.ts';
import { reportOutline } from './structures.ts';

/** The grave faults of a story's bible and outline: what a person should know of before relying on what is written from them. */
export function graveFaults(dir: string, story: Story): readonly Note[] {
  const notes = [...validateBible(story.bible), ...reportOutline(dir, story).notes];
  return notes.filter(({ severity }) => severity === 'blocker' || severity === 'major');
}

/** What is about to be written from. */
export interface Written {
  readonly bible: Bible;
  readonly outline?: Story['outline'];
}

/**
 * Refuse to write from a bible that cannot be meant so, before anything is paid for.
 *
 * @throws ScriptGenError `bible/invalid` with the notes as details, unless it is forced.
 */
export function refuseContradictions({ bible, outline }: Written, force = false): void {
  const notes = force ? [] : validateBible(bible, outline).filter(({ severity }) => severity === 'blocker');
  const [first, ...rest] = notes;
  if (first === undefined) return;
  const more =
    rest.length === 0
      ? ''
      : ` There ${rest.length === 1 ? 'is one more fault' : `are ${rest.length} more faults`} like this.`;
  throw new ScriptGenError({
    code: 'bible/invalid',
    message: `${first.message}${more}`,
    hint: `${first.fix ?? 'Mend it.'} All are told by scriptgen bible validate; --force writes from it as it is.`,
    details: toJson({ notes }),
  });
}
