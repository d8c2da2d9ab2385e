import { markupFrom } from '../../markup/index.ts';
import { draftArtifact, draftsFrom } from '../../orchestrator/index.ts';
import type { Storage } from '../../storage/index.ts';

/** The same storage, where a scene is found by its words as people made them, as soon as they have. */
export function withFindableEdits(storage: Storage): Storage {
  const { bibles, runs } = storage;
  const write: typeof bibles.write = async (changes) => {
    const written = await bibles.write(changes);
    const scenes = changes.writes.flatMap((one) => (one.type === 'record' && one.kind === 'edit' ? [one.id] : []));
    if (scenes.length === 0 || written.changeSet === undefined) return written;
    const { script } = changes;
    const [artifacts, records] = await Promise.all([
      runs.loadArtifacts(script),
      bibles.loadRecords(script, ['edit', 'lock']),
    ]);
    const drafts = draftsFrom(artifacts);
    const markup = markupFrom(records);
    const changed = scenes.flatMap((id) => drafts.get(id) ?? []).map((draft) => draftArtifact(draft, markup));
    if (changed.length > 0) await runs.saveArtifacts(script, changed);
    return written;
  };
  return { ...storage, bibles: { ...bibles, write } };
}
