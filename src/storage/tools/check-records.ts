import type { Kysely } from 'kysely';
import { canonicalJson, type Json } from '../../core/index.ts';
import { readJson } from '../json-column.ts';
import { pagesOf } from '../pages.ts';
import type { Tables } from '../tables.ts';
import type { Finding } from './finding.ts';

type VersionRow = Tables['record_versions'];

/** What should stand in `records` or `cards` for what was written last. */
interface Last {
  readonly table: 'records' | 'cards';
  readonly version: number;
  /** Of a card; absent when it is not readable. */
  readonly document?: Json | null;
}

/** Go through the versions of every record and card: readable, without a gap, up to the head and the card that stands. */
export async function checkRecords(db: Kysely<Tables>): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const lasts = new Map<string, Last>();
  for await (const rows of pagesOf(db, 'record_versions'))
    for (const row of rows) {
      const key = keyOf(row);
      const before = lasts.get(key)?.version;
      const { last, messages } = checkVersion(row, before);
      findings.push(
        ...messages.map((message) => ({ table: 'record_versions', row: `${key} ${row.version}`, message })),
      );
      lasts.set(key, last);
    }
  return [...findings, ...(await checkHeads(db, lasts)), ...(await checkCards(db, lasts))];
}

function checkVersion(
  row: VersionRow,
  before: number | undefined,
): { readonly last: Last; readonly messages: readonly string[] } {
  const isCard = row.kind === 'card';
  // A card that was copied goes on counting.
  const follows = row.version === (before ?? (isCard ? row.version - 1 : 0)) + 1;
  const gap = follows ? [] : [`follows version ${before ?? 0}`];
  const last: Last = { table: isCard ? 'cards' : 'records', version: row.version };
  try {
    const document = row.document === null ? null : readJson<Json>(row.document);
    return { last: isCard ? { ...last, document } : last, messages: gap };
  } catch {
    return { last, messages: [...gap, 'is not readable'] };
  }
}

async function checkHeads(db: Kysely<Tables>, lasts: ReadonlyMap<string, Last>): Promise<readonly Finding[]> {
  const missing = new Set([...lasts].flatMap(([key, { table }]) => (table === 'records' ? [key] : [])));
  const findings: Finding[] = [];
  for await (const rows of pagesOf(db, 'records'))
    for (const row of rows) {
      const key = keyOf(row);
      missing.delete(key);
      const last = lasts.get(key)?.version ?? 0;
      if (last !== row.head)
        findings.push({ table: 'records', row: key, message: `has head ${row.head}, and its last version is ${last}` });
    }
  return [...findings, ...[...missing].map((row) => ({ table: 'records', row, message: 'is missing' }))];
}

async function checkCards(db: Kysely<Tables>, lasts: ReadonlyMap<string, Last>): Promise<readonly Finding[]> {
  const standing = [...lasts].filter(([, { table, document }]) => table === 'cards' && document !== null);
  const missing = new Set(standing.map(([key]) => key));
  const findings: Finding[] = [];
  for await (const rows of pagesOf(db, 'cards'))
    for (const { script, id, position, document } of rows) {
      const key = keyOf({ script, kind: 'card', id });
      missing.delete(key);
      const last = lasts.get(key)?.document;
      const text = textOf(position, document);
      if (last !== undefined && text !== undefined && canonicalJson(last) !== text)
        findings.push({ table: 'cards', row: `${script} ${id}`, message: 'is not what its last version says' });
    }
  return [...findings, ...[...missing].map((row) => ({ table: 'cards', row, message: 'is missing' }))];
}

/** A card as its versions say it; nothing for one that is not readable, which is found elsewhere. */
function textOf(position: string, document: string): string | undefined {
  try {
    return canonicalJson({ position, card: readJson<Json>(document) });
  } catch {
    return undefined;
  }
}

function keyOf({ script, kind, id }: Pick<VersionRow, 'script' | 'kind' | 'id'>): string {
  return `${script} ${kind} ${id}`;
}
