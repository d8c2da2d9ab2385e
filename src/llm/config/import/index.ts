import { ScriptGenError } from '../../../core/index.ts';
import { parseModels } from '../config-file.ts';
import { importContinue } from './continue.ts';
import type { Imported } from './draft.ts';
import { importLitellm } from './litellm.ts';
import { importOpencode } from './opencode.ts';
import { importZed } from './zed.ts';

export type { Imported } from './draft.ts';
export { mergeModels } from './merge.ts';

/** Tools whose configuration can be read. */
export const IMPORT_SOURCES = ['opencode', 'litellm', 'continue', 'zed'] as const;
/** One of {@link IMPORT_SOURCES}. */
export type ImportSource = (typeof IMPORT_SOURCES)[number];

const READERS: Readonly<Record<ImportSource, (source: unknown) => Imported>> = {
  opencode: importOpencode,
  litellm: importLitellm,
  continue: importContinue,
  zed: importZed,
};

/**
 * Make a models.json of another tool's configuration. Secrets are never copied: they become pointers.
 *
 * @throws ScriptGenError `input/invalid` when the text cannot be read, or holds no models.
 */
export async function importModels(
  text: string,
  { from, file }: { readonly from: ImportSource; readonly file: string },
): Promise<Imported> {
  const imported = READERS[from](await parse(text, file));
  if (imported.config.provider === undefined)
    throw new ScriptGenError({
      code: 'input/invalid',
      message: `${file} holds no models that can be asked here.${imported.remarks[0] === undefined ? '' : ` ${imported.remarks[0]}`}`,
      hint: `Is it a configuration of ${from}? The others are: ${IMPORT_SOURCES.filter((name) => name !== from).join(', ')}.`,
    });
  // What it made must be what it reads.
  const { notes } = parseModels(JSON.stringify(imported.config, null, 2), `the models.json made of ${file}`);
  return { ...imported, remarks: [...imported.remarks, ...notes] };
}

/** Read JSON, JSON with comments, or YAML. No message repeats the text: it may hold keys. */
async function parse(text: string, file: string): Promise<unknown> {
  const bare = text.replace(/^\uFEFF/, '');
  if (/^\s*(?:\/\/|\/\*|\{)/.test(bare)) {
    try {
      return JSON.parse(withoutComments(bare));
    } catch {
      throw unreadable(file, 'JSON');
    }
  }
  const { parseDocument } = await import('yaml');
  const document = parseDocument(bare);
  const [first] = document.errors;
  if (first !== undefined) throw unreadable(`${file}:${first.linePos?.[0].line ?? 1}`, 'YAML');
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    throw unreadable(file, 'YAML');
  }
}

/** JSON without comments and trailing commas, for editors that allow them; texts in it stay as they are. */
function withoutComments(text: string): string {
  const bare = text.replace(/"(?:\\.|[^"\\])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (part) =>
    part.startsWith('"') ? part : '',
  );
  return bare.replace(/"(?:\\.|[^"\\])*"|,(?=\s*[}\]])/g, (part) => (part === ',' ? '' : part));
}

function unreadable(file: string, form: string): ScriptGenError {
  return new ScriptGenError({
    code: 'input/invalid',
    message: `${file} cannot be read as ${form}.`,
    hint: 'Name the configuration file of the tool that --from names.',
  });
}
