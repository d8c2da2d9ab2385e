import type { Script } from '../bibles/index.ts';
import { ScriptGenError } from '../core/index.ts';

/** A title is in every prompt, so a new one would be a new script. */
export function refuseTitle({ title, slug }: Script, asked: string | undefined): void {
  if (asked === undefined || asked.trim() === title) return;
  throw new ScriptGenError({
    code: 'input/invalid',
    message: `This logline is a script already, and its title is ${JSON.stringify(title)}.`,
    hint: `Go on with it without --title, or write the new one in a folder of its own with --project (here it is ${slug}).`,
  });
}

/** A bible that was begun by hand, and has no scenes to write. */
export function noScenes({ title, slug }: Script): ScriptGenError {
  return new ScriptGenError({
    code: 'scene/not-found',
    message: `${title} has no scenes to write.`,
    hint: `Give it one: scriptgen card add synopsis="…" --script ${slug}; or tell a story with its people and places: scriptgen write "<logline>" --in ${slug}`,
  });
}

/** A script that is not there, with those that are. */
export function noScript(dir: string, script?: string, known: readonly Script[] = []): ScriptGenError {
  return new ScriptGenError({
    code: 'script/not-found',
    message:
      script === undefined
        ? `There is no script in ${dir}.`
        : `There is no script named ${JSON.stringify(script)} in ${dir}.`,
    hint:
      known.length > 0
        ? `The scripts are: ${known.map(({ slug }) => slug).join(', ')}.`
        : 'Write one first: scriptgen write "<logline>". Or name its folder with --project.',
  });
}
