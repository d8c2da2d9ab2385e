import type { Story } from '../agents/index.ts';
import type { Bible, NewEntry, Outline, Script } from '../bibles/index.ts';
import { firstVersion, inheritEntries } from '../bibles/index.ts';
import type { Note } from '../core/index.ts';
import type { Premise } from '../generators/index.ts';
import type { Run } from '../steps/index.ts';
import type { Structure } from '../structures/index.ts';
import { type Brief, developBible } from './develop.ts';
import type { Draft } from './draft.ts';
import { outlineScript } from './outline.ts';
import { surfaceOutcomes } from './surface-outcomes.ts';
import { placeOf, type SceneOutcome, type Writing, writeScenes } from './write-scenes.ts';

/** A script before a scene of it is written: what a project keeps and people edit. */
export interface Planned {
  readonly script: Script;
  readonly entries: readonly NewEntry[];
  readonly outline: Outline;
  /** What is still wrong with the outline when it has been mended. */
  readonly notes: readonly Note[];
}

/** What a story is planned with. */
export interface Planning {
  /** Gives the script its title and slug once the premise is known. */
  readonly name: (suggested: string) => Promise<{ title: string; slug: string }>;
  /** The series or season that it is an episode of, by id, and what is true there. */
  readonly series?: { readonly id: string; readonly bible: Bible } | undefined;
  /** What the outline is held against, and whose beats it is asked for; none unless given. */
  readonly structure?: Structure | undefined;
  /** How many plans of every sequence there are to choose from; 1 unless given. */
  readonly candidates?: number | undefined;
}

/** A story before it has an outline. */
export interface Developing {
  readonly brief: Brief;
  readonly premise: Pick<Premise, 'title'>;
  /** The premise as planners read it. */
  readonly told: string;
  readonly entries: readonly NewEntry[];
}

/** Develop a logline into a bible and an outline. The people and places of its series can be in it as well as new ones. */
export async function planStory(run: Run, brief: Brief, planning: Planning): Promise<Planned> {
  run.emit({ type: 'stage-start', stage: 'bible' });
  const { premise, entries } = await developBible(run, brief, planning.series?.bible.entries);
  return planFrom(run, { brief, premise, told: premise.premise, entries }, planning);
}

/** Outline a story whose people and places are there. */
export async function planFrom(
  run: Run,
  { brief, premise, told, entries }: Developing,
  { name, series, structure, candidates }: Planning,
): Promise<Planned> {
  const script: Script = {
    id: run.script,
    ...(await name(premise.title)),
    ...brief,
    premise: told,
    ...(series === undefined ? {} : { parent: series.id }),
  };
  run.emit({ type: 'stage-start', stage: 'outline' });
  const kinds = series?.bible.kinds;
  const bible: Bible = {
    entries: inheritEntries([series?.bible.entries ?? [], entries.map(firstVersion)]),
    ...(kinds === undefined ? {} : { kinds }),
  };
  return { script, entries, ...(await outlineScript(run, { script, bible, structure, candidates })) };
}

/** Write every scene of a planned story that is not fresh, as far as the scope goes; then go over the whole for what it says again and again. */
export async function writeScript(
  run: Run,
  story: Story,
  before: ReadonlyMap<string, Draft>,
  writing: Writing = {},
): Promise<readonly SceneOutcome[]> {
  run.emit({
    type: 'stage-start',
    stage: 'scenes',
    scenes: story.outline.cards.map((card, place) => placeOf(story, card, place)),
  });
  return surfaceOutcomes(run, story, await writeScenes(run, story, before, writing));
}
