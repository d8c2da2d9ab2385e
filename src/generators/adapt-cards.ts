import { z } from 'zod';
import { type Context, type Format, printContext } from '../bibles/index.ts';
import { fingerprint } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { CardAnswer } from './card-answer.ts';
import { bullets, size } from './print.ts';

/** What the cards of scenes to come read. */
export interface GoOnInput {
  readonly title: string;
  readonly logline: string;
  readonly premise: string;
  readonly format: Format;
  /** Of the whole script, with those to come. */
  readonly scenes: number;
  readonly bible: Context['entries'];
  readonly characters: readonly string[];
  readonly settings: readonly string[];
  /** What each scene so far does, in order, with who learns what. */
  readonly soFar: readonly string[];
  /** How the last scene ends, in its own words; empty for one that is not written yet. */
  readonly ending: string;
  /** The number of the first scene to plan, from 1, and how many are to be planned. */
  readonly first: number;
  readonly count: number;
}

/** Cards of `count` scenes, as of any outline, without what a plan above them would say. A place may be new. */
export function GoOnAnswer({ characters, count }: Pick<GoOnInput, 'characters' | 'count'>) {
  const card = CardAnswer({ characters, settings: [], plots: [], beats: [], plants: [] })
    .omit({ mode: true, storyTime: true, setsUp: true, paysOff: true, beat: true, threads: true })
    .extend({ setting: z.string().min(1).describe('As in the list of places, or a new one.') });
  return z.object({ cards: z.array(card).length(count) });
}
export type GoOnAnswer = z.infer<ReturnType<typeof GoOnAnswer>>;

/** Plan scenes that follow those that are there. */
export function planOn(run: Run, input: GoOnInput, references: Context['references']): Promise<GoOnAnswer> {
  const { first, count } = input;
  return step(run, {
    slot: `adapt/cards/${first}`,
    prompt: 'adapt.cards',
    input: { ...input },
    variables: {
      title: input.title,
      size: size(input),
      logline: input.logline,
      premise: input.premise,
      bible: printContext({ entries: input.bible }),
      settings: bullets(input.settings),
      before: input.soFar.map((scene, at) => `${at + 1}. ${scene}`).join('\n'),
      ending: input.ending === '' ? 'It is not written yet.' : input.ending,
      first: String(first),
      last: String(first + count - 1),
      count: String(count),
    },
    schema: GoOnAnswer(input),
    references: [
      ...references,
      { source: 'scenes', field: 'synopsis', label: 'the scenes before', version: fingerprint(input.soFar) },
    ],
  });
}
