import { z } from 'zod';
import type { Reference } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { type LinesInput, printView } from './lines.ts';

/** What everybody on stage has seen and heard of one turn: never what was meant by it. */
export interface HeardTurn {
  readonly character: string;
  /** What they did, where the others see it; `''` for nothing. */
  readonly does: string;
  readonly lines: readonly { readonly text: string; readonly parenthetical: string }[];
}

/** What a character reads when it is its turn: as much as before the scene, and what has been said and done in it. */
export interface TurnInput extends LinesInput {
  readonly heard: readonly HeardTurn[];
}

/** One turn of a character. `others` may be given the word. */
export function TurnAnswer(others: readonly string[]) {
  return z.object({
    intent: z.string().min(1).describe('What this character is trying to do to the others now.'),
    withheld: z.string().describe('The one thing they will not say.'),
    beat: z.number().int().min(1).describe('The number of the beat that is being played.'),
    does: z.string().describe('What they do that the others see, in a sentence; empty for nothing.'),
    lines: z
      .array(
        z.object({
          text: z.string().min(1).describe('What is said, and nothing else. Most lines have ten words or fewer.'),
          parenthetical: z.string().describe('How, only where the words mislead; else empty. No parentheses.'),
        }),
      )
      .max(3)
      .describe('What they say, in a line or two; none to be silent.'),
    next: z.enum(['', ...others]).describe('Whom they leave the word to, if to somebody; else empty.'),
    done: z.boolean().describe('Whether they have nothing more to say or do in this scene.'),
  });
}
export type TurnAnswer = z.infer<ReturnType<typeof TurnAnswer>>;

/** Ask one character for its next turn in a scene; `turn` counts from 1. */
export function askTurn(
  run: Run,
  at: { readonly scene: string; readonly take: number; readonly turn: number },
  input: TurnInput,
  references: readonly Reference[],
): Promise<TurnAnswer> {
  return step(run, {
    slot: `${at.scene}/turns/${at.turn}/${input.self}`,
    agent: input.self,
    scene: at.scene,
    take: at.take,
    prompt: 'scene.turn',
    input: { ...input },
    variables: {
      ...printView(input),
      heard: printTurns(input.heard) || 'nothing yet: you begin',
    },
    schema: TurnAnswer(input.scene.speakers.filter((name) => name !== input.self)),
    references,
    family: `${at.scene}/turns/`,
  });
}

/** Turns as they were seen and heard, a line each. */
export function printTurns(turns: readonly HeardTurn[]): string {
  return turns
    .flatMap(({ character, does, lines }) => [
      ...(does === '' ? [] : [`[${character}: ${does}]`]),
      ...lines.map(({ text, parenthetical }) => `${character}: ${parenthetical ? `(${parenthetical}) ` : ''}${text}`),
      ...(does === '' && lines.length === 0 ? [`[${character} says nothing]`] : []),
    ])
    .join('\n');
}
