import { z } from 'zod';
import { oneOf, someOf } from './closed-list.ts';

/** The closed lists of a scene card. */
export interface CardLists {
  readonly characters: readonly string[];
  readonly settings: readonly string[];
  readonly plots: readonly string[];
  /** Ids of beats of the structure. */
  readonly beats: readonly string[];
  /** Keys of plants. */
  readonly plants: readonly string[];
}

/** A scene card as a planner gives it: people and places are named, and the names are closed lists. */
export function CardAnswer({ characters, settings, plots, beats, plants }: CardLists) {
  const person = oneOf(characters);
  const knowledge = z.array(z.object({ character: person, fact: z.string().min(1) }));
  return z.object({
    interior: z.boolean(),
    setting: oneOf(settings),
    time: z.enum(['DAY', 'NIGHT', 'MORNING', 'EVENING', 'DAWN', 'DUSK', 'LATER', 'CONTINUOUS']),
    mode: z.enum(['present', 'flashback', 'flash-forward', 'dream']),
    storyTime: z.number().describe('Days from the start of the story, for a flashback or flash-forward; else 0.'),
    cast: z.array(person).min(1).describe('Everybody on stage.'),
    speakers: z.array(person).describe('Those of the cast who speak; empty for a silent scene.'),
    extras: z
      .array(z.object({ name: z.string().min(1), sketch: z.string().min(1) }))
      .max(4)
      .describe('Others who say a line or two.'),
    lead: person.describe('Who drives the scene: one of the cast.'),
    goal: z.string().min(1).describe('What the lead wants here and now.'),
    opposition: z.string().min(1).describe('Who or what stands against it.'),
    turn: z.object({ from: z.string().min(1), to: z.string().min(1) }).describe('The value that changes.'),
    change: z.enum(['better', 'worse', 'mixed']).describe('What the turn is for the lead.'),
    tension: z.number().min(1).max(10),
    beats: z.array(z.string().min(1)).min(1).max(6).describe('What happens, in order, each a change.'),
    pattern: z.string().min(1).describe('The dramatic pattern in a word or two; neighbours differ.'),
    length: z.enum(['flash', 'short', 'standard', 'setPiece']),
    image: z.string().describe('The one picture or gesture of this scene alone.'),
    learns: knowledge,
    uses: knowledge,
    setsUp: someOf(plants),
    paysOff: someOf(plants),
    beat: oneOf(['', ...beats]).describe('The beat of the structure that falls here, if one does.'),
    becauseOf: z.array(z.number().int()).describe('Numbers of earlier scenes this one follows from.'),
    threads: someOf(plots),
    synopsis: z.string().min(1).describe('One sentence.'),
  });
}

/** A scene card as a planner gives it. */
export type CardAnswer = z.infer<ReturnType<typeof CardAnswer>>;
