import type { Transaction } from 'kysely';
import {
  BRANCH,
  type BranchDocument,
  type Moment,
  type NewBranch,
  plainId,
  type Script,
  storedId,
  type Versions,
} from '../bibles/index.ts';
import { ScriptGenError, toJson } from '../core/index.ts';
import { chunks } from './chunks.ts';
import type { SearchIndex, TextPlace } from './search/search-index.ts';
import type { Tables } from './tables.ts';
import { writeChanges } from './write-changes.ts';

/** A branch on its way into a database. */
interface Branching extends NewBranch {
  readonly of: string;
  readonly branch: Script;
  readonly time: string;
}

/**
 * Copy a script with all that is known of it: entries, cards and records with their versions, the sets in which they
 * were changed, its drafts, and what they read. What was asked and paid is not its own: the journal is everybody's.
 *
 * Ids stay, but a database has entries and change sets once: there they get the branch's behind theirs.
 *
 * @throws ScriptGenError `input/invalid` when there is a branch of that name.
 */
export async function createBranch(trx: Transaction<Tables>, index: SearchIndex, made: Branching): Promise<void> {
  const { of, branch, name, above, author, time } = made;
  await freeSlug(trx, branch);
  await copyRow(trx, made);
  const entries = await copyEntries(trx, made);
  const records = await copyRecords(trx, made);
  await copyWork(trx, made);
  await copyTexts(trx, index, made);
  const document: BranchDocument = { name, of, base: { script: of, entries, ...records }, above };
  await writeChanges(trx, index, {
    script: branch.id,
    writes: [{ type: 'record', kind: 'branch', id: BRANCH, expected: 0, document: toJson(document) }],
    ...{ author, reason: 'created', time },
  });
}

/** A branch that was taken away gives its slug away. */
async function freeSlug(trx: Transaction<Tables>, { slug }: Script): Promise<void> {
  const found = await trx.selectFrom('scripts').select('id').where('slug', '=', slug).executeTakeFirst();
  if (found === undefined) return;
  const record = await trx
    .selectFrom('record_versions')
    .select('document')
    .where('script', '=', found.id)
    .where('kind', '=', 'branch')
    .orderBy('version', 'desc')
    .executeTakeFirst();
  if (record?.document !== null)
    throw new ScriptGenError({
      code: 'input/invalid',
      message: `There is a branch ${slug} already.`,
      hint: 'Give this one another name, or take that one away first: scriptgen branch rm',
    });
  const away = { slug: `${slug}.${found.id}` };
  await trx.updateTable('scripts').set(away).where('id', '=', found.id).execute();
}

async function copyRow(trx: Transaction<Tables>, { of, branch, time }: Branching): Promise<void> {
  const row = await trx.selectFrom('scripts').selectAll().where('id', '=', of).executeTakeFirstOrThrow();
  const last = await trx
    .selectFrom('scripts')
    .select((is) => is.fn.max('seq').as('seq'))
    .executeTakeFirst();
  const { id, slug } = branch;
  const own = { id, slug, parent: of, created: time, seq: (last?.seq ?? 0) + 1 };
  await trx
    .insertInto('scripts')
    .values({ ...row, ...own })
    .execute();
}

/** Copy the entries with their versions, and give the heads. */
async function copyEntries(trx: Transaction<Tables>, { of, branch }: Branching): Promise<Versions> {
  const own = (id: string): string => storedId(id, branch.id);
  const entries = await trx.selectFrom('entries').selectAll().where('script', '=', of).execute();
  const rows = entries.map((row) => ({ ...row, id: own(row.id), script: branch.id }));
  for (const part of chunks(rows)) await trx.insertInto('entries').values(part).execute();
  for (const ids of chunks(entries.map(({ id }) => id))) {
    const versions = await trx.selectFrom('entry_versions').selectAll().where('entry', 'in', ids).execute();
    const copies = versions.map((row) => ({ ...row, entry: own(row.entry), change_set: own(row.change_set) }));
    for (const part of chunks(copies)) await trx.insertInto('entry_versions').values(part).execute();
  }
  return Object.fromEntries(entries.map(({ id, head }) => [plainId(id), head]));
}

/** Copy cards and records with their versions, and all change sets, and give the heads. What makes a branch of the other is not copied. */
async function copyRecords(
  trx: Transaction<Tables>,
  { of, branch: { id: script } }: Branching,
): Promise<Pick<Moment, 'cards' | 'records'>> {
  const own = (id: string): string => (id === '' ? id : storedId(id, script));
  const cards = await trx.selectFrom('cards').selectAll().where('script', '=', of).orderBy('position').execute();
  const heads = await trx.selectFrom('records').selectAll().where('script', '=', of).execute();
  const versions = await trx.selectFrom('record_versions').selectAll().where('script', '=', of).execute();
  const sets = await trx.selectFrom('change_sets').selectAll().where('script', '=', of).execute();
  const apart = new Set(versions.flatMap(({ kind, change_set }) => (kind === 'branch' ? [change_set] : [])));
  const kept = heads.filter(({ kind }) => kind !== 'branch');
  for (const part of chunks(sets.filter(({ id }) => !apart.has(id))))
    await trx
      .insertInto('change_sets')
      .values(part.map((row) => ({ ...row, script, id: own(row.id), undoes: row.undoes && own(row.undoes) })))
      .execute();
  for (const part of chunks(cards))
    await trx
      .insertInto('cards')
      .values(part.map((row) => ({ ...row, script })))
      .execute();
  for (const part of chunks(kept))
    await trx
      .insertInto('records')
      .values(part.map((row) => ({ ...row, script })))
      .execute();
  for (const part of chunks(versions.filter(({ kind }) => kind !== 'branch')))
    await trx
      .insertInto('record_versions')
      .values(part.map((row) => ({ ...row, script, change_set: own(row.change_set) })))
      .execute();
  return {
    cards: cards.map(({ id, version }) => ({ id, version })),
    records: Object.fromEntries(
      kept.flatMap(({ kind, id, head }) => (kind === 'card' ? [] : [[`${kind}/${id}`, head]])),
    ),
  };
}

/** Artifacts that are no branch's: which branch is meant, and the files that the trunk was written to. */
const OF_TRUNK = /^(?:branch$|file:)/;

/** Copy the last drafts and all else that follows from the journal, and what each slot read. */
async function copyWork(trx: Transaction<Tables>, { of, branch: { id: script } }: Branching): Promise<void> {
  const slots = await trx.selectFrom('slots').selectAll().where('script', '=', of).execute();
  for (const part of chunks(slots))
    await trx
      .insertInto('slots')
      .values(part.map((row) => ({ ...row, script })))
      .execute();
  const artifacts = await trx.selectFrom('artifacts').selectAll().where('script', '=', of).execute();
  for (const part of chunks(artifacts.filter(({ name }) => !OF_TRUNK.test(name))))
    await trx
      .insertInto('artifacts')
      .values(part.map((row) => ({ ...row, script })))
      .execute();
}

const OF_ENTRIES: ReadonlySet<TextPlace> = new Set(['entry', 'draft', 'removed', 'version']);

async function copyTexts(trx: Transaction<Tables>, index: SearchIndex, { of, branch }: Branching): Promise<void> {
  const texts = await trx.selectFrom('texts').selectAll().where('script', '=', of).orderBy('id').execute();
  const copies = texts.map(({ id: _, source, ...row }) => ({
    ...row,
    script: branch.id,
    source: OF_ENTRIES.has(row.place) ? storedId(source, branch.id) : source,
  }));
  for (const part of chunks(copies)) await index.insert(trx, part);
}
