import type { BeatsAnswer, BeatsInput } from './beats.ts';
import { bullets } from './print.ts';
import { planVariables, printSpine } from './spine.ts';

/** What is planned above the cards, as every question about cards reads it. */
export interface CardPlan extends Pick<BeatsInput, 'spine' | 'sequences' | 'structure'> {
  readonly beats: BeatsAnswer;
}

/** A plant or a reveal under the key by which cards name it. */
export interface Keyed {
  readonly key: string;
  readonly text: string;
  /** The sequence in which it is planted, or learnt, from 1. */
  readonly from: number;
  /** The sequence in which it is paid off, from 1; 0 for what is left open, and for a reveal. */
  readonly to: number;
}

/** The plants of a beat sheet, `p1` and so on. */
export function plantsOf({ plants }: Pick<BeatsAnswer, 'plants'>): readonly Keyed[] {
  return plants.map(({ what, plantedIn, paidIn }, at) => ({
    key: `p${at + 1}`,
    text: what,
    from: plantedIn,
    to: paidIn,
  }));
}

/** The reveals of a beat sheet, `r1` and so on. */
export function revealsOf({ reveals }: Pick<BeatsAnswer, 'reveals'>): readonly Keyed[] {
  return reveals.map(({ fact, learntIn }, at) => ({ key: `r${at + 1}`, text: fact, from: learntIn, to: 0 }));
}

/** The part of a prompt that all questions about the cards of a script have in common. */
export function cardPlanVariables(input: Parameters<typeof planVariables>[0] & CardPlan) {
  const { beats } = input;
  const plant = ({ key, text, from, to }: Keyed): string =>
    `${key}: ${text} Set up in sequence ${from}, ${to === 0 ? 'left open' : `paid off in ${to}`}.`;
  return {
    ...planVariables(input),
    spine: printSpine(input.spine),
    sequences: beats.sequences.map((s, at) => `${at + 1}. ${s.title}: ${s.purpose} Ends: ${s.ends}`).join('\n'),
    plants: bullets(plantsOf(beats).map(plant)),
    reveals: bullets(
      revealsOf(beats).map(({ key, text, from }) => `${key}: ${text} First learnt in sequence ${from}.`),
    ),
  };
}

/** The beats of the structure in one sequence, each with what happens at it, where the beat sheet says. */
export function beatsIn({ structure, beats }: CardPlan, sequence: number): readonly string[] {
  return structure
    .filter((beat) => beat.sequence === sequence)
    .map(({ id, purpose, scene }) => {
      const event = beats.beats.find(({ beat }) => beat === id)?.event;
      return `${id}, near scene ${scene}: ${event ?? purpose}`;
    });
}
