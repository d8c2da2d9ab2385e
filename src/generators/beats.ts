import { z } from 'zod';
import type { Context } from '../bibles/index.ts';
import { type Run, step } from '../steps/index.ts';
import { oneOf } from './closed-list.ts';
import { bullets } from './print.ts';
import { type PlanInput, planVariables, printSpine, type Spine } from './spine.ts';

/** A beat of the structure, with the sequence that it should fall in. */
export interface AskedBeat {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  /** From 1. */
  readonly sequence: number;
  /** The scene near which it should fall, if all were of one length. From 1. */
  readonly scene: number;
  readonly optional: boolean;
}

/** What the beat sheet reads. */
export interface BeatsInput extends PlanInput {
  readonly spine: Spine;
  /** Scenes in each sequence, in order: their sum is `scenes`. */
  readonly sequences: readonly number[];
  /** The beats of the structure; none where no structure is asked for. */
  readonly structure: readonly AskedBeat[];
  /** About how many things are planted. */
  readonly plants: number;
  /** About how many facts come out. */
  readonly reveals: number;
}

/** The answer for so many sequences: what each does, and what is planted, paid off and found out in which. */
export function BeatsAnswer({ sequences, structure }: Pick<BeatsInput, 'sequences' | 'structure'>) {
  const sequence = z.number().int().min(1).max(sequences.length);
  return z.object({
    sequences: z
      .array(
        z.object({
          title: z.string().min(1),
          purpose: z.string().min(1).describe('What has changed when this sequence ends, and because of what.'),
          ends: z.string().min(1).describe('The turn it ends on.'),
        }),
      )
      .length(sequences.length),
    beats: z
      .array(
        z.object({
          beat: oneOf(structure.map(({ id }) => id)),
          event: z.string().min(1).describe('What happens at this beat.'),
        }),
      )
      .max(structure.length),
    plants: z
      .array(
        z.object({
          what: z.string().min(1).describe('Something that a scene can show.'),
          plantedIn: sequence.describe('The sequence that shows it first.'),
          paidIn: z.number().int().min(0).max(sequences.length).describe('The sequence that uses it; 0: left open.'),
        }),
      )
      .max(MOST),
    reveals: z
      .array(
        z.object({
          fact: z.string().min(1).describe('A sentence that a person could repeat.'),
          learntIn: sequence.describe('The first sequence in which somebody learns it.'),
        }),
      )
      .max(MOST),
  });
}
export type BeatsAnswer = z.infer<ReturnType<typeof BeatsAnswer>>;

/** More of them than anybody can keep in mind. */
const MOST = 40;

/** Plan the sequences of a script: structure before scenes. */
export function planBeats(run: Run, input: BeatsInput, context: Pick<Context, 'references'>): Promise<BeatsAnswer> {
  const { sequences, structure } = input;
  return step(run, {
    slot: 'outline/beats',
    prompt: 'outline.beats',
    input: { ...input },
    variables: {
      ...planVariables(input),
      spine: printSpine(input.spine),
      sequences: sequences.map((scenes, index) => `Sequence ${index + 1}: ${scenes} scenes`).join('\n'),
      count: String(sequences.length),
      structure: bullets(
        structure.map(
          ({ id, name, purpose, sequence, optional }) =>
            `${id} (${name}), sequence ${sequence}: ${purpose}${optional ? ' May be left out.' : ''}`,
        ),
      ),
      plants: String(input.plants),
      reveals: String(input.reveals),
    },
    schema: BeatsAnswer(input),
    references: context.references,
  });
}
