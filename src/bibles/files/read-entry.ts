import { canonicalJson, deriveId, type Json } from '../../core/index.ts';
import type { Content, EntryState } from '../entry.ts';
import type { Fact } from '../fact.ts';
import type { Document, Kind, Kinds } from '../kinds/kind.ts';
import { contentFaults } from '../validate/content-faults.ts';
import { meant } from '../validate/meant.ts';
import type { FileFault, ParsedEntry, ReadResult } from './file.ts';
import { BEFORE, fileSchema } from './file-schema.ts';
import { fieldOfHeading, type Section } from './markdown.ts';
import { folderIn, kindOfFolder } from './path.ts';
import type { YamlText } from './read-yaml.ts';

interface Origin {
  readonly path: string;
  readonly kinds: Kinds;
  readonly sections: readonly Section[];
}

/** Make an entry of what stands in a file, or say all that is wrong with it. */
export function readEntry(yaml: YamlText, { path, kinds, sections }: Origin): ReadResult<ParsedEntry> {
  const kind = kindIn(yaml, path, kinds);
  if ('message' in kind) return { ok: false, faults: [kind] };
  const values = yaml.valueBy(fileSchema(kind));
  const read = sectionsOf(kind, sections, { path, values });
  const entry = entryOf({ ...values, ...read.values }, kind, path);
  const faults = entryFaults(entry, kind).map(({ at, ...fault }): FileFault => {
    const section = sections.find(({ heading }) => fieldOfHeading(kind, heading) === at[0]);
    const place = section === undefined ? yaml.placeOf(at) : { line: section.line };
    return { path, ...place, ...fault };
  });
  const all = [...read.faults, ...faults];
  return all.length === 0 ? { ok: true, value: entry } : { ok: false, faults: all };
}

/** The kind that a file says, or its folder. */
function kindIn(yaml: YamlText, path: string, kinds: Kinds): Kind | FileFault {
  const said = yaml.textAt('kind');
  const folder = folderIn(path);
  const kind = said === undefined ? kindOfFolder(kinds, folder) : kinds.get(said);
  if (kind !== undefined) return kind;
  const names = [...kinds.keys()];
  const fix = meant(said ?? folder, said === undefined ? names.flatMap((name) => [name, `${name}s`]) : names);
  if (said !== undefined) {
    const message = `There is no kind ${JSON.stringify(said)}.`;
    return { path, ...yaml.placeOf(['kind']), message, fix: fix ?? `There are ${names.join(', ')}.` };
  }
  const message = `The folder ${JSON.stringify(folder)} says no kind, and the file neither.`;
  return { path, line: 1, message, fix: fix ?? `Add a line \`kind: …\`, one of ${names.join(', ')}.` };
}

function sectionsOf(
  kind: Kind,
  sections: readonly Section[],
  { path, values }: { readonly path: string; readonly values: { readonly [key: string]: Json } },
): { readonly values: { readonly [key: string]: Json }; readonly faults: readonly FileFault[] } {
  const read: Record<string, Json> = {};
  const faults: FileFault[] = [];
  for (const { heading, text, line } of sections) {
    const field = fieldOfHeading(kind, heading);
    const names = kind.fields.map(({ name }) => name);
    if (field === undefined) {
      const fix =
        meant(heading, names) ?? `A ${kind.name} has ${names.join(', ')}. Use ### for headings inside of a text.`;
      faults.push({ path, line, message: `A ${kind.name} has no field ${JSON.stringify(heading)}.`, fix });
    } else if (Object.hasOwn(read, field) || Object.hasOwn(values, field))
      faults.push({ path, line, message: `The field ${field} stands twice.`, fix: 'Put both together.' });
    else read[field] = text;
  }
  return { values: read, faults };
}

/** The parse boundary: what is not what it should be is found by {@link entryFaults} right after. */
function entryOf(values: { readonly [key: string]: Json }, kind: Kind, path: string): ParsedEntry {
  const {
    id,
    version,
    overrides,
    name = '',
    aliases = [],
    locked = [],
    state = 'accepted',
    facts = [],
    ...rest
  } = values;
  const document = Object.fromEntries(Object.entries(rest).filter(([field]) => !Object.hasOwn(BEFORE, field)));
  const content = { name, aliases, document, facts: factsOf(facts, path), locked, state } as unknown as Content;
  return {
    path,
    kind: kind.name,
    ...(id === undefined || id === '' ? {} : { id: id as string }),
    ...(version === undefined || version === null ? {} : { version: version as number }),
    ...(overrides === undefined || overrides === '' ? {} : { overrides: overrides as string }),
    ...content,
    document: document as Document,
    state: (state === '' ? 'accepted' : state) as EntryState,
  };
}

/** Facts written by hand need no id, and one that always holds no more than its words. */
function factsOf(facts: Json, path: string): Json {
  if (!Array.isArray(facts)) return facts;
  return facts.map((fact: Json): Json => {
    const own = typeof fact === 'object' && fact !== null && !Array.isArray(fact) ? fact : { value: fact };
    const { field = '', value = '' } = own as Partial<Fact>;
    return Object.hasOwn(own, 'id') ? own : { id: deriveId('fa', path, field, canonicalJson(value)), ...own };
  });
}

interface EntryFault {
  readonly at: readonly (string | number)[];
  readonly message: string;
  readonly fix?: string;
}

function entryFaults(entry: ParsedEntry, kind: Kind): readonly EntryFault[] {
  const { id, version } = entry;
  const own: EntryFault[] = [];
  if (version !== undefined && !(Number.isInteger(version) && version >= 1))
    own.push({ at: ['version'], message: 'version: expected a whole number from 1 on', fix: 'Take the line out.' });
  if (id !== undefined && !/^[\w-]+$/.test(id))
    own.push({
      at: ['id'],
      message: `id: expected letters, digits, _ and -`,
      fix: 'Take the line out for a new entry.',
    });
  const faults = contentFaults(kind, entry, { isPartial: entry.overrides !== undefined });
  return [
    ...own,
    ...faults.map(({ path, expected, got, fix }): EntryFault => {
      const at = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
      return { at, message: `${path}: expected ${expected}, got ${got}`, ...(fix === undefined ? {} : { fix }) };
    }),
  ];
}
