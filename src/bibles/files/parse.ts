import type { Kinds } from '../kinds/kind.ts';
import type { BibleFile, FileFault, ParsedEntry, ReadResult } from './file.ts';
import { splitMarkdown } from './markdown.ts';
import { parseJson } from './parse-json.ts';
import { readEntry } from './read-entry.ts';
import { readYaml } from './read-yaml.ts';

/** Read an entry from its file: YAML, or Markdown with front matter. Gives the entry, or all that is wrong with the file. */
export function parseEntry(path: string, text: string, kinds: Kinds): ReadResult<ParsedEntry> {
  const at = path.replaceAll('\\', '/');
  return unlessTooDeep(at, () => (/\.md$/i.test(at) ? parseMarkdown(at, text, kinds) : parseYaml(at, text, kinds)));
}

/** Read a whole bible from its files. All of them are read before anything is decided: entries, or all faults of all files. */
export function parseBible(files: readonly BibleFile[], kinds: Kinds): ReadResult<readonly ParsedEntry[]> {
  const results = files.map(({ path, text }): ReadResult<readonly ParsedEntry[]> => {
    if (/\.json$/i.test(path)) return unlessTooDeep(path, () => parseJson(path, text, kinds));
    const result = parseEntry(path, text, kinds);
    return result.ok ? { ok: true, value: [result.value] } : result;
  });
  const entries = results.flatMap((result) => (result.ok ? result.value : []));
  const faults = [...results.flatMap((result) => (result.ok ? [] : result.faults)), ...twins(entries)];
  return faults.length === 0 ? { ok: true, value: entries } : { ok: false, faults };
}

/** No entry nests so deeply that reading it fills the stack: what does is a fault like others. */
function unlessTooDeep<T>(path: string, read: () => ReadResult<T>): ReadResult<T> {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, faults: [{ path, message: 'The file is nested too deeply to be read.' }] };
  }
}

function parseYaml(path: string, text: string, kinds: Kinds): ReadResult<ParsedEntry> {
  const yaml = readYaml(text, { path });
  return yaml.ok ? readEntry(yaml.value, { path, kinds, sections: [] }) : yaml;
}

function parseMarkdown(path: string, text: string, kinds: Kinds): ReadResult<ParsedEntry> {
  const parts = splitMarkdown(text);
  if (parts === undefined) {
    const fix = 'Begin the file with a line ---, then `name: …`, then another line ---.';
    return { ok: false, faults: [{ path, line: 1, message: 'The file does not begin with front matter.', fix }] };
  }
  const { front, sections, stray } = parts;
  const strays: readonly FileFault[] =
    stray === undefined
      ? []
      : [
          {
            path,
            line: stray,
            message: 'This text belongs to no field.',
            fix: 'Put a heading above it, such as ## Notes.',
          },
        ];
  const yaml = readYaml(front, { path, line: 2 });
  if (!yaml.ok) return { ok: false, faults: [...yaml.faults, ...strays] };
  const entry = readEntry(yaml.value, { path, kinds, sections });
  if (strays.length === 0) return entry;
  return { ok: false, faults: [...(entry.ok ? [] : entry.faults), ...strays] };
}

/** A file that was copied, id and all, would be two versions of one entry. */
function twins(entries: readonly ParsedEntry[]): readonly FileFault[] {
  const paths = new Map<string, string>();
  return entries.flatMap(({ id, path }): readonly FileFault[] => {
    if (id === undefined) return [];
    const other = paths.get(id);
    paths.set(id, path);
    if (other === undefined) return [];
    const fix = 'Take id and version out of the one that is new.';
    return [{ path, message: `${other} and ${path} both have the id ${id}.`, fix }];
  });
}
