import { type Bible, entryById, type Outline, type SceneCard, timelineOf } from '../../bibles/index.ts';
import {
  type Block,
  characterName,
  type Dialogue,
  dialoguesOf,
  lettersOf,
  plainText,
  type Scene,
  type Screenplay,
  scenesOf,
} from '../../screenplay/index.ts';
import { modeBegunBy, modeOf } from './mode.ts';
import type { People } from './people.ts';
import type { Element, Mode, StagedScene } from './staged.ts';

/** A voice over the scene: nobody need be there, or alive. */
const OVER = /\bV\.?\s?O\b|PRE-?LAP|PHONE|RADIO|TELEVISION|\bTV\b|FILTER|RECORD|INTERCOM|VIDEO|SCREEN|TAPE|LETTER/i;
const OVER_ASIDE =
  /\b(?:over|on|through) (?:the )?(?:phone|telephone|radio|intercom|speaker|television|tv|tape)\b|\brecorded\b|\bfiltered\b/i;
const OFF = /\bO\.?\s?[SC]\b|OFF[ -]?SCREEN|OFF[ -]?CAMERA/i;
const OFF_ASIDE =
  /\b(?:through|behind|from behind) the (?:door|wall|curtain)\b|\b(?:off|outside|from below|from above|from the next room)\b/i;

/** A script scene by scene. Scenes have the cards of the outline, by id, or else by heading where it says the same. */
export function stageScript(
  {
    bible,
    outline,
    screenplay,
  }: { readonly bible: Bible; readonly outline?: Outline; readonly screenplay: Screenplay },
  people: People,
): readonly StagedScene[] {
  const parts = scenesOf(screenplay).filter(({ heading, blocks }) => heading !== undefined || blocks.some(isSpoken));
  const named = new Set(parts.map(({ heading }) => heading?.id));
  const cardOf = cardFinder(bible, outline?.cards ?? [], named);
  let begun: Mode = 'present';
  const scenes = parts.map((part, at) => {
    const heading = part.heading === undefined ? '' : plainText(part.heading.text);
    const card = part.heading === undefined ? undefined : cardOf(part.heading.id, heading);
    const told = modeOf(heading);
    if (told === 'present') begun = 'present';
    const mode = card?.mode ?? told ?? begun;
    begun = part.blocks.reduce<Mode>((last, block) => modeBegun(block) ?? last, begun);
    const id = card?.id ?? part.heading?.id ?? `scene-${at + 1}`;
    return { id, number: at + 1, heading, block: part.from, mode, card, elements: elementsOf(part, id, people) };
  });
  const { rank } = timelineOf({ cards: scenes.map(({ id, mode, card }) => ({ ...(card ?? BLANK), id, mode })) });
  return scenes.map(({ card, ...scene }) => ({
    ...scene,
    rank: rank(scene.id) ?? 0,
    ...(card === undefined ? {} : { card }),
  }));
}

/** Stands for the card of a scene that has none, where only its place in story time is asked for. */
const BLANK: Omit<SceneCard, 'id'> = {
  version: 0,
  interior: true,
  setting: '',
  time: '',
  cast: [],
  speakers: [],
  lead: '',
  goal: '',
  opposition: '',
  turn: { from: '', to: '' },
  tension: 1,
  beats: [],
  pattern: '',
  length: 'short',
  learns: [],
  becauseOf: [],
  threads: [],
  synopsis: '',
};

/** Finds cards: by id, else the next one whose heading says the same and whose id no heading has. */
function cardFinder(bible: Bible, cards: readonly SceneCard[], named: ReadonlySet<string | undefined>) {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const byHeading = new Map<string, SceneCard[]>();
  for (const card of cards.filter(({ id }) => !named.has(id))) {
    const place = entryById(bible, card.setting)?.name ?? card.setting;
    const key = lettersOf(`${card.interior ? 'INT' : 'EXT'}${place}${card.time}`);
    byHeading.set(key, [...(byHeading.get(key) ?? []), card]);
  }
  return (id: string | undefined, heading: string): SceneCard | undefined =>
    (id === undefined ? undefined : byId.get(id)) ?? byHeading.get(lettersOf(heading))?.shift();
}

function modeBegun(block: Block): Mode | undefined {
  if (block.type !== 'action' && block.type !== 'transition' && block.type !== 'centered') return undefined;
  return modeBegunBy(plainText(block.text));
}

function isSpoken(block: Block): boolean {
  return dialoguesOf(block).length > 0;
}

function elementsOf({ blocks, from }: Scene, scene: string, people: People): readonly Element[] {
  return blocks.flatMap((block, at): readonly Element[] => {
    const id = block.id ?? `${scene}.${at}`;
    if (block.type === 'action' || block.type === 'shot' || block.type === 'general')
      return [{ id, type: 'action', text: plainText(block.text), cue: '', heard: 'here', block: from + at }];
    return dialoguesOf(block).map((dialogue, side) => {
      const cue = characterName(dialogue.name);
      const speaker = people.byCue(cue);
      return {
        id: side === 0 ? id : `${id}.${side}`,
        type: 'speech',
        text: saidIn(dialogue),
        cue,
        ...(speaker === undefined ? {} : { speaker }),
        heard: heardIn(dialogue),
        block: from + at,
      };
    });
  });
}

function saidIn({ parts }: Dialogue): string {
  return parts.flatMap(({ type, text }) => (type === 'parenthetical' ? [] : [plainText(text)])).join('\n');
}

function heardIn({ extensions, parts }: Dialogue): Element['heard'] {
  const asides = parts.flatMap(({ type, text }) => (type === 'parenthetical' ? [text] : []));
  if (extensions.some((one) => OVER.test(one)) || asides.some((one) => OVER_ASIDE.test(one))) return 'over';
  return extensions.some((one) => OFF.test(one)) || asides.some((one) => OFF_ASIDE.test(one)) ? 'off' : 'here';
}
