import type { Bible, Outline } from '../bibles/index.ts';
import type { Screenplay } from '../screenplay/index.ts';
import { readFacts } from './facts/read-facts.ts';
import { type PlacedHandling, readHandlings } from './facts/read-handlings.ts';
import type { StatedFact } from './facts/stated-fact.ts';
import { type People, peopleOf } from './script/people.ts';
import { stageScript } from './script/stage-script.ts';
import type { StagedScene } from './script/staged.ts';

/** What continuity is kept of. */
export interface Story {
  readonly bible: Bible;
  /** The scene cards; absent for a script that was not planned here. */
  readonly outline?: Outline;
  readonly screenplay: Screenplay;
  /** Names on cues that need no entry, beside the extras of the cards. */
  readonly known?: readonly string[];
}

/** A script taken apart once for everything that is looked for: its scenes in script order, and what is said in them. */
export interface Ledger extends Story {
  readonly people: People;
  readonly scenes: readonly StagedScene[];
  /** What the text, the cards and the bible say, as far as it can be read without a model. */
  readonly facts: readonly StatedFact[];
  /** What is done to things, in story time. */
  readonly handlings: readonly PlacedHandling[];
}

/** Keep the ledger of a story. Pure and deterministic: equal stories have equal ledgers. */
export function ledgerOf(story: Story): Ledger {
  const extras = story.outline?.cards.flatMap((card) => card.extras ?? []) ?? [];
  const people = peopleOf(story.bible, [...(story.known ?? []), ...extras.map(({ name }) => name)]);
  const scenes = stageScript(story, people);
  const { bible } = story;
  return {
    ...story,
    people,
    scenes,
    facts: readFacts({ bible, scenes, people }),
    handlings: readHandlings(scenes, people),
  };
}

/** The scene with this id. */
export function sceneById({ scenes }: Pick<Ledger, 'scenes'>, id: string): StagedScene | undefined {
  return scenes.find((scene) => scene.id === id);
}
