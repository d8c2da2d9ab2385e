import type { Story } from '../agents/index.ts';
import type { Bible, NewEntry, Outline, Script } from '../bibles/index.ts';
import { firstVersion } from '../bibles/index.ts';
import type { Run } from '../steps/index.ts';
import { type Brief, developBible } from './develop.ts';
import type { Draft } from './draft.ts';
import { outlineScript } from './outline.ts';
import { placeOf, type SceneOutcome, writeScenes } from './write-scenes.ts';

/** A script before a scene of it is written: what a project keeps and people edit. */
export interface Planned {
  readonly script: Script;
  readonly entries: readonly NewEntry[];
  readonly outline: Outline;
}

/** Develop a logline into bibles and an outline. `name` gives the script its title and slug once the premise is known. */
export async function planStory(
  run: Run,
  brief: Brief,
  name: (suggested: string) => Promise<{ title: string; slug: string }>,
): Promise<Planned> {
  run.emit({ type: 'stage-start', stage: 'bible' });
  const { premise, entries } = await developBible(run, brief);
  const script: Script = { id: run.script, ...(await name(premise.title)), ...brief, premise: premise.premise };
  run.emit({ type: 'stage-start', stage: 'outline' });
  const bible: Bible = { entries: entries.map(firstVersion) };
  return { script, entries, outline: await outlineScript(run, script, bible) };
}

/** Write every scene of a planned story that is not fresh. */
export function writeScript(
  run: Run,
  story: Story,
  before: ReadonlyMap<string, Draft>,
): Promise<readonly SceneOutcome[]> {
  run.emit({
    type: 'stage-start',
    stage: 'scenes',
    scenes: story.outline.cards.map((card, place) => placeOf(story, card, place)),
  });
  return writeScenes(run, story, before);
}
