import type { Transaction } from 'kysely';
import { type Conflict, type Content, contentOf, type EntryWrite, type Head, mergeContents } from '../bibles/index.ts';
import { ScriptGenError, toJson } from '../core/index.ts';
import { getVersion } from './read-entries.ts';
import type { Tables } from './tables.ts';

/** A new version of an entry that names the version that its writer read. */
export type Update = Extract<EntryWrite, { type: 'update' }>;

/**
 * What to write upon a head: what was to be written, or, where somebody else has written meanwhile, both put together.
 *
 * @throws ScriptGenError `bible/conflict` when they may not or cannot be put together.
 */
export async function reconcile(
  trx: Transaction<Tables>,
  { id, expected, content, merge }: Update & { readonly merge: boolean },
  head: Head,
): Promise<Content> {
  if (expected === head.version) return contentOf(content);
  const base = expected < head.version ? await getVersion(trx, id, expected) : undefined;
  if (base === undefined) throw unknownBase(head, expected);
  const { content: merged, overlap } = mergeContents(contentOf(base), content, contentOf(head));
  if (merge && overlap.length === 0) return merged;
  throw conflict(expected, {
    entry: id,
    base: contentOf(base),
    ours: contentOf(content),
    theirs: contentOf(head),
    head: head.version,
    overlap,
  });
}

function conflict(expected: number, details: Conflict): ScriptGenError {
  const { theirs, head, overlap } = details;
  const both = overlap.length === 0 ? 'No field was changed on both sides.' : `Both changed ${overlap.join(', ')}.`;
  return new ScriptGenError({
    code: 'bible/conflict',
    message: `"${theirs.name}" was changed meanwhile: it is at version ${head}, this change was made on version ${expected}. ${both}`,
    hint:
      overlap.length === 0
        ? 'Merge the two, or read it again and repeat the change.'
        : `Compare the two, decide, and write again on version ${head}.`,
    details: toJson(details),
  });
}

function unknownBase({ name, version }: Head, expected: number): ScriptGenError {
  return new ScriptGenError({
    code: 'bible/conflict',
    message: `"${name}" is at version ${version}; there is no version ${expected} that it could have been changed from.`,
    hint: 'Read it again and repeat the change.',
  });
}
