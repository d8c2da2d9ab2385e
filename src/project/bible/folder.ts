import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import {
  type BibleFile,
  basesOf,
  type Content,
  checkContent,
  type Entry,
  type EntryState,
  type FileForm,
  type ImportPlan,
  importWrites,
  isBibleFile,
  type Kinds,
  parseBible,
  planImport,
  printBible,
} from '../../bibles/index.ts';
import { ScriptGenError } from '../../core/index.ts';
import { commit } from './commit.ts';
import type { Desk } from './desk.ts';
import { faultyFiles } from './edit-text.ts';
import type { ScriptBible } from './script-bible.ts';

type Files = Pick<ScriptBible, 'exportTo' | 'importFrom'>;

const ANY: readonly EntryState[] = ['accepted', 'draft', 'removed'];

/** The bible of one script as a folder of text files, or as one JSON file. */
export function bibleFolder(desk: Desk): Files {
  return {
    exportTo: (folder, how = {}) => exportTo(desk, folder, how),
    importFrom: async (folder, { prune = false, dryRun = false, ...how } = {}) => {
      const files = await readFiles(resolve(folder), desk.kinds);
      const plan = await planFor(desk, files, prune);
      if (dryRun) return { plan };
      const writes = importWrites(plan);
      for (const item of plan.items) checkItem(desk.kinds, item);
      if (writes.length === 0) return { plan };
      const { changeSet } = await commit(desk, writes, { reason: `imported from ${folder}`, ...how });
      return { plan, ...(changeSet === undefined ? {} : { changeSet }) };
    },
  };
}

async function exportTo(
  desk: Desk,
  folder: string,
  { form = 'yaml', force = false }: { readonly form?: FileForm | 'json'; readonly force?: boolean },
): Promise<readonly string[]> {
  const home = resolve(folder);
  const entries = await desk.store.listEntries(desk.script.id, ['accepted', 'draft']);
  const files = printBible(entries, desk.kinds, form);
  const there = await readFiles(home, desk.kinds, { mayBeMissing: true });
  if (!force) await refuseEdited(desk, there);
  const wanted = new Map(files.map(({ path, text }) => [path, text]));
  for (const { path, text } of files)
    if (there.find((file) => file.path === path)?.text !== text) await put(join(home, path), text);
  // What was written under another name or in another form would be read as a second entry of the same id.
  const ids = new Set((await desk.store.listEntries(desk.script.id, ANY)).map(({ id }) => id));
  for (const file of there) if (!wanted.has(file.path) && isOf(ids, file, desk.kinds)) await rm(join(home, file.path));
  return files.map(({ path }) => join(folder, path));
}

/** Whether a file holds entries of this bible and no others: only such a file may be taken away. */
function isOf(ids: ReadonlySet<string>, file: BibleFile, kinds: Kinds): boolean {
  const parsed = parseBible([file], kinds);
  return parsed.ok && parsed.value.every(({ id }) => id !== undefined && ids.has(id));
}

/** @throws ScriptGenError `bible/conflict` when a file says something that was not imported: it would be lost. */
async function refuseEdited(desk: Desk, there: readonly BibleFile[]): Promise<void> {
  if (there.length === 0) return;
  const plan = await planFor(desk, there, false);
  const edited = plan.items.flatMap((item) =>
    item.type === 'unchanged' || item.type === 'missing' ? [] : [item.path],
  );
  if (edited.length === 0) return;
  throw new ScriptGenError({
    code: 'bible/conflict',
    message: `These files hold what was not imported yet: ${edited.join(', ')}. Nothing was written.`,
    hint: 'Import them first, export to another folder, or overwrite them with --force.',
  });
}

async function planFor(desk: Desk, files: readonly BibleFile[], prune: boolean): Promise<ImportPlan> {
  const parsed = parseBible(files, desk.kinds);
  if (!parsed.ok) throw faultyFiles(parsed.faults, 'Nothing was imported.');
  const heads = await desk.store.listEntries(desk.script.id, ANY);
  const bases = new Map<string, Content>();
  for (const { entry, version } of basesOf(heads, parsed.value)) {
    const base = await desk.store.getVersion(entry, version);
    if (base !== undefined) bases.set(`${entry} ${version}`, base);
  }
  return planImport(parsed.value, {
    heads,
    baseOf: (entry, version) => bases.get(`${entry} ${version}`),
    origin: desk.script.id,
    kinds: desk.kinds,
    prune,
  });
}

function checkItem(kinds: Kinds, item: ImportPlan['items'][number]): void {
  if (item.type === 'new' && item.entry.overrides === undefined)
    checkContent(kinds, item.entry.kind, item.entry as Entry);
}

/** Every file of a bible in a folder, by path. */
async function readFiles(
  home: string,
  kinds: Kinds,
  { mayBeMissing = false }: { readonly mayBeMissing?: boolean } = {},
): Promise<readonly BibleFile[]> {
  try {
    if (/\.json$/i.test(home)) return [{ path: 'bible.json', text: await readFile(home, 'utf8') }];
    const names = await readdir(home, { recursive: true });
    const paths = names.map((name) => name.split(sep).join('/')).filter((path) => isBibleFile(path, kinds));
    return await Promise.all(
      paths.sort().map(async (path) => ({ path, text: await readFile(join(home, path), 'utf8') })),
    );
  } catch (error) {
    if (mayBeMissing && error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new ScriptGenError({
      code: 'input/invalid',
      message: `${relative('.', home) || home} cannot be read as the folder of a bible.`,
      hint: 'Name a folder that scriptgen bible export wrote, or a bible.json.',
      cause: error,
    });
  }
}

/** Whole or not at all. */
async function put(path: string, text: string): Promise<void> {
  const half = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(half, text);
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw new ScriptGenError({
      code: 'storage/unwritable',
      message: `${path} cannot be written.`,
      hint: 'Name another folder.',
      cause: error,
    });
  }
}
