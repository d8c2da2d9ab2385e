import { sql, type Transaction } from 'kysely';
import type { GcOptions, GcReport } from '../../steps/index.ts';
import type { Parts } from '../backend.ts';
import { chunks } from '../chunks.ts';
import type { Tables } from '../tables.ts';
import { type Unused, unusedPages } from './unused.ts';

type Sizes = { readonly count: number; readonly bytes: number };

/** Throw away what the options name, a page at a time, so that others can write in between. The bill is left as it is. */
export async function collect(
  { db, write }: Pick<Parts, 'db' | 'write'>,
  { olderThan, unused = false, setAside = false, dryRun = false }: GcOptions,
): Promise<GcReport> {
  let answers: Sizes = { count: 0, bytes: 0 };
  if (unused || (olderThan !== undefined && !setAside))
    for await (const page of unusedPages(db, olderThan)) {
      const gone = dryRun ? page : await write((trx) => removeAnswers(trx, page));
      answers = { count: answers.count + gone.length, bytes: answers.bytes + sum(gone) };
    }
  const aside = setAside ? await asideOf(db, olderThan) : { count: 0, bytes: 0 };
  if (aside.count > 0 && !dryRun) await write((trx) => removeAside(trx, olderThan));
  return { answers: answers.count, bytes: answers.bytes, setAside: aside.count, setAsideBytes: aside.bytes };
}

/** Remove answers, unless a slot refers to one by now. */
async function removeAnswers(trx: Transaction<Tables>, unused: readonly Unused[]): Promise<readonly Unused[]> {
  const gone = new Set<string>();
  for (const part of chunks(unused.map(({ key }) => key))) {
    const rows = await trx
      .deleteFrom('journal')
      .where('key', 'in', part)
      .where('status', '=', 'answered')
      .where('key', 'not in', (from) => from.selectFrom('slots').select('slots.key'))
      .returning('key')
      .execute();
    for (const { key } of rows) gone.add(key);
  }
  return unused.filter(({ key }) => gone.has(key));
}

async function asideOf(db: Parts['db'], olderThan: string | undefined): Promise<Sizes> {
  const all = db
    .selectFrom('journal_set_aside')
    .select(({ fn }) => [
      fn.countAll().as('count'),
      fn.sum(sql<number>`octet_length(request) + octet_length(answer)`).as('bytes'),
    ]);
  const query = olderThan === undefined ? all : all.where('set_aside', '<', olderThan);
  const { count, bytes } = await query.executeTakeFirstOrThrow();
  return { count: Number(count), bytes: Number(bytes ?? 0) };
}

async function removeAside(trx: Transaction<Tables>, olderThan: string | undefined): Promise<void> {
  const all = trx.deleteFrom('journal_set_aside');
  await (olderThan === undefined ? all : all.where('set_aside', '<', olderThan)).execute();
}

function sum(rows: readonly Unused[]): number {
  return rows.reduce((all, { bytes }) => all + bytes, 0);
}
