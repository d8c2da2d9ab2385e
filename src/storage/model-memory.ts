import type { ModelFacts, ModelMemory } from '../llm/index.ts';
import type { Parts } from './backend.ts';
import { readJson } from './json-column.ts';

/** Make the memory of models of a database, a row for each fact. What is lost is learned again, so nothing waits for the disk. */
export function createModelMemory({ db, writeSoon }: Pick<Parts, 'db' | 'writeSoon'>): ModelMemory {
  return {
    load: async () => {
      const rows = await db.selectFrom('model_facts').selectAll().orderBy('model').orderBy('fact').execute();
      const models = new Map<string, ModelFacts>();
      for (const { model, fact, value } of rows) models.set(model, { ...models.get(model), [fact]: readJson(value) });
      return models;
    },
    save: async (model, facts) => {
      const rows = Object.entries(facts)
        .filter(([, value]) => value !== undefined)
        .map(([fact, value]) => ({ model, fact, value: JSON.stringify(value) }));
      if (rows.length === 0) return;
      await writeSoon((trx) =>
        trx
          .insertInto('model_facts')
          .values(rows)
          .onConflict((conflict) =>
            conflict.columns(['model', 'fact']).doUpdateSet((is) => ({ value: is.ref('excluded.value') })),
          )
          .execute(),
      );
    },
  };
}
