import { randomUUID } from 'node:crypto';
import { type Content, checkContent, contentOf, type Entry, emptyDocument, type Fact } from '../../bibles/index.ts';
import { ScriptGenError } from '../../core/index.ts';
import { commit } from './commit.ts';
import { allEntries, cardNamed, checkName, type Desk, kindNamed, newId, placeOf, writeFor } from './desk.ts';
import { findEntry } from './find-entry.ts';
import { withField } from './read-field.ts';
import type { ChangeOptions, EntryChange, EntryDraft, ScriptBible } from './script-bible.ts';

type Changes = Pick<
  ScriptBible,
  'create' | 'update' | 'setField' | 'setFact' | 'removeFact' | 'remove' | 'restore' | 'accept'
>;

/** Make changes in the bible of one script. */
export function changeEntries(desk: Desk): Changes {
  const change = async (
    asked: string,
    how: ChangeOptions & { readonly reason: string },
    make: (entry: Entry) => Content | Promise<Content>,
  ): Promise<Entry> => {
    const place = await placeOf(desk, asked);
    const content = await make(place.entry);
    const { entries } = await commit(desk, [await writeFor(desk, place, content, how)], how);
    return entries[0] ?? place.entry;
  };
  return {
    create: (entry, how = {}) => create(desk, entry, how),
    update: (asked, wanted, how = {}) =>
      change(asked, { reason: `change ${Object.keys({ ...wanted, ...wanted.fields }).join(', ')}`, ...how }, (entry) =>
        changed(entry, wanted),
      ),
    setField: (asked, field, value, how = {}) =>
      change(asked, { reason: `set ${field}`, ...how }, (entry) =>
        withField(entry, kindNamed(desk.kinds, entry.kind), field, value),
      ),
    setFact: (asked, fact, how = {}) =>
      change(asked, { reason: 'set a fact', ...how }, async (entry) =>
        withFact(entry, await placedFact(desk, { ...fact, id: fact.id ?? factId() })),
      ),
    removeFact: (asked, id, how = {}) =>
      change(asked, { reason: `remove ${id}`, ...how }, (entry) => withoutFact(entry, id)),
    remove: (asked, how = {}) =>
      change(asked, { reason: 'removed', ...how }, (entry) => ({ ...entry, state: 'removed' })),
    restore: (asked, version, how = {}) =>
      change(asked, { reason: version === undefined ? 'restored' : `restore v${version}`, ...how }, async (entry) =>
        version === undefined ? { ...entry, state: 'accepted' } : restored(desk, asked, entry, version),
      ),
    accept: (asked, how = {}) => accept(desk, asked, how),
  };
}

async function create(desk: Desk, draft: EntryDraft, how: ChangeOptions): Promise<Entry> {
  const kind = kindNamed(desk.kinds, draft.kind);
  const { name, fields = {}, texts = [], aliases = [], facts = [], locked = [] } = draft;
  const empty = contentOf({
    name: name.trim(),
    document: { ...emptyDocument(kind), ...fields },
    aliases,
    facts,
    locked: [...new Set([...kind.fields.filter((field) => field.locked).map((field) => field.name), ...locked])],
    state: how.isAgent === true ? 'draft' : 'accepted',
  });
  const content = texts.reduce((made, [field, text]) => withField(made, kind, field, text), empty);
  checkContent(desk.kinds, kind.name, content);
  await checkName(desk, content.name);
  const entry = { id: newId(desk.kinds, kind.name), kind: kind.name, ...content };
  const { entries } = await commit(desk, [{ type: 'create', entry }], { reason: 'added', ...how });
  return entries[0] ?? failWrite();
}

function changed(entry: Entry, { fields = {}, ...change }: EntryChange): Content {
  const document = { ...entry.document, ...fields };
  const kept = Object.entries(document).filter(([, value]): boolean => value !== undefined);
  return { ...entry, ...change, document: Object.fromEntries(kept) };
}

/** A fact with the ids of the scenes and people that it names. */
async function placedFact(desk: Desk, fact: Fact): Promise<Fact> {
  const [outline, entries] = await Promise.all([desk.store.loadOutline(desk.script.id), allEntries(desk)]);
  const scene = (asked: string): string => cardNamed(outline, asked, desk.script.title).id;
  const { from, to, secretUntil, holders, ...rest } = fact;
  return {
    ...rest,
    ...(from === undefined ? {} : { from: scene(from) }),
    ...(to === undefined ? {} : { to: scene(to) }),
    ...(secretUntil === undefined ? {} : { secretUntil: scene(secretUntil) }),
    ...(holders === undefined
      ? {}
      : {
          holders: holders.map(({ character, since, ...belief }) => ({
            character: findEntry(entries, character).id,
            ...(since === undefined ? {} : { since: scene(since) }),
            ...belief,
          })),
        }),
  };
}

function withFact(entry: Entry, fact: Fact): Content {
  const known = entry.facts.some(({ id }) => id === fact.id);
  const facts = known ? entry.facts.map((one) => (one.id === fact.id ? fact : one)) : [...entry.facts, fact];
  return { ...entry, facts };
}

function withoutFact(entry: Entry, id: string): Content {
  if (entry.facts.some((fact) => fact.id === id))
    return { ...entry, facts: entry.facts.filter((fact) => fact.id !== id) };
  const known = entry.facts.map((fact) => fact.id);
  throw new ScriptGenError({
    code: 'bible/not-found',
    message: `${entry.name} has no fact ${JSON.stringify(id)}.`,
    hint: known.length === 0 ? `${entry.name} has no facts.` : `Its facts are: ${known.join(', ')}.`,
  });
}

/** What an entry said in a version, as it counts in this script. */
async function restored(desk: Desk, asked: string, entry: Entry, version: number): Promise<Content> {
  const { own, above } = await placeOf(desk, asked);
  const old = own === undefined ? undefined : await desk.store.getVersion(own.id, version);
  if (old === undefined)
    throw new ScriptGenError({
      code: 'bible/not-found',
      message: `${entry.name} has no version ${version}.`,
      hint:
        own === undefined ? `${entry.name} has no versions in this script.` : `Its versions are 1 to ${own.version}.`,
    });
  const content = { ...old, state: old.state === 'removed' ? ('accepted' as const) : old.state };
  return above === undefined
    ? content
    : { ...above, ...content, name: content.name || above.name, document: { ...above.document, ...content.document } };
}

async function accept(desk: Desk, asked: readonly string[] | undefined, how: ChangeOptions): Promise<readonly Entry[]> {
  const all = await allEntries(desk);
  const drafts =
    asked === undefined ? all.filter(({ state }) => state === 'draft') : asked.map((one) => findEntry(all, one));
  const writes = await Promise.all(
    drafts.map(async ({ id }) => {
      const place = await placeOf(desk, id);
      return writeFor(desk, place, { ...place.entry, state: 'accepted' }, how);
    }),
  );
  if (writes.length === 0) return [];
  return (await commit(desk, writes, { reason: 'accepted', ...how })).entries;
}

function factId(): string {
  return `fa_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
}

/** A store gives an entry for every write. */
function failWrite(): never {
  throw new TypeError('the store gave no entry for a write');
}
