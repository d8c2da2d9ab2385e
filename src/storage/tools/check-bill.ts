import type { Kysely } from 'kysely';
import { chunks } from '../chunks.ts';
import { spendingOf } from '../ledger/spending.ts';
import { pagesOf } from '../pages.ts';
import type { Tables } from '../tables.ts';
import type { Finding } from './finding.ts';

/** Sums of doubles in another order differ by less than this part of them. */
const STRAY = 1e-6;

type Spending = Tables['spending'];

/** What is said to be spent is the sum of the calls, and every answer that was paid for has its call. */
export async function checkBill(db: Kysely<Tables>): Promise<readonly Finding[]> {
  return [...(await checkSpending(db)), ...(await checkPaid(db))];
}

async function checkSpending(db: Kysely<Tables>): Promise<readonly Finding[]> {
  const expected = new Map<string, Spending>();
  for await (const rows of pagesOf(db, 'calls'))
    for (const row of spendingOf(rows.map(spentOf))) expected.set(row.period, plus(expected.get(row.period), row));
  const findings: Finding[] = [];
  for await (const rows of pagesOf(db, 'spending'))
    for (const row of rows) {
      if (!isEqual(row, expected.get(row.period)))
        findings.push({ table: 'spending', row: row.period, message: 'is not what its calls come to' });
      expected.delete(row.period);
    }
  const missing = [...expected.keys()].map((row) => ({ table: 'spending', row, message: 'is missing' }));
  return [...findings, ...missing];
}

async function checkPaid(db: Kysely<Tables>): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for await (const rows of pagesOf(db, 'journal')) {
    const paid = rows.flatMap(({ key, call }) => (call === null ? [] : [{ key, call }]));
    const ids = new Set<string>();
    for (const part of chunks(paid.map(({ call }) => call)))
      for (const { id } of await db.selectFrom('calls').select('id').where('id', 'in', part).execute()) ids.add(id);
    const lost = paid.filter(({ call }) => !ids.has(call));
    findings.push(
      ...lost.map(({ key, call }) => ({
        table: 'journal',
        row: key,
        message: `was paid for by the call ${call}, which is not on the bill`,
      })),
    );
  }
  return findings;
}

function spentOf({
  run,
  time,
  cost,
  input_tokens,
  output_tokens,
}: Tables['calls']): Parameters<typeof spendingOf>[0][number] {
  return { run, time, cost, usage: { inputTokens: input_tokens, outputTokens: output_tokens, cachedTokens: 0 } };
}

function plus(a: Spending | undefined, b: Spending): Spending {
  if (a === undefined) return b;
  return {
    period: b.period,
    calls: a.calls + b.calls,
    unpriced: a.unpriced + b.unpriced,
    input_tokens: a.input_tokens + b.input_tokens,
    output_tokens: a.output_tokens + b.output_tokens,
    cost: a.cost + b.cost,
  };
}

function isEqual(a: Spending, b: Spending | undefined): boolean {
  if (b === undefined) return false;
  const counts = ['calls', 'unpriced', 'input_tokens', 'output_tokens'] as const;
  return counts.every((count) => a[count] === b[count]) && Math.abs(a.cost - b.cost) <= STRAY * Math.max(1, b.cost);
}
