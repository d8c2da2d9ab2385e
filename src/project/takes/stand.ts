import type { Story } from '../../agents/index.ts';
import type { SceneCard } from '../../bibles/index.ts';
import { type Choice, type Edit, textOfScene } from '../../markup/index.ts';
import { type Draft, draftsFrom, placeOf } from '../../orchestrator/index.ts';
import { type Block, diffScreenplays, type Screenplay, type ScriptDiff } from '../../screenplay/index.ts';
import type { ScenePlace } from '../../steps/index.ts';
import { cardNamed, type Desk } from '../bible/desk.ts';
import type { Wiring } from '../wiring.ts';
import { type Take, takeNumbered, takesIn } from './take.ts';

/** A scene with its takes, read once. */
export interface TakeStand {
  readonly story: Story;
  readonly desk: Desk;
  readonly card: SceneCard;
  readonly place: ScenePlace;
  readonly takes: readonly Take[];
  readonly choice: Choice | undefined;
  readonly draft: Draft | undefined;
  readonly edit: Edit | undefined;
  /** The scene as it reads, without the heading. */
  readonly current: readonly Block[];
}

/** Read a scene with its takes. @throws ScriptGenError `scene/not-found` */
export async function takesOf(wiring: Wiring, id: string, scene: string): Promise<TakeStand> {
  const script = await wiring.getScript(id);
  const [story, desk] = await Promise.all([wiring.storyOf(script), wiring.deskOf(script)]);
  const card = cardNamed(story.outline, scene, script.title);
  const artifacts = await desk.runs.loadArtifacts(script.id);
  const draft = draftsFrom(artifacts).get(card.id);
  const { markup } = story;
  return {
    ...{ story, desk, card, draft },
    place: placeOf(story, card, story.outline.cards.indexOf(card)),
    takes: takesIn(artifacts, card.id),
    choice: markup?.choices.get(card.id),
    edit: markup?.edits.get(card.id),
    current: textOfScene(markup, { scene: card.id, blocks: draft?.blocks ?? [] }).blocks,
  };
}

/** From the scene as it reads to a take, or from that take to another. */
export function compareTakes({ takes, place, current }: TakeStand, take: number, other?: number): ScriptDiff {
  const one = takeNumbered(takes, take, place.number).blocks;
  if (other === undefined) return compareTexts(current, one);
  return compareTexts(one, takeNumbered(takes, other, place.number).blocks);
}

/** From one text of a scene to another. Ids of generated blocks count them, and say nothing of which block is which. */
export function compareTexts(before: readonly Block[], after: readonly Block[]): ScriptDiff {
  return diffScreenplays(scriptOf(before), scriptOf(after));
}

function scriptOf(blocks: readonly Block[]): Screenplay {
  return { type: 'screenplay', titlePage: null, children: blocks.map(({ id: _, ...block }) => block as Block) };
}
