import { type Kysely, sql } from 'kysely';
import type { JournalSizes } from '../../steps/index.ts';
import type { Tables } from '../tables.ts';
import { unusedPages } from './unused.ts';

/** Count what a journal holds. */
export async function sizesOf(db: Kysely<Tables>): Promise<JournalSizes> {
  const bytes = sql<number>`octet_length(request) + octet_length(answer)`;
  const answers = await db
    .selectFrom('journal')
    .select(({ fn }) => [
      fn.countAll().as('count'),
      fn.sum(bytes).as('bytes'),
      fn.min('time').as('oldest'),
      fn.max('time').as('newest'),
    ])
    .where('status', '=', 'answered')
    .executeTakeFirstOrThrow();
  const aside = await db
    .selectFrom('journal_set_aside')
    .select(({ fn }) => [fn.countAll().as('count'), fn.sum(bytes).as('bytes')])
    .executeTakeFirstOrThrow();
  let [unused, unusedBytes] = [0, 0];
  for await (const page of unusedPages(db)) {
    unused += page.length;
    unusedBytes += page.reduce((sum, one) => sum + one.bytes, 0);
  }
  const { oldest, newest } = answers;
  return {
    ...{ answers: Number(answers.count), bytes: Number(answers.bytes ?? 0) },
    ...{ setAside: Number(aside.count), setAsideBytes: Number(aside.bytes ?? 0), unused, unusedBytes },
    ...(oldest === null ? {} : { oldest }),
    ...(newest === null ? {} : { newest }),
  };
}
