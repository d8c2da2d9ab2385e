import { z } from 'zod';
import { type Context, type Format, printContext } from '../bibles/index.ts';
import { type Run, step } from '../steps/index.ts';
import { size } from './print.ts';

/** What every question about the plan of a script reads. */
export interface PlanInput {
  readonly title: string;
  readonly logline: string;
  readonly premise: string;
  readonly format: Format;
  readonly scenes: number;
  readonly bible: Context['entries'];
}

/** What moves the protagonist, and what the story asks. */
export const Spine = z.object({
  want: z.string().min(1).describe('What the protagonist pursues and could name.'),
  need: z.string().min(1).describe('What they lack and could not name.'),
  lie: z.string().min(1).describe('What they take for true, and the story puts to the test.'),
  antagonist: z.string().min(1).describe('Who or what stands against them, and why it is right about something.'),
  question: z.string().min(1).describe('The one question that stays open until the climax.'),
});
export type Spine = z.infer<typeof Spine>;

/** Find the spine of a story: the first thing that is planned, and what all else follows from. */
export function planSpine(run: Run, input: PlanInput, context: Pick<Context, 'references'>): Promise<Spine> {
  return step(run, {
    slot: 'outline/spine',
    prompt: 'outline.spine',
    input: { ...input },
    variables: planVariables(input),
    schema: Spine,
    references: context.references,
  });
}

/** What every prompt about the plan shows, in the order in which it stands there. */
export function planVariables(input: PlanInput) {
  const { title, logline, premise, bible } = input;
  return { title, size: size(input), logline, premise, bible: printContext({ entries: bible }) };
}

/** A spine as text for a prompt. */
export function printSpine({ want, need, lie, antagonist, question }: Spine): string {
  return `Want: ${want}\nNeed: ${need}\nLie: ${lie}\nAgainst it: ${antagonist}\nQuestion: ${question}`;
}
