import { markupFrom, sceneLabels } from '../../markup/index.ts';
import type { Storage } from '../../storage/index.ts';

/** The same storage, whose outlines say by which numbers scenes go where those are locked. */
export function withLabels(storage: Storage): Storage {
  const { bibles } = storage;
  const loadOutline: typeof bibles.loadOutline = async (script) => {
    const [outline, records] = await Promise.all([bibles.loadOutline(script), bibles.loadRecords(script, ['draft'])]);
    const last = markupFrom(records).issues.at(-1);
    return last === undefined ? outline : { ...outline, labels: sceneLabels(last, outline.cards) };
  };
  return { ...storage, bibles: { ...bibles, loadOutline } };
}
