import { type BlamedPassage, blameScene } from '../../markup/index.ts';
import { placeOf } from '../../orchestrator/index.ts';
import type { ScenePlace } from '../../steps/index.ts';
import { cardNamed } from '../bible/desk.ts';
import type { Wiring } from '../wiring.ts';
import { type Disclosure, disclosureOf } from './disclosure.ts';
import { loadHistories } from './histories.ts';
import { type Provenance, provenanceOf } from './provenance.ts';
import type { Traced } from './traced.ts';

/** A scene, and where each of its passages comes from. */
export interface SceneBlame extends ScenePlace {
  readonly passages: readonly BlamedPassage[];
}

/** The part of a project that knows whose words a script is. Asks nothing. */
export interface ProjectProvenance {
  /**
   * Say of every passage of a scene, by number or id, where its words come from: a person, steps of a model, or both.
   * @throws ScriptGenError `scene/not-found`
   */
  blame(scene: string, script?: string): Promise<SceneBlame>;
  /** Where everything comes from, as one value: steps, models, prompts, bible versions, people, money. */
  provenance(script?: string): Promise<Provenance>;
  /** How much of a script is people's, machines', or both: counts with their method, for those who have to be told. */
  disclosure(script?: string): Promise<Disclosure>;
}

/** Open that part of a project. */
export function openProvenance(wiring: Wiring): ProjectProvenance {
  const told = async (name: string | undefined): Promise<Traced> => {
    const story = await wiring.storyOf(await wiring.getScript(name));
    const histories = await loadHistories(wiring, story);
    const scenes = histories.map((history, at) => ({
      history,
      place: placeOf(story, history.card, at),
      passages: blameScene(history),
    }));
    return { script: story.script, scenes, isLanguageModel: wiring.isOfModel };
  };
  return {
    blame: async (scene, name) => {
      const story = await wiring.storyOf(await wiring.getScript(name));
      const card = cardNamed(story.outline, scene, story.script.title);
      const [history] = await loadHistories(wiring, story, [card]);
      const place = placeOf(story, card, story.outline.cards.indexOf(card));
      return { ...place, passages: history === undefined ? [] : blameScene(history) };
    },
    provenance: async (name) => provenanceOf(await told(name)),
    disclosure: async (name) => disclosureOf(await told(name)),
  };
}
