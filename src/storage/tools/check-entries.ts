import type { Kysely } from 'kysely';
import { type Head, hashContent, nextVersion } from '../../bibles/index.ts';
import { canonicalJson } from '../../core/index.ts';
import { pagesOf } from '../pages.ts';
import type { Tables } from '../tables.ts';
import { readHead, type VersionRow } from '../versions.ts';
import type { Finding } from './finding.ts';

type EntryRow = Tables['entries'];

/** The version before, while an entry's versions are gone through. */
interface Before {
  readonly row: VersionRow;
  /** Absent when it is not readable. */
  readonly head?: Head | undefined;
}

/** Go through the versions of every entry: from 1 to the head without a gap, each what its hash and its fields' versions say. */
export async function checkEntries(db: Kysely<Tables>): Promise<readonly Finding[]> {
  const entries = new Map<string, EntryRow>();
  for await (const rows of pagesOf(db, 'entries')) for (const row of rows) entries.set(row.id, row);
  const findings: Finding[] = [];
  const seen = new Set<string>();
  let before: Before | undefined;
  for await (const rows of pagesOf(db, 'entry_versions'))
    for (const row of rows) {
      if (before !== undefined && before.row.entry !== row.entry) {
        findings.push(...checkHead(entries.get(before.row.entry), before));
        before = undefined;
      }
      seen.add(row.entry);
      const { head, messages } = checkVersion(row, before);
      findings.push(
        ...messages.map((message) => ({ table: 'entry_versions', row: `${row.entry} ${row.version}`, message })),
      );
      before = { row, head };
    }
  if (before !== undefined) findings.push(...checkHead(entries.get(before.row.entry), before));
  const bare = [...entries.keys()].filter((id) => !seen.has(id));
  return [...findings, ...bare.map((id) => ({ table: 'entries', row: id, message: 'has no version' }))];
}

function checkVersion(
  row: VersionRow,
  before: Before | undefined,
): { readonly head?: Head; readonly messages: readonly string[] } {
  const gap = row.version === (before?.row.version ?? 0) + 1 ? [] : [`follows version ${before?.row.version ?? 0}`];
  try {
    const head = readHead(row);
    const hash = hashContent(head) === head.contentHash ? [] : ['does not say what its hash says'];
    const follows = before === undefined || before.head !== undefined;
    const next = follows && gap.length === 0 ? nextVersion(head, before?.head) : head;
    const isEqual = canonicalJson(next.fieldVersions) === canonicalJson(head.fieldVersions);
    return { head, messages: [...gap, ...hash, ...(isEqual ? [] : ['has wrong versions of its fields'])] };
  } catch {
    return { messages: [...gap, 'is not readable'] };
  }
}

function checkHead(entry: EntryRow | undefined, { row }: Before): readonly Finding[] {
  if (entry === undefined)
    return [{ table: 'entry_versions', row: `${row.entry} ${row.version}`, message: 'has no entry' }];
  const head = entry.head === row.version ? [] : [`has head ${entry.head}, and its last version is ${row.version}`];
  const state = entry.state === row.state ? [] : [`is ${entry.state}, and its head ${row.state}`];
  return [...head, ...state].map((message) => ({ table: 'entries', row: entry.id, message }));
}
