import type { Story } from '../agents/index.ts';
import { headingOf } from '../generators/index.ts';
import { laidOut, textOfScene } from '../markup/index.ts';
import type { Block, Screenplay, TitlePage } from '../screenplay/index.ts';
import type { Draft } from './draft.ts';
import type { Origin } from './origin.ts';

/** Who wrote a draft, for its title page. */
export interface Credit {
  readonly model: string;
  readonly isLanguageModel: boolean;
}

/**
 * Put drafts into one screenplay, in the outline's order, under what people made of them. Pure.
 *
 * With an `origin`, its title page, what stands before its first scene, and the headings of the scenes that are still
 * its own stay as they were read. A scene without a draft leaves a marked gap: its heading, and a line that says so.
 */
export function assembleScript(
  story: Story,
  drafts: ReadonlyMap<string, Draft>,
  { origin, ...credit }: Credit & { readonly origin?: Origin | undefined },
): Screenplay {
  const { edits, front: own = {} } = story.markup ?? {};
  const scenes = story.outline.cards.flatMap((card, place): readonly Block[] => {
    const draft = drafts.get(card.id);
    const { blocks, heading } = textOfScene(story.markup, draft ?? { scene: card.id, blocks: [] });
    const read = draft?.pinned === true ? origin?.headings[card.id] : undefined;
    const written = heading === undefined ? read : { ...heading, id: card.id };
    return [
      written ?? { type: 'sceneHeading', id: card.id, text: headingOf(story.bible, card) },
      ...(draft === undefined && !edits?.has(card.id) ? [gap(place + 1)] : blocks),
    ];
  });
  const { front = [{ type: 'action', text: 'FADE IN:' }], headings: _, ...rest } = origin ?? {};
  const end: readonly Block[] = origin === undefined ? [{ type: 'transition', text: 'FADE OUT.' }] : [];
  const script: Screenplay = {
    type: 'screenplay',
    titlePage: titlePageOf(story, credit),
    ...rest,
    ...(own.titlePage === undefined ? {} : { titlePage: own.titlePage }),
    children: [...(own.front ?? front), ...scenes, ...(own.end ?? end)],
  };
  return laidOut(script, own.layout);
}

function titlePageOf({ script }: Story, credit: Credit): TitlePage {
  return {
    entries: [
      { key: 'Title', lines: [script.title.toUpperCase()] },
      { key: 'Credit', lines: ['a draft by'] },
      {
        key: 'Author',
        lines: [credit.isLanguageModel ? `ScriptGen with ${credit.model}` : 'the ScriptGen offline writer'],
      },
      ...(credit.isLanguageModel
        ? []
        : [{ key: 'Notes', lines: [`${credit.model}: no language model wrote this draft.`] }]),
    ],
  };
}

function gap(number: number): Block {
  return { type: 'action', text: `*** SCENE ${number} IS NOT WRITTEN YET. Run "scriptgen build" to write it. ***` };
}
