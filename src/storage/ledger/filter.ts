import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { CallFilter } from '../../steps/index.ts';
import { storable } from '../search/texts.ts';
import type { Tables } from '../tables.ts';

type Builder = ExpressionBuilder<Tables, 'calls'>;

/** The calls that a filter means, as a condition. */
export function meant(is: Builder, filter: CallFilter): Expression<SqlBool> {
  const equal = (['run', 'script', 'scene', 'task', 'role', 'model'] as const).flatMap((column) => {
    const value = filter[column];
    return value === undefined ? [] : [is(`calls.${column}`, '=', value)];
  });
  return is.and([
    ...equal,
    ...(filter.from === undefined ? [] : [is('calls.time', '>=', filter.from)]),
    ...(filter.until === undefined ? [] : [is('calls.time', '<', filter.until)]),
    // Literally, since an index of the failed ones is only used for what is known to be one before the values are.
    ...(filter.outcome === undefined ? [] : [sql<SqlBool>`calls.outcome ${sql.raw(SIGNS[filter.outcome])} 'answered'`]),
    ...wordsOf(filter.text).map((word) => has(is, word)),
  ]);
}

const SIGNS = { answered: '=', failed: '<>' } as const;

function wordsOf(text = ''): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** That the request or the answer of a call has this word, in any case. */
function has(is: Builder, word: string): Expression<SqlBool> {
  // Both are kept as JSON, in which a quotation mark has a backslash.
  const written = JSON.stringify(storable(word)).slice(1, -1);
  const pattern = `%${written.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const like = (column: string): Expression<SqlBool> =>
    sql<SqlBool>`lower(${sql.ref(column)}) like lower(${pattern}) escape '\\'`;
  return is.or([
    is.exists(
      is
        .selectFrom('journal')
        .select('journal.key')
        .whereRef('journal.key', '=', 'calls.key')
        .whereRef('journal.call', '=', 'calls.id')
        .where((inner) => inner.or([like('journal.request'), like('journal.answer')])),
    ),
    is.exists(
      is
        .selectFrom('journal_set_aside')
        .select('journal_set_aside.id')
        .whereRef('journal_set_aside.id', '=', 'calls.id')
        .where((inner) => inner.or([like('journal_set_aside.request'), like('journal_set_aside.answer')])),
    ),
  ]);
}
