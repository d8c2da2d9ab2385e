import type { Agents, Story } from '../agents/index.ts';
import type { SceneCard } from '../bibles/index.ts';
import type { Json } from '../core/index.ts';
import type { Message } from '../llm/index.ts';
import type { Run } from '../steps/index.ts';
import { earlierAsKept, goOver } from './go-through.ts';
import { slotsOf } from './write-scene.ts';

/** One question about a scene, as it goes to a model. */
export interface RenderedStep {
  /** `sc_1f…/direct` */
  readonly slot: string;
  readonly task: string;
  /** `provider/model` */
  readonly model: string;
  readonly messages: readonly Message[];
  /** JSON Schema of the answer. */
  readonly schema: Json;
  /** Whether exactly this was asked before: a build would take the answer from the journal. */
  readonly answered: boolean;
}

/**
 * Say what a build would ask about a scene, word for word, as far as it can be known: what follows from an answer that
 * is not there cannot. Asks nothing. `run` must be in plan mode.
 */
export async function renderScene(
  run: Run,
  story: Story,
  card: SceneCard,
  agents?: Agents,
): Promise<readonly RenderedStep[]> {
  const own: Run = { ...run, satisfied: new Map() };
  const { misses } = await goOver(own, story, card, { agents, earlier: await earlierAsKept(run, story, card) });
  const slots = slotsOf(own, card.id);
  const rows = await run.journal.find(slots.map(({ key }) => key));
  const answered = slots.flatMap(({ slot, key }): readonly RenderedStep[] => {
    const row = rows.get(key);
    if (row === undefined) return [];
    // Written by this package as the canonical form of a request, and only read back.
    const { messages, schema } = row.request as unknown as Pick<RenderedStep, 'messages' | 'schema'>;
    return [{ slot, task: row.task, model: row.model, messages, schema, answered: true }];
  });
  const missing = misses.map(
    ({ slot, task, request: { model, messages, schema } }): RenderedStep => ({
      slot,
      task,
      model,
      messages,
      schema,
      answered: false,
    }),
  );
  return [...answered, ...missing];
}
