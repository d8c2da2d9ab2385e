import type { Story } from '../agents/index.ts';
import { type Bible, validateBible } from '../bibles/index.ts';
import { type Note, ScriptGenError, toJson } from '../core/index.ts';
import { openStructures, reportOutline } from './structures.ts';

/** The grave faults of a story's bible and outline: what a person should know of before relying on what is written from them. */
export function graveFaults(dir: string, story: Story): readonly Note[] {
  const planned = story.outline.plan?.structure;
  // One of a project's own may be gone: that is no reason not to write.
  const isGone =
    planned !== undefined &&
    !openStructures({ dir })
      .list()
      .some(({ id }) => id === planned);
  const notes = [...validateBible(story.bible), ...reportOutline(dir, story, isGone ? 'none' : undefined).notes];
  return notes.filter(({ severity }) => severity === 'blocker' || severity === 'major');
}

/** What is about to be written from. */
export interface Written {
  readonly bible: Bible;
  readonly outline?: Story['outline'];
}

/** Faults that nobody can write in spite of: a scene with somebody who is nobody. */
const NEVER_FORCED = 'bible/card';

/**
 * Refuse to write from a bible that cannot be meant so, before anything is paid for.
 *
 * @throws ScriptGenError `bible/invalid` with the notes as details, unless it is forced and can be written all the same.
 */
export function refuseContradictions({ bible, outline }: Written, force = false): void {
  const notes = validateBible(bible, outline).filter(
    ({ severity, rule }) => severity === 'blocker' && !(force && rule !== NEVER_FORCED),
  );
  const [first, ...rest] = notes;
  if (first === undefined) return;
  const more = rest.length === 0 ? '' : `, and ${rest.length} more like this`;
  const mend = `${first.fix ?? 'Mend it.'} scriptgen bible validate tells all`;
  throw new ScriptGenError({
    code: 'bible/invalid',
    message: `${first.message.replace(/\.$/, '')}${more}.`,
    hint: notes.some(({ rule }) => rule === NEVER_FORCED) ? `${mend}.` : `${mend}; --force writes from it as it is.`,
    details: toJson({ notes }),
  });
}
