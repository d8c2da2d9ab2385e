import type { Story } from '../agents/index.ts';
import { headingOf } from '../generators/index.ts';
import { sceneText } from '../markup/index.ts';
import type { Block, Screenplay } from '../screenplay/index.ts';
import type { Draft } from './draft.ts';
import type { Origin } from './origin.ts';

/** Who wrote a draft, for its title page. */
export interface Credit {
  readonly model: string;
  readonly isLanguageModel: boolean;
}

/**
 * Put drafts into one screenplay, in the outline's order. Pure.
 *
 * With an `origin`, its title page, what stands before its first scene, and the headings of the scenes that are still
 * its own stay as they were read. A scene without a draft leaves a marked gap: its heading, and a line that says so.
 */
export function assembleScript(
  story: Story,
  drafts: ReadonlyMap<string, Draft>,
  { origin, ...credit }: Credit & { readonly origin?: Origin | undefined },
): Screenplay {
  const scenes = story.outline.cards.flatMap((card, place): readonly Block[] => {
    const draft = drafts.get(card.id);
    const edit = story.markup?.edits.get(card.id);
    const own = draft?.pinned === true ? origin?.headings[card.id] : undefined;
    const heading = edit?.heading ?? own ?? { type: 'sceneHeading', text: headingOf(story.bible, card) };
    return [
      { ...heading, id: card.id },
      ...(draft || edit ? sceneText(draft?.blocks ?? [], edit).blocks : [gap(place + 1)]),
    ];
  });
  const outside = story.markup?.front;
  if (origin !== undefined) {
    const { front, headings: _, ...rest } = origin;
    return {
      ...rest,
      titlePage: outside?.titlePage ?? rest.titlePage,
      children: [...(outside?.front ?? front), ...scenes, ...(outside?.end ?? [])],
    };
  }
  return {
    type: 'screenplay',
    titlePage:
      outside?.titlePage !== undefined
        ? outside.titlePage
        : {
            entries: [
              { key: 'Title', lines: [story.script.title.toUpperCase()] },
              { key: 'Credit', lines: ['a draft by'] },
              {
                key: 'Author',
                lines: [credit.isLanguageModel ? `ScriptGen with ${credit.model}` : 'the ScriptGen offline writer'],
              },
              ...(credit.isLanguageModel
                ? []
                : [{ key: 'Notes', lines: [`${credit.model}: no language model wrote this draft.`] }]),
            ],
          },
    children: [
      ...(outside?.front ?? [{ type: 'action', text: 'FADE IN:' }]),
      ...scenes,
      ...(outside?.end ?? [{ type: 'transition', text: 'FADE OUT.' }]),
    ],
  };
}

function gap(number: number): Block {
  return { type: 'action', text: `*** SCENE ${number} IS NOT WRITTEN YET. Run "scriptgen build" to write it. ***` };
}
