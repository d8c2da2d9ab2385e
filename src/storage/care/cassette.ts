import { type Kysely, sql } from 'kysely';
import { ScriptGenError } from '../../core/index.ts';
import { type ExportFilter, type JournalCare, type JournalRow, stepKey } from '../../steps/index.ts';
import type { Parts } from '../backend.ts';
import { findAnswers } from '../journal-rows.ts';
import { writeAnswers } from '../settle.ts';
import type { Tables } from '../tables.ts';
import { faultOf } from './answer-fault.ts';
import { originsOf, requestIfGoesOn } from './origins.ts';

/** Rows that are read or written at once. */
const PAGE = 200;

/**
 * The answers of a run, a script, or the whole journal, by key. Of a script: what it paid for, what its slots refer to, and
 * what goes on from that.
 */
export async function* exportRows(db: Kysely<Tables>, { run, script }: ExportFilter): AsyncGenerator<JournalRow, void> {
  const paid = (column: 'run' | 'script', value: string) =>
    db.selectFrom('calls').select('calls.id').where(`calls.${column}`, '=', value);
  const slots = new Set(
    script === undefined
      ? []
      : (await db.selectFrom('slots').select('key').where('script', '=', script).execute()).map(({ key }) => key),
  );
  for (let last = ''; ; ) {
    let query = db
      .selectFrom('journal')
      .select(['key', requestIfGoesOn.as('request')])
      .where('status', '=', 'answered')
      .where('key', '>', last);
    if (run !== undefined) query = query.where('call', 'in', paid('run', run));
    const paidBy =
      script === undefined
        ? sql<number>`1`
        : sql<number>`case when call in ${paid('script', script)} then 1 else 0 end`;
    const found = await query.select(paidBy.as('paid')).orderBy('key').limit(PAGE).execute();
    const isOfScript = ({ key, request, paid: isPaid }: (typeof found)[number]): boolean =>
      Number(isPaid) === 1 ||
      slots.has(key) ||
      (request !== null && originsOf(request).some((origin) => slots.has(origin)));
    const keys = found.filter((row) => script === undefined || isOfScript(row)).map(({ key }) => key);
    const rows = await findAnswers(db, keys);
    for (const key of keys) {
      const row = rows.get(key);
      if (row !== undefined) yield row;
    }
    last = found.at(-1)?.key ?? last;
    if (found.length < PAGE) return;
  }
}

/** Take answers in, a page at a time. A question that is being asked, or whose asker died, is answered by it. */
export async function importRows(
  { write }: Pick<Parts, 'write'>,
  rows: AsyncIterable<JournalRow> | Iterable<JournalRow>,
): ReturnType<JournalCare['import']> {
  let [added, count] = [0, 0];
  let page: JournalRow[] = [];
  const flush = async (): Promise<void> => {
    const part = page;
    page = [];
    if (part.length > 0) added += await insertRows(write, part);
  };
  for await (const row of rows) {
    refuse(row, count);
    count += 1;
    page.push(row);
    if (page.length === PAGE) await flush();
  }
  await flush();
  return { added, known: count - added };
}

async function insertRows(write: Parts['write'], rows: readonly JournalRow[]): Promise<number> {
  const distinct = [...new Map(rows.toReversed().map((row) => [row.key, row])).values()];
  const written = await write((trx) =>
    writeAnswers(
      trx,
      distinct.map((row) => ({ row, call: undefined })),
    ),
  );
  return written.length;
}

/** An answer under a false key would be given to a question that was never asked. */
function refuse(row: JournalRow, index: number): void {
  const fault = stepKey(row.request) === row.key ? faultOf(row.answer) : 'has a key that is not that of its request';
  if (fault === undefined) return;
  throw new ScriptGenError({
    code: 'input/invalid',
    message: `Answer ${index + 1} ${fault}.`,
    hint: 'It was changed, or is of another version of ScriptGen. Export it again where it came from.',
  });
}
