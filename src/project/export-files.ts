import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { canonicalJson, type Note, ScriptGenError, sha256 } from '../core/index.ts';
import { aboutScript } from '../document/index.ts';
import { changedPages } from '../markup/index.ts';
import type { ExportedFile } from '../orchestrator/index.ts';
import {
  type LayoutOptions,
  layoutScreenplay,
  type Page,
  printFdx,
  printFountain,
  type RevisionSet,
  type Screenplay,
} from '../screenplay/index.ts';
import { printPdf } from '../screenplay/pdf/index.ts';
import type { RunStore } from '../steps/index.ts';

/** Raised when the printed form changes, so that files are written anew. */
const PRINTER = 2;

/** What to write, where. */
export interface Export {
  readonly screenplay: Screenplay;
  readonly folder: string;
  /** Of the files, without an ending. */
  readonly name: string;
  readonly title: string;
  /** Set for a script in production, whose pages are locked: it is written for Final Draft too, with the pages of the open round by themselves. */
  readonly production?: { readonly layout: LayoutOptions; readonly open?: RevisionSet | undefined } | undefined;
}

/**
 * Write `<name>.fountain` and `<name>.pdf`, each whole or not at all. Files that are up to date are left alone,
 * and a file that a person has changed since is never overwritten: the new text goes beside it.
 */
export async function exportFiles(
  store: RunStore,
  { screenplay, folder, name, title, production }: Export,
): Promise<readonly ExportedFile[]> {
  try {
    await mkdir(folder, { recursive: true });
    const sourceHash = sha256(
      canonicalJson({ printer: PRINTER, screenplay, ...(production && { layout: production.layout }) }),
    );
    const fountain = async (): Promise<Printed> => ({
      bytes: utf8(printFountain(screenplay)),
      notes: [],
    });
    const pages = (): readonly Page[] => layoutScreenplay(screenplay, production?.layout);
    const about = { ...aboutScript(screenplay), title };
    const file = (extension: string, print: () => Promise<Printed>, called = name): Promise<ExportedFile> =>
      exportFile(store, { folder, name: called, extension, sourceHash, print });
    const files = [await file('fountain', fountain), await file('pdf', () => printPdf(pages(), about))];
    if (production === undefined) return files;
    files.push(await file('fdx', async () => ({ bytes: utf8(printFdx(screenplay).text), notes: [] })));
    const { open } = production;
    if (open === undefined) return files;
    const round = `${name}.${open.name.toLowerCase().replaceAll(' ', '-')}-pages`;
    return [...files, await file('pdf', () => printPdf(changedPages(pages(), open), about), round)];
  } catch (error) {
    throw unwritable(error, folder);
  }
}

/** Fail early when files cannot be written to a folder: before anything is paid for. */
export async function checkFolder(folder: string): Promise<void> {
  const probe = join(folder, `.scriptgen-probe-${randomUUID().slice(0, 8)}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw unwritable(error, folder);
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

interface OneFile {
  readonly folder: string;
  readonly name: string;
  readonly extension: string;
  readonly sourceHash: string;
  readonly print: () => Promise<Printed>;
}

/** A file's bytes, and what it does not show as it is meant. */
interface Printed {
  readonly bytes: Uint8Array;
  readonly notes: readonly Note[];
}

async function exportFile(store: RunStore, file: OneFile): Promise<ExportedFile> {
  const path = resolve(file.folder, `${file.name}.${file.extension}`);
  const [last, present] = await Promise.all([store.lastExport(path), hashOf(path)]);
  if (present !== undefined && last?.fileHash === present && last.sourceHash === file.sourceHash)
    return { path, state: 'unchanged' };
  const { bytes, notes } = await file.print();
  const fileHash = sha256Bytes(bytes);
  const said = notes.length === 0 ? {} : { notes };
  if (fileHash === present) {
    await store.saveExport(path, { fileHash, sourceHash: file.sourceHash });
    return { path, state: 'unchanged', ...said };
  }
  // Asked again: printing takes a while, and an editor may have saved meanwhile.
  const isEdited = present !== undefined && (present !== last?.fileHash || (await hashOf(path)) !== present);
  const to = isEdited ? resolve(file.folder, `${file.name}.new.${file.extension}`) : path;
  const half = `${to}.${process.pid}.part`;
  await writeFile(half, bytes);
  await rename(half, to);
  await store.saveExport(to, { fileHash, sourceHash: file.sourceHash });
  return { path: to, state: 'written', ...(isEdited ? { keptEdited: path } : {}), ...said };
}

async function hashOf(path: string): Promise<string | undefined> {
  try {
    return sha256Bytes(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The SHA-256 of a file's bytes. */
export function sha256Bytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function unwritable(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!/^(EACCES|EPERM|EROFS|ENOSPC|ENOTDIR|EEXIST|EISDIR)$/.test(code)) return error;
  return new ScriptGenError({
    code: 'storage/unwritable',
    message: `Files cannot be written to ${folder} (${code}).`,
    hint: 'Name another folder with --out. The drafts are kept: nothing is asked again.',
    cause: error,
  });
}
