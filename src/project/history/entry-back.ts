import { type Conflict, type Content, type Entry, type EntryWrite, mergeContents } from '../../bibles/index.ts';
import { ScriptGenError, toJson } from '../../core/index.ts';
import type { Desk } from '../bible/desk.ts';
import type { Touched } from './touched.ts';

/** An entry that overrides another and changes nothing in it. */
const NO_OVERRIDE: Content = { name: '', aliases: [], document: {}, facts: [], locked: [], state: 'accepted' };

/**
 * The write that takes versions of an entry back and leaves what came after them in other fields.
 *
 * @throws ScriptGenError `bible/conflict` when a field was changed again since.
 */
export async function entryBack({ store }: Desk, { id, first, last }: Touched): Promise<EntryWrite> {
  const [base, head] = await Promise.all([store.getVersion(id, last), store.getEntry(id)]);
  if (base === undefined || head === undefined)
    throw new ScriptGenError({
      code: 'storage/damaged',
      message: `Version ${last} of ${id} is not there any more.`,
      hint: 'Check the database: scriptgen db check',
    });
  const before = first === 1 ? undefined : await store.getVersion(id, first - 1);
  const ours: Content = before ?? (head.overrides === undefined ? { ...base, state: 'removed' } : NO_OVERRIDE);
  const { content, overlap } = mergeContents(base, ours, head);
  if (overlap.length > 0) throw changedSince(head, { base, ours, overlap });
  return { type: 'update', id, expected: head.version, content };
}

function changedSince(
  head: Entry,
  { base, ours, overlap }: { readonly base: Content; readonly ours: Content; readonly overlap: readonly string[] },
): ScriptGenError {
  const conflict: Conflict = { entry: head.id, base, ours, theirs: head, head: head.version, overlap };
  return new ScriptGenError({
    code: 'bible/conflict',
    message: `${head.name} was changed again since in ${overlap.join(', ')}: taking the older change back would lose that.`,
    hint: `Undo the later change first, or set the field yourself: scriptgen bible log ${JSON.stringify(head.name)}`,
    details: toJson(conflict),
  });
}
