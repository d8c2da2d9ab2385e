import { type Author, type BibleStore, type Entry, type EntryVersion, KINDS } from '../bibles/index.ts';
import { ScriptGenError } from '../core/index.ts';

/** A change of one field, as a person asks for it. */
export interface FieldEdit {
  /** Name or id. */
  readonly entry: string;
  /** A field, or a path into one: `want`, `voice`, `voice.sentences`, `name`. */
  readonly field: string;
  readonly value: string;
  readonly author?: string;
  readonly reason?: string;
}

/** Find an entry by name (any case) or id. */
export function findEntry(entries: readonly Entry[], nameOrId: string): Entry {
  const wanted = nameOrId.trim().toLowerCase();
  const found = entries.find((entry) => entry.id === nameOrId || entry.name.toLowerCase() === wanted);
  if (found) return found;
  throw new ScriptGenError({
    code: 'bible/not-found',
    message: `There is no entry named ${JSON.stringify(nameOrId)}.`,
    hint: `The entries are: ${entries.map((entry) => entry.name).join(', ')}.`,
  });
}

/** Write one field as a new version. `voice` as a whole takes `part=text; part=text`, or one text for its sentences. */
export async function setField(store: BibleStore, entries: readonly Entry[], edit: FieldEdit): Promise<Entry> {
  const entry = findEntry(entries, edit.entry);
  const author: Author = { type: 'person', name: edit.author ?? 'writer' };
  const reason = edit.reason ?? `set ${edit.field}`;
  const write = { id: entry.id, expected: entry.version, name: entry.name, document: entry.document, author, reason };
  if (edit.field === 'name') return store.updateEntry({ ...write, name: nonEmpty(edit, entries, entry) });
  const changed = withField(entry, edit.field.split('.'), edit.value);
  const parsed = KINDS[entry.kind].safeParse(changed);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ScriptGenError({
      code: 'bible/invalid',
      message: `${entry.name}.${issue?.path.join('.') ?? edit.field}: ${issue?.message ?? 'not valid'}`,
      hint: `See what is there now with: scriptgen bible show ${JSON.stringify(entry.name)}`,
    });
  }
  return store.updateEntry({ ...write, document: parsed.data });
}

/** Write an old version's document as a new version. */
export async function revertEntry(store: BibleStore, entry: Entry, version: number, author = 'writer'): Promise<Entry> {
  const versions = await store.listVersions(entry.id);
  const old = versions.find((candidate: EntryVersion) => candidate.version === version);
  if (!old) {
    throw new ScriptGenError({
      code: 'bible/not-found',
      message: `${entry.name} has no version ${version}.`,
      hint: `Its versions are 1 to ${entry.version}.`,
    });
  }
  return store.updateEntry({
    id: entry.id,
    expected: entry.version,
    name: old.name,
    document: old.document,
    author: { type: 'person', name: author },
    reason: `revert to v${version}`,
  });
}

type Fields = Readonly<Record<string, unknown>>;

function withField(entry: Entry, path: readonly string[], value: string): Fields {
  const document: Fields = entry.document;
  const [field = '', part, ...rest] = path;
  const now = document[field];
  if (now === undefined || rest.length > 0) throw unknownField(entry.name, path.join('.'), Object.keys(document));
  if (isFields(now)) {
    if (part === undefined) return { ...document, [field]: { ...now, ...partsOf(value, Object.keys(now)) } };
    if (!(part in now))
      throw unknownField(
        entry.name,
        path.join('.'),
        Object.keys(now).map((key) => `${field}.${key}`),
      );
    return { ...document, [field]: { ...now, [part]: value } };
  }
  if (part !== undefined) throw unknownField(entry.name, path.join('.'), Object.keys(document));
  return { ...document, [field]: typeof now === 'boolean' ? toBoolean(value) : value };
}

/** `sentences=clipped; avoids=his son` as parts; text without a part's name is the sentences. */
function partsOf(value: string, parts: readonly string[]): Fields {
  const pairs = value.split(';').map((pair) => /^\s*(\w+)\s*=\s*([\s\S]*?)\s*$/.exec(pair));
  const named = pairs.every((pair) => pair !== null && parts.includes(pair[1] ?? ''));
  return named ? Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? ''])) : { sentences: value };
}

function toBoolean(value: string): unknown {
  return value === 'true' ? true : value === 'false' ? false : value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nonEmpty(edit: FieldEdit, entries: readonly Entry[], entry: Entry): string {
  const name = edit.value.trim();
  const taken = entries.some((other) => other.id !== entry.id && other.name.toLowerCase() === name.toLowerCase());
  if (name !== '' && !taken) return name;
  throw new ScriptGenError({
    code: 'bible/invalid',
    message:
      name === ''
        ? `${entry.name}.name: a name must not be empty`
        : `${entry.name}.name: ${name} is taken by another entry`,
    hint: 'People, places and threads are told apart by name.',
  });
}

function unknownField(name: string, field: string, known: readonly string[]): ScriptGenError {
  return new ScriptGenError({
    code: 'bible/invalid',
    message: `${name} has no field ${JSON.stringify(field)}.`,
    hint: `Its fields are: ${known.join(', ')}.`,
  });
}
