import type { Story } from '../../agents/index.ts';
import { headingOf } from '../../generators/index.ts';
import { type ExportedText, exportedText, NO_MARKUP, type ScriptNow, textOfScene } from '../../markup/index.ts';
import type { Draft } from '../../orchestrator/index.ts';
import { parseFountain, printFountain, type Screenplay } from '../../screenplay/index.ts';

/** What of a story its text lies in. */
export interface StoryText {
  readonly story: Story;
  readonly drafts: ReadonlyMap<string, Draft>;
  /** The story put together. */
  readonly screenplay: Screenplay;
}

/** A script as it is when a file comes back. */
export function scriptNow({ story, drafts, screenplay }: StoryText): ScriptNow {
  const { script, bible, outline, markup = NO_MARKUP } = story;
  const { cards } = outline;
  return {
    ...{ script: script.id, bible, cards, markup },
    generated: new Map([...drafts].flatMap(([id, { blocks }]) => (blocks === undefined ? [] : [[id, blocks]]))),
    blocks: new Map(cards.map(({ id }) => [id, blocksOf({ story, drafts }, id)])),
    text: writtenText({ story, drafts, screenplay }) ?? { titlePage: null, front: [], scenes: [], end: [] },
    headingOf: (card) => headingOf(bible, card),
  };
}

/** A script as it is written to a file, with which scene is where. `undefined` when the print does not have its scenes. */
export function writtenText({ story, drafts, screenplay }: StoryText): ExportedText | undefined {
  const cards = story.outline.cards.map(({ id }) => id);
  const last = cards.at(-1) ?? '';
  const isGap = !drafts.has(last) && !story.markup?.edits.has(last);
  const length = isGap ? 1 : blocksOf({ story, drafts }, last).length;
  const headings = screenplay.children.flatMap((block, at) => (block.type === 'sceneHeading' ? [{ block, at }] : []));
  // In production, the heading of a scene that was taken out stays.
  const present = headings.filter(({ block }) => block.omitted !== true);
  const places = new Map(present.map(({ at }, index) => [at, cards[index]]));
  const end = screenplay.children.length - (present.at(-1)?.at ?? 0) - 1 - length;
  return exportedText(
    parseFountain(printFountain(screenplay)).screenplay,
    headings.map(({ at }) => places.get(at) ?? `omitted ${at}`),
    Math.max(0, end),
  );
}

function blocksOf({ story, drafts }: Pick<StoryText, 'story' | 'drafts'>, id: string) {
  return textOfScene(story.markup, { scene: id, blocks: drafts.get(id)?.blocks ?? [] }).blocks;
}
