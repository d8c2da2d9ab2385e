import type { RecordWrite, ScriptRecord, SourceWrite } from '../../bibles/index.ts';
import { type Markup, markupFrom, refuseLocked, sceneText } from '../../markup/index.ts';
import { draftsFrom } from '../../orchestrator/index.ts';
import type { Block } from '../../screenplay/index.ts';
import type { Desk } from '../bible/desk.ts';

/**
 * Refuse writes of cards, takes and texts that are locked. A lock that goes with them stands against none of them.
 *
 * @throws ScriptGenError `markup/locked`.
 */
export async function refuseLocks({ store, runs, script }: Desk, writes: readonly SourceWrite[]): Promise<void> {
  const records = await store.loadRecords(script.id);
  const before = markupFrom(records);
  const after = markupFrom(withWrites(records, writes));
  const gone = before.locks.filter(({ id }) => !after.locks.some((lock) => lock.id === id));
  const markup = { ...before, locks: before.locks.filter((lock) => !gone.includes(lock)) };
  if (markup.locks.length === 0) return;

  const against = { markup, outline: await store.loadOutline(script.id) };
  const drafts = draftsFrom(await runs.loadArtifacts(script.id));
  const textOf = (scene: string, { edits }: Pick<Markup, 'edits'>): readonly Block[] =>
    sceneText(drafts.get(scene)?.blocks ?? [], edits.get(scene)).blocks;
  for (const write of writes) {
    if (write.type === 'card') refuseLocked(against, { type: 'card', scene: write.id });
    if (write.type !== 'record') continue;
    const scene = write.id;
    if (write.kind === 'choice') refuseLocked(against, { type: 'scene', scene });
    if (write.kind === 'edit')
      refuseLocked(against, { type: 'text', scene, before: textOf(scene, before), after: textOf(scene, after) });
  }
}

/** The records after these writes. Who wrote them counts for nothing here. */
function withWrites(records: readonly ScriptRecord[], writes: readonly SourceWrite[]): readonly ScriptRecord[] {
  const written = writes.filter((write): write is RecordWrite => write.type === 'record');
  const unsigned = { author: { type: 'person', name: '' }, reason: '', time: '', changeSet: '' } as const;
  return [
    ...records.filter(({ kind, id }) => !written.some((write) => write.kind === kind && write.id === id)),
    ...written.flatMap(({ kind, id, document, expected: version }): readonly ScriptRecord[] =>
      document === null ? [] : [{ ...unsigned, kind, id, document, version }],
    ),
  ];
}
