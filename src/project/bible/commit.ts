import type { Author, SourceWrite, Written } from '../../bibles/index.ts';
import { allEntries, type Desk } from './desk.ts';
import { refuseFaults } from './refuse-faults.ts';
import type { ChangeOptions } from './script-bible.ts';

/** Write one change set, and give the entries as they count in the script now. */
export async function commit(
  desk: Desk,
  writes: readonly SourceWrite[],
  how: ChangeOptions & { readonly reason: string; readonly undoes?: string },
): Promise<Written> {
  const { author = 'writer', isAgent = false, reason, undoes } = how;
  const by: Author = { type: isAgent ? 'agent' : 'person', name: author };
  await refuseFaults(
    desk,
    writes.flatMap((write) => (write.type === 'create' || write.type === 'update' ? [write] : [])),
  );
  const written = await desk.store.write({
    script: desk.script.id,
    writes,
    author: by,
    // Postgres keeps no NUL in a text.
    reason: reason.replaceAll('\0', ''),
    merge: true,
    ...(undoes === undefined ? {} : { undoes }),
  });
  const now = new Map((await allEntries(desk)).map((entry) => [entry.id, entry]));
  return { ...written, entries: written.entries.map((entry) => now.get(entry.overrides ?? entry.id) ?? entry) };
}
