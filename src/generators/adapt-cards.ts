import { z } from 'zod';
import { type Context, type Format, printContext } from '../bibles/index.ts';
import { fingerprint } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
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

const text = z.string().min(1);

/** Cards of `count` scenes: people are a closed list; a place may be new. */
export function GoOnAnswer({ characters, count }: Pick<GoOnInput, 'characters' | 'count'>) {
  const [one, ...others] = characters;
  const person = one === undefined ? text : z.enum([one, ...others]);
  const known = z.object({ character: person, fact: text });
  return z.object({
    cards: z
      .array(
        z.object({
          interior: z.boolean(),
          setting: text,
          time: z.enum(['DAY', 'NIGHT', 'MORNING', 'EVENING', 'DAWN', 'DUSK', 'LATER', 'CONTINUOUS']),
          cast: z.array(person).min(1).describe('Everybody on stage.'),
          speakers: z.array(person).describe('Those of the cast who speak; empty for a silent scene.'),
          lead: person,
          goal: text,
          opposition: text,
          turn: z.object({ from: text, to: text }),
          tension: z.number().min(1).max(10),
          beats: z.array(text).min(1).max(6),
          pattern: text,
          length: z.enum(['flash', 'short', 'standard', 'setPiece']),
          learns: z.array(known),
          uses: z.array(known),
          becauseOf: z.array(z.number().int()),
          synopsis: text,
        }),
      )
      .length(count),
  });
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
