import type { RecordKind, ScriptRecord } from '../bibles/index.ts';
import type { Json } from '../core/index.ts';
import { type Edit, type EditDocument, FRONT, type FrontDocument } from './edit.ts';
import type { Choice, Fine, Lock, Pin } from './lock.ts';
import type { Issue } from './production/issue.ts';
import type { Mark, Proposal, SceneNote } from './proposal.ts';
import { signatureOf } from './signed.ts';

/** What people decided about the text of a script, read once: a value, like the bible and the outline. */
export interface Markup {
  /** By scene. */
  readonly edits: ReadonlyMap<string, Edit>;
  readonly front?: FrontDocument;
  readonly locks: readonly Lock[];
  /** By scene. */
  readonly pins: ReadonlyMap<string, Pin>;
  /** By scene. */
  readonly fines: ReadonlyMap<string, Fine>;
  /** By scene. */
  readonly choices: ReadonlyMap<string, Choice>;
  readonly notes: readonly SceneNote[];
  readonly proposals: readonly Proposal[];
  readonly marks: readonly Mark[];
  /** What was handed out of a script in production, the first first. */
  readonly issues: readonly Issue[];
}

/** Nothing decided. */
export const NO_MARKUP: Markup = {
  edits: new Map(),
  locks: [],
  pins: new Map(),
  fines: new Map(),
  choices: new Map(),
  notes: [],
  proposals: [],
  marks: [],
  issues: [],
};

/** Read what was kept. */
export function markupFrom(records: readonly ScriptRecord[]): Markup {
  const of = (kind: RecordKind): readonly ScriptRecord[] => records.filter((record) => record.kind === kind);
  const listed = <T>(kind: RecordKind): readonly T[] => of(kind).map((record) => read<T>(record, { id: record.id }));
  const byScene = <T>(kind: RecordKind): ReadonlyMap<string, T> =>
    new Map(
      of(kind)
        .filter(({ id }) => id !== FRONT)
        .map((record) => [record.id, read<T>(record, { scene: record.id })]),
    );
  const front = of('edit').find(({ id }) => id === FRONT)?.document as unknown as FrontDocument | undefined;
  return {
    edits: byScene<Edit>('edit'),
    ...(front === undefined ? {} : { front }),
    locks: listed<Lock>('lock'),
    pins: byScene<Pin>('pin'),
    fines: byScene<Fine>('fine'),
    choices: byScene<Choice>('choice'),
    notes: listed<SceneNote>('note'),
    proposals: listed<Proposal>('proposal'),
    marks: listed<Mark>('mark'),
    issues: listed<Issue>('draft'),
  };
}

/** A record as it was written by this package, in this shape, and only read back. */
function read<T>(record: ScriptRecord, more: Readonly<Record<string, Json>>): T {
  return { ...(record.document as object), ...more, ...signatureOf(record) } as unknown as T;
}

/** The document of an edit as it is kept. */
export function editDocument({ base, text, heading, taken }: EditDocument): EditDocument {
  return {
    base,
    text,
    ...(heading === undefined ? {} : { heading }),
    ...(taken === undefined || taken.length === 0 ? {} : { taken }),
  };
}
