import type { Kysely } from 'kysely';
import type { Outline, SceneCard, Script, StoryPlan } from '../bibles/index.ts';
import { readJson } from './json-column.ts';
import type { Tables } from './tables.ts';

const COLUMNS = ['id', 'slug', 'title', 'logline', 'premise', 'format', 'scenes', 'parent'] as const;

/** All scripts, oldest first. */
export async function listScripts(db: Kysely<Tables>): Promise<readonly Script[]> {
  const rows = await db.selectFrom('scripts').select(COLUMNS).orderBy('seq').orderBy('id').execute();
  return rows.map(readScript);
}

/** The script with this id, or else with this slug. */
export async function getScript(db: Kysely<Tables>, idOrSlug: string): Promise<Script | undefined> {
  const found = await db
    .selectFrom('scripts')
    .select(COLUMNS)
    .where((is) => is.or([is('id', '=', idOrSlug), is('slug', '=', idOrSlug)]))
    .execute();
  const row = found.find(({ id }) => id === idOrSlug) ?? found[0];
  return row && readScript(row);
}

/** A script's cards, in order, and what they were planned by. */
export async function loadOutline(db: Kysely<Tables>, script: string): Promise<Outline> {
  const rows = await db
    .selectFrom('cards')
    .select('document')
    .where('script', '=', script)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const planned = await db.selectFrom('scripts').select('plan').where('id', '=', script).executeTakeFirst();
  const plan = planned?.plan ?? undefined;
  return {
    cards: rows.map(({ document }) => readJson<SceneCard>(document)),
    ...(plan === undefined ? {} : { plan: readJson<StoryPlan>(plan) }),
  };
}

function readScript({ parent, ...script }: Pick<Tables['scripts'], (typeof COLUMNS)[number]>): Script {
  return { ...script, ...(parent === null ? {} : { parent }) };
}
