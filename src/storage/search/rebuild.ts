import type { Transaction } from 'kysely';
import type { SceneCard } from '../../bibles/index.ts';
import { readJson } from '../json-column.ts';
import { pagesOf } from '../pages.ts';
import type { Tables } from '../tables.ts';
import { readContent } from '../versions.ts';
import { cardRows, entryRows, sceneRows } from './keep.ts';
import type { SearchIndex, TextRow } from './search-index.ts';

/** Make the search index anew from what is kept. */
export async function rebuildIndex(trx: Transaction<Tables>, index: SearchIndex): Promise<void> {
  await index.clear(trx);
  for await (const rows of entryPages(trx)) await index.insert(trx, rows);
  for await (const cards of pagesOf(trx, 'cards'))
    await index.insert(
      trx,
      cards.flatMap(({ script, document }) => cardRows(script, readJson<SceneCard>(document))),
    );
  for await (const artifacts of pagesOf(trx, 'artifacts'))
    for (const { script, name, text } of artifacts)
      if (text !== null) await index.insert(trx, await sceneRows(trx, script, [{ id: name, text }]));
}

/** The rows that the versions of all entries leave, as if they were written one after the other. */
async function* entryPages(trx: Transaction<Tables>): AsyncGenerator<readonly TextRow[], void> {
  const entries = await trx.selectFrom('entries').select(['id', 'script', 'head']).execute();
  const heads = new Map(entries.map((entry) => [entry.id, entry]));
  let fields = new Map<string, TextRow>();
  for await (const versions of pagesOf(trx, 'entry_versions')) {
    const done: TextRow[] = [];
    for (const row of versions) {
      const entry = heads.get(row.entry);
      if (entry === undefined) continue;
      const { id, script, head } = entry;
      const rows = entryRows({ script, id, version: row.version, content: readContent(row) });
      const next = new Map(rows.map((text) => [text.field, sameText(fields.get(text.field), text)]));
      for (const [field, text] of fields)
        if (next.get(field)?.version !== text.version) done.push({ ...text, place: 'version' });
      const isHead = row.version === head;
      if (isHead) done.push(...next.values());
      fields = isHead ? new Map() : next;
    }
    yield done;
  }
}

/** A text as it stood before, in its old version and new place, when nothing but the place has changed. */
function sameText(before: TextRow | undefined, now: TextRow): TextRow {
  return before?.text === now.text ? { ...before, place: now.place } : now;
}
