import type { Story } from '../../agents/index.ts';
import type { SceneCard } from '../../bibles/index.ts';
import { NO_MARKUP, type SceneHistory, type StepAnswer, textOfScene } from '../../markup/index.ts';
import { type Draft, draftsFrom } from '../../orchestrator/index.ts';
import type { JournalRow, SlotRecord } from '../../steps/index.ts';
import type { Wiring } from '../wiring.ts';
import { saidIn } from './said-in.ts';

/** How a scene came to read as it does, and the heading that a person gave it. */
export interface CardHistory extends SceneHistory {
  readonly card: SceneCard;
  readonly keys: readonly string[];
  readonly heading?: string;
}

/** The most calls of one scene that are gone through for what was asked before. */
const MOST_CALLS = 1000;

/** Read how scenes of a story came to read as they do: drafts, answers in the journal, versions of edits. */
export async function loadHistories(
  { deskOf, storage }: Pick<Wiring, 'deskOf' | 'storage'>,
  { script, outline, markup = NO_MARKUP }: Story,
  cards: readonly SceneCard[] = outline.cards,
): Promise<readonly CardHistory[]> {
  const { store, journal, runs } = await deskOf(script);
  const { ledger } = await storage();
  const [artifacts, slots] = await Promise.all([runs.loadArtifacts(script.id), journal.loadSlots(script.id)]);
  const drafts = draftsFrom(artifacts);
  const known = new Map([...slots.values()].map((slot) => [slot.key, slot]));
  const answersFor = async (scene: string, keys: readonly string[]): Promise<readonly StepAnswer[]> => {
    const rows = await journal.find(keys);
    return keys.flatMap((key) => {
      const row = rows.get(key);
      return row === undefined ? [] : [answerOf(scene, row, known.get(key))];
    });
  };
  return Promise.all(
    cards.map(async (card): Promise<CardHistory> => {
      const draft: Draft | undefined = drafts.get(card.id);
      const generated = { scene: card.id, blocks: draft?.blocks ?? [] };
      const { blocks, heading } = textOfScene(markup, generated);
      const keys = draft?.keys ?? [];
      const versions = (await store.listRecordVersions(script.id, { kind: 'edit', id: card.id })).toReversed();
      const isLocked = markup.locks.some((lock) => lock.scope === 'line' && lock.scene === card.id);
      // What a person changed may have been generated from what was asked before.
      const calls = versions.length > 0 || isLocked ? await ledger.calls({ scene: card.id }, MOST_CALLS) : [];
      const before = [...new Set(calls.map(({ key }) => key))].filter((key) => !keys.includes(key));
      return {
        ...{ card, keys, versions, text: blocks, generated: generated.blocks, model: draft?.model ?? '' },
        isImported: draft?.pinned === true && draft.model === 'person',
        answers: await answersFor(card.id, keys),
        older: await answersFor(card.id, before),
        ...(heading === undefined ? {} : { heading: heading.text }),
      };
    }),
  );
}

function answerOf(scene: string, row: JournalRow, slot: SlotRecord | undefined): StepAnswer {
  const { key, task, model, time, answer } = row;
  const name = slot?.slot ?? `${scene}/${task.replace(/^scene\./, '')}`;
  const references = slot?.references ?? [];
  const prompt = references.find(({ source }) => source.startsWith('prompt:'));
  return {
    ...{ key, task, model, time, slot: name, agent: agentOf(name, task), cost: answer.cost },
    ...(prompt === undefined
      ? {}
      : { prompt: { name: prompt.source.slice('prompt:'.length), version: prompt.version } }),
    reads: references
      .filter(({ source }) => !/^(prompt|model):/.test(source))
      .map(({ label, version }) => ({ label, version })),
    said: saidIn(row),
  };
}

/** Who answers a task that is not asked of a character. */
const AGENTS: Readonly<Record<string, string>> = {
  'scene.direct': 'director',
  'scene.critique': 'dramaturge',
  'scene.revise': 'reviser',
  'scene.surface': 'reviser',
};

/** Who was asked: `sc_1f…/lines/MAYA` is MAYA's. */
function agentOf(slot: string, task: string): string {
  return (
    AGENTS[task] ??
    slot
      .split('/')
      .slice(2)
      .findLast((part) => !/^\d+$/.test(part)) ??
    task
  );
}
