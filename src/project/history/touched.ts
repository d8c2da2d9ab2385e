import type { ChangeSet, RecordVersion } from '../../bibles/index.ts';

/** Something that a change set wrote, once or several times. */
export interface Touched {
  readonly id: string;
  /** The first version of it that was written. */
  readonly first: number;
  readonly last: number;
}

/** A card or a record that a change set wrote. */
export interface TouchedRecord extends Touched {
  readonly kind: RecordVersion['kind'];
}

/** The entries that a change set wrote, in order. */
export function touchedEntries({ versions }: ChangeSet): readonly Touched[] {
  const touched = new Map<string, Touched>();
  for (const { entry: id, version } of versions) touched.set(id, { id, ...span(touched.get(id), version) });
  return [...touched.values()];
}

/** The cards and records that it wrote, in the order in which it wrote them last. */
export function touchedRecords({ records }: ChangeSet): readonly TouchedRecord[] {
  const touched = new Map<string, TouchedRecord>();
  for (const { kind, id, version } of records) {
    const key = `${kind} ${id}`;
    const next = { kind, id, ...span(touched.get(key), version) };
    touched.delete(key);
    touched.set(key, next);
  }
  return [...touched.values()];
}

function span(before: Touched | undefined, version: number): Pick<Touched, 'first' | 'last'> {
  return { first: before?.first ?? version, last: version };
}
