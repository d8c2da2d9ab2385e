import {
  type Bible,
  type BuiltIn,
  contextFor,
  type Entry,
  entriesOf,
  type Outline,
  type SceneCard,
  type Script,
} from '../bibles/index.ts';
import { deriveId } from '../core/index.ts';
import { type CardsAnswer, planBeats, planCards } from '../generators/index.ts';
import type { Run } from '../steps/index.ts';

/** The most scenes that are planned in one question. */
const SEQUENCE = 7;

/** Plan a script: its beat sheet, then the cards of every sequence side by side. */
export async function outlineScript(run: Run, script: Script, bible: Bible): Promise<Outline> {
  const context = contextFor(bible, undefined, { role: 'planner' });
  const sequences = splitScenes(script.scenes);
  const { title, logline, premise, format, scenes } = script;
  const input = { title, logline, premise, format, scenes, sequences, bible: context.entries };
  const beats = await planBeats(run, input, context);
  const names = (kind: BuiltIn): readonly string[] => entriesOf(bible, kind).map((entry) => entry.name);
  const answers = await Promise.all(
    sequences.map((_, sequence) =>
      planCards(
        run,
        {
          ...input,
          beats,
          sequence,
          firstScene: 1 + sequences.slice(0, sequence).reduce((sum, count) => sum + count, 0),
          characters: names('character'),
          settings: names('setting'),
          plots: names('plot'),
        },
        context.references,
      ),
    ),
  );
  const cards = answers.flatMap((answer) => answer.cards);
  return { cards: cards.map((card, place) => placeCard(card, { place, script, bible })) };
}

/** Split a number of scenes into sequences of nearly equal length, the longer ones first. */
export function splitScenes(scenes: number): readonly number[] {
  const count = Math.ceil(scenes / SEQUENCE);
  return Array.from({ length: count }, (_, index) => Math.floor(scenes / count) + (index < scenes % count ? 1 : 0));
}

/** Turn a planned card into one with ids. What a planner got wrong is put right: who speaks or leads is also on stage. */
function placeCard(
  card: CardsAnswer['cards'][number],
  { place, script, bible }: { place: number; script: Script; bible: Bible },
): SceneCard {
  const idOf = (name: string): string => findByName(bible, name)?.id ?? name;
  const sceneId = (number: number): string => deriveId('sc', script.id, String(number));
  return {
    ...card,
    id: sceneId(place + 1),
    version: 1,
    setting: idOf(card.setting),
    cast: [...new Set([...card.cast, ...card.speakers, card.lead])].map(idOf),
    speakers: [...new Set(card.speakers)].map(idOf),
    lead: idOf(card.lead),
    learns: card.learns.map(({ character, fact }) => ({ character: idOf(character), fact })),
    becauseOf: [...new Set(card.becauseOf)].filter((number) => number >= 1 && number <= place).map(sceneId),
    threads: [...new Set(card.threads)].map(idOf),
  };
}

function findByName(bible: Bible, name: string): Entry | undefined {
  return bible.entries.find((entry) => entry.name === name);
}
