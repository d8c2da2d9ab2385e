import type { Agents, Story } from '../agents/index.ts';
import type { BibleStore, RecordWrite } from '../bibles/index.ts';
import { toJson } from '../core/index.ts';
import { type Choice, type ChoiceDocument, NO_MARKUP } from '../markup/index.ts';
import { type Draft, leftBecause, nextTake, type Scope } from '../orchestrator/index.ts';
import type { Run } from '../steps/index.ts';

/** What scenes are chosen anew with. */
export interface ChoosingAnew {
  readonly scope: Scope;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly agents: Agents;
}

/**
 * For each scene of a scope that has a text and may be written, the sample after those that were ever asked for: what is
 * there stays in the journal, and choosing it again costs nothing. `run` must be in plan mode. Asks nothing.
 */
export async function choicesAnew(
  run: Run,
  story: Story,
  { scope, drafts, agents }: ChoosingAnew,
): Promise<ReadonlyMap<string, ChoiceDocument>> {
  const cards = story.outline.cards.filter((card) => {
    const draft = drafts.get(card.id);
    return draft !== undefined && leftBecause(scope, card, { draft, markup: story.markup }) === undefined;
  });
  const choices = await Promise.all(
    cards.map(async (card): Promise<readonly [string, ChoiceDocument]> => {
      const { instruction } = story.markup?.choices.get(card.id) ?? {};
      const take = await nextTake(run, story, card, agents);
      return [card.id, { take, ...(instruction === undefined ? {} : { instruction }) }];
    }),
  );
  return new Map(choices);
}

/** A story as it is with other choices. Pure. */
export function withChoices(story: Story, choices: ReadonlyMap<string, ChoiceDocument>): Story {
  const markup = story.markup ?? NO_MARKUP;
  const chosen = [...choices].map(([scene, choice]): readonly [string, Choice] => {
    const { by, time, reason, version } = markup.choices.get(scene) ?? UNSIGNED;
    return [scene, { ...choice, scene, by, time, reason, version }];
  });
  return { ...story, markup: { ...markup, choices: new Map([...markup.choices, ...chosen]) } };
}

/** A choice that nobody made yet. */
const UNSIGNED = { by: { type: 'person', name: '' }, time: '', reason: '', version: 0 } as const;

/** Choose scenes anew, in one change set. `run` must be in plan mode. */
export async function chooseAnew(store: BibleStore, run: Run, story: Story, choosing: ChoosingAnew): Promise<void> {
  const choices = await choicesAnew(run, story, choosing);
  const writes = [...choices].map(
    ([id, choice]): RecordWrite => ({
      ...{ type: 'record', kind: 'choice', id },
      expected: story.markup?.choices.get(id)?.version ?? 0,
      document: toJson(choice),
    }),
  );
  if (writes.length === 0) return;
  const author = { type: 'person', name: 'writer' } as const;
  await store.write({ script: story.script.id, writes, author, reason: 'written anew' });
}
