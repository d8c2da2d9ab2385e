import { z } from 'zod';
import { Character, Plot, Setting, Theme, Voice } from '../bibles/index.ts';
import { type Run, type StepAsk, step } from '../steps/index.ts';
import { MOST, type Premise, type PremiseInput } from './premise.ts';
import { bullets, size } from './print.ts';

/** What each of the four bible questions reads. */
export interface EntriesInput extends PremiseInput {
  readonly premise: Premise;
}

const name = z.string().min(1);
/** Habits that hold for everybody; forms of address for one partner come with use. */
const voice = Voice.omit({ partners: true });

/** The people of the premise, each with want, need, fear, contradiction and voice. */
export const Characters = z.object({
  characters: z
    .array(
      Character.pick({
        role: true,
        age: true,
        look: true,
        want: true,
        need: true,
        fear: true,
        contradiction: true,
      }).extend({ name, voice, backstory: z.string() }),
    )
    .min(2)
    .max(MOST),
});
/** The places of the premise. */
export const Settings = z.object({
  settings: z
    .array(Setting.pick({ interior: true, look: true, sound: true }).extend({ name, rules: z.string() }))
    .min(1)
    .max(MOST),
});
/** The threads of the plot. */
export const Plots = z.object({
  plots: z
    .array(Plot.omit({ notes: true }).extend({ name }))
    .min(1)
    .max(4),
});
/** What the story argues about. */
export const Themes = z.object({
  themes: z
    .array(Theme.pick({ question: true, argument: true, counter: true }).extend({ name, images: z.string() }))
    .min(1)
    .max(2),
});

/** Develop every person of the premise. */
export const developCharacters = (run: Run, input: EntriesInput): Promise<z.infer<typeof Characters>> =>
  step(run, ask('characters', Characters, input));
/** Develop every place of the premise. */
export const developSettings = (run: Run, input: EntriesInput): Promise<z.infer<typeof Settings>> =>
  step(run, ask('settings', Settings, input));
/** Develop the plot threads. */
export const developPlots = (run: Run, input: EntriesInput): Promise<z.infer<typeof Plots>> =>
  step(run, ask('plots', Plots, input));
/** Develop the theme. */
export const developThemes = (run: Run, input: EntriesInput): Promise<z.infer<typeof Themes>> =>
  step(run, ask('themes', Themes, input));

function ask<T>(part: string, schema: z.ZodType<T>, input: EntriesInput): StepAsk<T> {
  const { premise } = input;
  return {
    slot: `bible/${part}`,
    prompt: `bible.${part}`,
    input: { ...input },
    variables: {
      logline: input.logline,
      size: size(input),
      title: premise.title,
      genre: premise.genre,
      tone: premise.tone,
      premise: premise.premise,
      people: bullets(premise.people.map((person) => `${person.name} (${person.role}): ${person.sketch}`)),
      places: bullets(premise.places.map((place) => `${place.name}: ${place.sketch}`)),
    },
    schema,
    references: [{ source: 'premise', field: 'text', label: 'premise', version: 'v1' }],
  };
}
