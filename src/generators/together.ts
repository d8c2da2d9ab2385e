import { z } from 'zod';
import { type ContextEntry, printContext } from '../bibles/index.ts';
import { canonicalJson, type Reference } from '../core/index.ts';
import { type Run, type StepAsk, step } from '../steps/index.ts';
import { LinesAnswer } from './lines.ts';
import { bullets } from './print.ts';
import { printBrief, printStage, type SceneBrief, type SceneInput } from './scene.ts';

/** What one of several people in a question reads: as much as they would alone. */
export interface TogetherPart extends Pick<SceneInput, 'bible'> {
  readonly self: string;
  readonly knows: readonly string[];
  /** What comes out in the scene, as far as it is not kept from them. */
  readonly learns: SceneBrief['learns'];
  /** What of their knowledge the scene needs. */
  readonly uses?: SceneBrief['uses'];
}

/** What a question to several people in one scene reads: the card, and each one's own part. */
export interface TogetherInput {
  readonly title: string;
  readonly scene: Omit<SceneBrief, 'learns' | 'uses'>;
  readonly parts: readonly TogetherPart[];
}

/** The answer of several people: an offer each, under their own name, so that none can be left out or mistaken for another. */
export function TogetherAnswer(names: readonly string[]) {
  return z.object(
    Object.fromEntries(
      names.map((name, place) => [
        `speaker${place + 1}`,
        LinesAnswer.extend({ character: z.enum([name]).describe('Whose offer it is.') }),
      ]),
    ),
  );
}
export type TogetherAnswer = z.infer<ReturnType<typeof TogetherAnswer>>;

/** Ask several people of one scene for their lines in one request. The offers come in the order of the parts. */
export async function askTogether(
  run: Run,
  at: { readonly scene: string; readonly take: number },
  input: TogetherInput,
  references: readonly Reference[],
): Promise<readonly { readonly character: string; readonly offer: LinesAnswer }[]> {
  const answer = await step(run, togetherAsk(at, input, references));
  return Object.values(answer).map(({ character, ...offer }) => ({ character, offer }));
}

/** The question as a step. */
export function togetherAsk(
  at: { readonly scene: string; readonly take: number },
  input: TogetherInput,
  references: readonly Reference[],
): StepAsk<TogetherAnswer> {
  const names = input.parts.map(({ self }) => self);
  const { common, apart } = shared(input);
  return {
    slot: `${at.scene}/lines/${names.join('+')}`,
    agent: names.join(', '),
    scene: at.scene,
    take: at.take,
    prompt: 'scene.together',
    input: { ...input },
    variables: {
      title: input.title,
      speakers: names.map((name, place) => `speaker${place + 1}: ${name}`).join('\n'),
      dossiers: printContext({ entries: input.parts.flatMap((part) => part.bible.filter(isSelf(part))) }),
      stage: printStage(common.bible),
      knows: bullets(common.knows),
      apart: apart.join('\n') || 'nothing: what one of you knows, all of you know',
      scene: printBrief({ ...input.scene, learns: common.learns }),
    },
    schema: TogetherAnswer(names),
    references,
    family: `${at.scene}/lines/`,
  };
}

function isSelf({ self }: TogetherPart): (entry: ContextEntry) => boolean {
  return ({ kind, name }) => kind === 'character' && name === self;
}

/** What all of them see alike, and what only one of them knows, in words. The people themselves are dossiers, not stage. */
function shared({ parts }: TogetherInput): {
  readonly common: Pick<TogetherPart, 'bible' | 'knows' | 'learns'>;
  readonly apart: readonly string[];
} {
  const others = parts.map((part) => part.bible.filter((entry) => !parts.some((one) => isSelf(one)(entry))));
  const entries = splitCommon(others);
  const knows = splitCommon(parts.map((part) => part.knows));
  const learns = splitCommon(parts.map((part) => part.learns));
  const apart = parts.flatMap(({ self, uses = [] }, place) => [
    ...(knows.own[place] ?? []).map((text) => `- only ${self} knows: ${text}`),
    ...(learns.own[place] ?? []).map(({ character, fact }) => `- only ${self} knows that ${character} learns: ${fact}`),
    ...uses.map(({ fact }) => `- ${self} needs here what they know: ${fact}`),
    ...(entries.own[place] ?? []).map((entry) => `- only to ${self}, ${printContext({ entries: [entry] })}`),
  ]);
  return { common: { bible: entries.common, knows: knows.common, learns: learns.common }, apart };
}

/** What stands in every list, and what is left in each. */
function splitCommon<T>(lists: readonly (readonly T[])[]): {
  readonly common: readonly T[];
  readonly own: readonly (readonly T[])[];
} {
  const texts = lists.map((list) => new Set(list.map((one) => canonicalJson(one))));
  const isCommon = (one: T): boolean => texts.every((known) => known.has(canonicalJson(one)));
  return {
    common: (lists[0] ?? []).filter(isCommon),
    own: lists.map((list) => list.filter((one) => !isCommon(one))),
  };
}
