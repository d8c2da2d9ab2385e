import type { Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Version 4: what a script's cards were planned by stands beside it. */
export async function addPlans(trx: Transaction<Tables>): Promise<void> {
  await trx.schema.alterTable('scripts').addColumn('plan', 'text').execute();
}
