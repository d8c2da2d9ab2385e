import type { Decide, MergeConflict, Side } from '../../bibles/index.ts';
import { ScriptGenError, toJson } from '../../core/index.ts';

/**
 * Read which sides are taken: `theirs:MAYA.want`, `ours:sc14`, `theirs`. The longest name that covers a conflict decides it.
 *
 * @throws ScriptGenError `input/invalid`
 */
export function decideBy(take: readonly string[]): Decide {
  const taken = take.map((word) => {
    const [, side, what = ''] = /^(ours|theirs)(?::(.+))?$/.exec(word.trim()) ?? [];
    if (side === undefined)
      throw new ScriptGenError({
        code: 'input/invalid',
        message: `${JSON.stringify(word)} does not say which side is taken.`,
        hint: 'For example: --take theirs:MAYA.want, --take ours:sc14, --take theirs',
      });
    return { side: side as Side, what: what.toLowerCase() };
  });
  return (at) => {
    const name = at.toLowerCase();
    const covers = ({ what }: { readonly what: string }): boolean =>
      what === '' || name === what || name.startsWith(`${what}.`);
    return taken.filter(covers).toSorted((a, b) => b.what.length - a.what.length)[0]?.side;
  };
}

/** The words in which a value is told in a message. */
const MOST = 60;

/** Both sides changed the same: nothing is written before a person decides. */
export function unmerged(from: string, into: string, conflicts: readonly MergeConflict[]): ScriptGenError {
  const told = conflicts.map(
    ({ at, ours, theirs }) => `${at} is ${shortly(ours)} in ${into} and ${shortly(theirs)} in ${from}`,
  );
  const [first] = conflicts;
  return new ScriptGenError({
    code: 'branch/conflict',
    message: `${told.join('; ')}. Nothing was merged.`,
    hint: `Say which to take: scriptgen branch merge ${from} --take theirs:${first?.at} (${from}) or ours:${first?.at} (${into}).`,
    details: toJson(conflicts),
  });
}

function shortly(value: MergeConflict['ours']): string {
  if (value === undefined) return 'gone';
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length <= MOST ? text : `${text.slice(0, MOST)}…`;
}
