import type { Story } from '../agents/index.ts';
import { NO_MARKUP, textOfScene } from '../markup/index.ts';
import { type RuleNotes, ruleNotes, type StandingScene } from '../rewrite/index.ts';
import { assembleScript, type Credit } from './assemble.ts';
import type { Draft } from './draft.ts';
import type { Origin } from './origin.ts';

/** What a script is put together from. */
export interface Written extends Credit {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly origin?: Origin | undefined;
}

/** The scenes of a story that have a text, as they read now. */
export function standingScenes(story: Story, { drafts, origin, ...credit }: Written): readonly StandingScene[] {
  const markup = story.markup ?? NO_MARKUP;
  let rules: RuleNotes | undefined;
  const asItStands = (): RuleNotes => {
    rules ??= ruleNotes(story, assembleScript(story, drafts, { ...credit, origin }));
    return rules;
  };
  return story.outline.cards.flatMap((card): readonly StandingScene[] => {
    const draft = drafts.get(card.id);
    const edit = markup.edits.get(card.id);
    if (draft === undefined && edit === undefined) return [];
    const { blocks } = textOfScene(markup, draft ?? { scene: card.id, blocks: [] });
    return [
      {
        ...{ story, card, blocks, asItStands },
        whole: (text) => {
          const { by, time, reason, version } = edit ?? NOBODY;
          const asText = { ...edit, scene: card.id, base: text, text, by, time, reason, version };
          const made = draft ?? { scene: card.id, heading: '', keys: [], model: '', decisions: [] };
          return assembleScript(
            { ...story, markup: { ...markup, edits: new Map([...markup.edits, [card.id, asText]]) } },
            new Map([...drafts, [card.id, { ...made, blocks: text }]]),
            { ...credit, origin },
          );
        },
      },
    ];
  });
}

const NOBODY = { by: { type: 'person', name: '' }, time: '', reason: '', version: 0 } as const;
