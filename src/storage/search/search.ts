import type { Kysely } from 'kysely';
import type { Searched, SearchHit, SearchOptions } from '../../bibles/index.ts';
import type { Tables } from '../tables.ts';
import { parseQuery } from './query.ts';
import { byScore, scoreOf } from './rank.ts';
import { type KeptText, nameScope, type SearchIndex, scopeOf, type TextPlace } from './search-index.ts';
import { snippetOf } from './snippet.ts';

const PLACES: Readonly<Record<Searched, readonly TextPlace[]>> = {
  entry: ['entry', 'draft'],
  version: ['version', 'removed'],
  card: ['card'],
  scene: ['scene'],
};

/** How many texts are compared. A query that more answer is too wide for its best to mean much; all names are among them. */
const CANDIDATES = 400;

/** Find words in what a script keeps, best first. */
export async function search(
  { db, index }: { readonly db: Kysely<Tables>; readonly index: SearchIndex },
  script: string,
  { query, in: where = ['entry', 'card', 'scene'], limit = 20 }: SearchOptions & { readonly query: string },
): Promise<readonly SearchHit[]> {
  const terms = parseQuery(query);
  const scopes = where.flatMap((one) => PLACES[one]).map((place) => scopeOf(script, place));
  if (terms.length === 0 || scopes.length === 0) return [];
  const names = await index.find(db, { scopes: scopes.map(nameScope), terms }, CANDIDATES);
  const others = await index.find(db, { scopes, terms }, CANDIDATES);
  const rows = new Map([...names, ...others].map((row) => [row.id, row]));
  const ranked = Array.from(rows.values(), (row) => ({ row, score: scoreOf(row, terms) })).sort(byScore);
  const best = ranked.slice(0, Math.max(0, limit));
  const heads = await headsOf(
    db,
    best.map(({ row }) => row),
  );
  return best.map(({ row, score }) => ({
    in: searchedIn(row),
    id: row.source,
    version: isHead(row) ? (heads.get(row.source) ?? row.version) : row.version,
    field: row.field,
    ...snippetOf(row.text, terms),
    score,
  }));
}

function searchedIn({ place }: KeptText): Searched {
  if (place === 'card' || place === 'scene') return place;
  return place === 'entry' || place === 'draft' ? 'entry' : 'version';
}

function isHead(row: KeptText): boolean {
  return searchedIn(row) === 'entry';
}

/** The head versions of the entries among these. */
async function headsOf(db: Kysely<Tables>, rows: readonly KeptText[]): Promise<ReadonlyMap<string, number>> {
  const ids = [...new Set(rows.filter(isHead).map(({ source }) => source))];
  if (ids.length === 0) return new Map();
  const heads = await db.selectFrom('entries').select(['id', 'head']).where('id', 'in', ids).execute();
  return new Map(heads.map(({ id, head }) => [id, head]));
}
