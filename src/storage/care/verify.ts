import type { Kysely } from 'kysely';
import type { Json } from '../../core/index.ts';
import { type JournalCare, type JournalFault, stepKey } from '../../steps/index.ts';
import { readJson } from '../json-column.ts';
import { pagesOf } from '../pages.ts';
import type { Tables } from '../tables.ts';
import { faultOf } from './answer-fault.ts';

/** Go through every answer, one page after the other. */
export async function verifyAnswers(db: Kysely<Tables>): ReturnType<JournalCare['verify']> {
  const faults: JournalFault[] = [];
  let checked = 0;
  for await (const rows of pagesOf(db, 'journal'))
    for (const row of rows) {
      if (row.status !== 'answered') continue;
      checked += 1;
      const message = messageOf(row);
      if (message !== undefined) faults.push({ key: row.key, message });
    }
  return { checked, faults };
}

function messageOf(row: Tables['journal']): string | undefined {
  const { key, request, answer, input_tokens, output_tokens, cached_tokens, cost } = row;
  const question = parse(request);
  if (question === undefined) return 'has a request that is not readable';
  if (stepKey(question) !== key) return 'has a key that is not that of its request';
  const given = parse(answer);
  if (given === undefined) return 'is not readable';
  const fault = faultOf(given);
  if (fault !== undefined) return fault;
  const { usage, cost: told } = given as { readonly usage: Readonly<Record<string, unknown>>; readonly cost: unknown }; // it has no fault
  const counts = [usage['inputTokens'], usage['outputTokens'], usage['cachedTokens'], told];
  const columns = [input_tokens, output_tokens, cached_tokens, cost];
  return counts.every((count, index) => count === columns[index]) ? undefined : 'says other counts than its columns';
}

function parse(text: string | null): Json | undefined {
  try {
    return text === null ? undefined : readJson<Json>(text);
  } catch {
    return undefined;
  }
}
