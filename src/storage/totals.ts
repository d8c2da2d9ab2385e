import type { Kysely } from 'kysely';
import type { Journal } from '../steps/index.ts';
import { PROJECT } from './ledger/spending.ts';
import type { Tables } from './tables.ts';

/** Sum what all calls took, those that failed included. One of unknown price makes the cost unknown; no call at all costs nothing. */
export async function sumAnswers(db: Kysely<Tables>): ReturnType<Journal['totals']> {
  const row = await db.selectFrom('spending').selectAll().where('period', '=', PROJECT).executeTakeFirst();
  if (row === undefined) return { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0 };
  const { calls, unpriced, input_tokens, output_tokens, cost } = row;
  return { calls, inputTokens: input_tokens, outputTokens: output_tokens, cost: unpriced > 0 ? null : cost };
}
