import { canonicalJson, type Json, sha256 } from '../core/index.ts';
import { type Content, contentOf, type Entry, type EntryVersion, type NewEntry } from './entry.ts';

/** What a version holds beside who wrote it. */
export type Head = Content & Pick<EntryVersion, 'version' | 'fieldVersions' | 'contentHash'>;

/** Make the version that follows `head`, or the first: fields that differ from the head's get the new version. */
export function nextVersion(content: Content, head?: Head): Head {
  const version = (head?.version ?? 0) + 1;
  const before = head === undefined ? new Map<string, string>() : fieldTexts(head);
  const fieldVersions = Object.fromEntries(
    [...fieldTexts(content)].map(([field, text]) => {
      const same = before.get(field) === text;
      return [field, same ? (head?.fieldVersions[field] ?? version) : version];
    }),
  );
  return { ...content, version, fieldVersions, contentHash: hashContent(content) };
}

/** An entry as it stands right after it was made: version 1 of everything. */
export function firstVersion(entry: NewEntry): Entry {
  const { contentHash: _, ...head } = nextVersion(contentOf(entry));
  const { id, kind, overrides } = entry;
  return { id, kind, ...head, ...(overrides === undefined ? {} : { overrides }) };
}

/** The SHA-256 of what a version says: equal for equal contents, whatever the order of keys. */
export function hashContent({ name, document, aliases, facts, locked, state }: Content): string {
  // What is empty is left out: versions that were written before there were facts keep their hashes.
  const rest = {
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(facts.length > 0 ? { facts } : {}),
    ...(locked.length > 0 ? { locked } : {}),
    ...(state === 'accepted' ? {} : { state }),
  };
  return sha256(canonicalJson({ name, document, ...rest }));
}

/**
 * Every field of a content with its canonical text: those of the document by name, `name`, and where they are not
 * empty `aliases`, `locked`, `state` (when not accepted), and each fact as `facts.<id>`.
 */
export function fieldTexts({ name, aliases, document, facts, locked, state }: Content): ReadonlyMap<string, string> {
  const fields: readonly (readonly [string, Json | undefined])[] = [
    ...Object.entries(document),
    ['name', name],
    ['aliases', aliases.length === 0 ? undefined : aliases],
    ['locked', locked.length === 0 ? undefined : [...locked].sort()],
    ['state', state === 'accepted' ? undefined : state],
    ...facts.map((fact): [string, Json] => [`facts.${fact.id}`, JSON.parse(JSON.stringify(fact)) as Json]),
  ];
  return new Map(fields.flatMap(([field, value]) => (value === undefined ? [] : [[field, canonicalJson(value)]])));
}
