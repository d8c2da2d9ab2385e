import type { RecordKind, RecordWrite } from '../bibles/index.ts';
import { toJson } from '../core/index.ts';
import type { Desk } from './bible/desk.ts';

/** What a record is to say; `null` takes it away. */
interface Saying {
  readonly kind: RecordKind;
  readonly id: string;
  readonly document: object | null;
}

/** The write that makes a record say this, on the version that stands now; none for one that is to go and is not there. */
export async function recordWrite(
  { store, script }: Pick<Desk, 'store' | 'script'>,
  { kind, id, document }: Saying,
): Promise<readonly RecordWrite[]> {
  // One that was taken away has versions too.
  const [last] = await store.listRecordVersions(script.id, { kind, id });
  if (document === null && (last?.document ?? null) === null) return [];
  const said = document === null ? null : toJson(document);
  return [{ type: 'record', kind, id, expected: last?.version ?? 0, document: said }];
}
