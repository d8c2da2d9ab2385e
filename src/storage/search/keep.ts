import type { Transaction } from 'kysely';
import type { Content, EntryState, SceneCard } from '../../bibles/index.ts';
import type { Tables } from '../tables.ts';
import type { SearchIndex, TextPlace, TextRow } from './search-index.ts';
import { textsOf, textsOfCard } from './texts.ts';

/** A version of an entry, to be found. */
export interface Findable {
  readonly script: string;
  readonly id: string;
  readonly version: number;
  readonly content: Content;
}

const PLACES: Readonly<Record<EntryState, TextPlace>> = { accepted: 'entry', draft: 'draft', removed: 'removed' };

/** The rows of a head. */
export function entryRows({ script, id, version, content }: Findable): readonly TextRow[] {
  const place = PLACES[content.state];
  return textsOf(content).map((text) => ({ script, place, source: id, version, ...text }));
}

/** The rows of a card. */
export function cardRows(script: string, card: SceneCard): readonly TextRow[] {
  const { id: source, version } = card;
  return textsOfCard(card).map((text) => ({ script, place: 'card', source, version, ...text }));
}

/**
 * Let a new head be found in place of the one before. Only fields whose text has changed get a new row: the old one
 * stays as that of an older version, so that the index grows by what was changed and not by the entry.
 */
export async function keepHead(trx: Transaction<Tables>, index: SearchIndex, head: Findable): Promise<void> {
  const kept = await trx
    .selectFrom('texts')
    .selectAll()
    .where('source', '=', head.id)
    .where('place', 'in', Object.values(PLACES))
    .execute();
  const place = PLACES[head.content.state];
  const rows = entryRows(head);
  const texts = new Map(rows.map(({ field, text }) => [field, text]));
  const staying = kept.filter(({ field, text }) => texts.get(field) === text);
  const gone = kept.filter((row) => !staying.includes(row));
  const fields = new Set(staying.map(({ field }) => field));
  const added = rows.filter(({ field }) => !fields.has(field));
  const moved = staying.filter((row) => row.place !== place);
  if (gone.length > 0) await index.move(trx, gone, 'version');
  if (moved.length > 0) await index.move(trx, moved, place);
  if (added.length > 0) await index.insert(trx, added);
}

/** Let a card be found by its new words, and no more by its old ones; its scene is one of the card as it is now. */
export async function keepCard(
  trx: Transaction<Tables>,
  index: SearchIndex,
  { script, id, card }: { readonly script: string; readonly id: string; readonly card: SceneCard | undefined },
): Promise<void> {
  await forget(trx, index, { script, place: 'card', sources: [id] });
  if (card !== undefined) await index.insert(trx, cardRows(script, card));
  await trx
    .updateTable('texts')
    .set({ version: card?.version ?? 1 })
    .where('source', '=', id)
    .where('place', '=', 'scene')
    .where('script', '=', script)
    .execute();
}

/** Let the scenes among these be found by their new words, and no more by their old ones. */
export async function keepScenes(
  trx: Transaction<Tables>,
  index: SearchIndex,
  { script, scenes }: { readonly script: string; readonly scenes: ReadonlyMap<string, string | null> },
): Promise<void> {
  await forget(trx, index, { script, place: 'scene', sources: [...scenes.keys()] });
  const found = [...scenes].flatMap(([id, text]) => (text === null ? [] : [{ id, text }]));
  if (found.length > 0) await index.insert(trx, await sceneRows(trx, script, found));
}

/** Let what these sources say in a place be found no more. */
async function forget(
  trx: Transaction<Tables>,
  index: SearchIndex,
  {
    script,
    place,
    sources,
  }: { readonly script: string; readonly place: TextPlace; readonly sources: readonly string[] },
): Promise<void> {
  const old = await trx
    .selectFrom('texts')
    .select('id')
    .where('source', 'in', sources)
    .where('place', '=', place)
    .where('script', '=', script)
    .execute();
  const ids = old.map(({ id }) => id);
  if (ids.length > 0) await index.remove(trx, ids);
}

/** The rows of scenes, in the version of their cards; 1 where there is no card. */
export async function sceneRows(
  trx: Transaction<Tables>,
  script: string,
  scenes: readonly { readonly id: string; readonly text: string }[],
): Promise<readonly TextRow[]> {
  const ids = scenes.map(({ id }) => id);
  const cards = trx.selectFrom('cards').select(['id', 'version']).where('script', '=', script);
  const versions = new Map((await cards.where('id', 'in', ids).execute()).map(({ id, version }) => [id, version]));
  return scenes.map(({ id: source, text }) => ({
    ...{ script, place: 'scene', source, version: versions.get(source) ?? 1, field: 'text', text },
  }));
}
