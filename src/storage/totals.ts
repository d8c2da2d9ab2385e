import type { Kysely } from 'kysely';
import type { Journal } from '../steps/index.ts';
import type { Tables } from './tables.ts';

type Totals = Awaited<ReturnType<Journal['totals']>>;

/** Sum what all answers took. One answer of unknown price makes the cost unknown; no answer at all costs nothing. */
export async function sumAnswers(db: Kysely<Tables>): Promise<Totals> {
  const parts = [await sumTable(db, 'journal'), await sumTable(db, 'journal_set_aside')];
  return parts.reduce((sum, part) => ({
    calls: sum.calls + part.calls,
    inputTokens: sum.inputTokens + part.inputTokens,
    outputTokens: sum.outputTokens + part.outputTokens,
    cost: sum.cost === null || part.cost === null ? null : sum.cost + part.cost,
  }));
}

async function sumTable(db: Kysely<Tables>, table: 'journal' | 'journal_set_aside'): Promise<Totals> {
  // Counting a column counts where it is not null: in a pending row of the journal, `answer` is.
  const row = await db
    .selectFrom(table)
    .select(({ fn }) => [
      fn.count('answer').as('calls'),
      fn.count('cost').as('priced'),
      fn.sum('input_tokens').as('input'),
      fn.sum('output_tokens').as('output'),
      fn.sum('cost').as('cost'),
    ])
    .executeTakeFirstOrThrow();
  const calls = Number(row.calls);
  return {
    calls,
    inputTokens: Number(row.input ?? 0),
    outputTokens: Number(row.output ?? 0),
    cost: Number(row.priced) < calls ? null : Number(row.cost ?? 0),
  };
}
