import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ScriptGenError } from '../core/index.ts';
import { type ImportSource, importModels, mergeModels, userFolder } from '../llm/index.ts';

/** What came of an import. */
export interface ImportedModels {
  /** The models.json that it goes into. */
  readonly file: string;
  /** The whole file as it is now, or would be. */
  readonly text: string;
  readonly written: boolean;
  /** What was left out, which key is to be put where, what was there already. */
  readonly remarks: readonly string[];
}

/** Where an import comes from and goes to. */
export interface ImportTarget {
  /** The file that was read, for messages. */
  readonly file: string;
  readonly from: ImportSource;
  readonly to: 'user' | 'project';
  readonly write: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The project's models.json. */
  readonly project: string;
}

/**
 * Lay another tool's models under a models.json: nothing that stands there is changed.
 *
 * @throws ScriptGenError `input/invalid` for a text that is no such configuration, `config/invalid` when the present
 * models.json cannot be read, `storage/unwritable`.
 */
export async function importInto(text: string, target: ImportTarget): Promise<ImportedModels> {
  const imported = await importModels(text, target);
  const file = fileOf(target);
  const { value, remarks } = mergeModels(presentIn(file), imported.config);
  const made = `${JSON.stringify(value, null, 2)}\n`;
  if (target.write) put(file, made);
  return { file, text: made, written: target.write, remarks: [...imported.remarks, ...remarks] };
}

function fileOf({ to, env, project }: ImportTarget): string {
  if (to === 'project') return project;
  const folder = userFolder(env);
  if (folder !== undefined) return join(folder, 'models.json');
  throw new ScriptGenError({
    code: 'input/invalid',
    message: 'There is no home folder to put a models.json into.',
    hint: 'Set HOME or XDG_CONFIG_HOME, or write into the project: --to project.',
  });
}

function presentIn(file: string): object {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return {};
  }
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value;
  } catch {
    // Told below, as for any other value that is no configuration.
  }
  throw new ScriptGenError({
    code: 'config/invalid',
    message: `${file} is there already and is no JSON object, so nothing is laid under it.`,
    hint: 'Mend it or move it away; scriptgen models list says what is wrong with it.',
  });
}

function put(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const half = `${file}.${process.pid}.part`;
    writeFileSync(half, text);
    renameSync(half, file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new ScriptGenError({
      code: 'storage/unwritable',
      message: `${file} cannot be written (${code}).`,
      hint: 'Give yourself the right to write there, or write into the project: --to project.',
      cause: error,
    });
  }
}
