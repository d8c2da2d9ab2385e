import { plainText } from '../../screenplay/index.ts';
import { likeness } from './align.ts';
import type { GivingStep, Said, StepAnswer } from './origin.ts';
import type { Passage } from './passage.ts';

/** The steps of a scene that give words, in the order in which they come; others read, judge and quote. */
const STAGES: Readonly<Record<string, number>> = {
  'scene.lines': 0,
  'scene.together': 0,
  'scene.turn': 0,
  'scene.direct': 1,
  'scene.revise': 2,
  'scene.surface': 3,
};

/** How alike words must be for a step to have given another's words a new form. */
const SAME_WORDS = 0.5;

/**
 * Which steps gave a generated passage its words: the first that said just this, and those behind it that took it on. Where
 * the director is the first and a character had offered much the same, the words are the character's, and their form the
 * director's.
 */
export function givingSteps({ text }: Passage, answers: readonly StepAnswer[]): readonly GivingStep[] {
  const staged = answers
    .filter(({ task }) => STAGES[task] !== undefined)
    .toSorted((a, b) => (STAGES[a.task] ?? 0) - (STAGES[b.task] ?? 0));
  const wanted = plain(text);
  const saying = staged.flatMap((answer) => {
    const said = answer.said.find((one) => plain(one.text) === wanted);
    return said === undefined ? [] : [{ answer, said }];
  });
  const [first, ...later] = saying;
  if (first === undefined) {
    const near = mostAlike(text, staged);
    return near === undefined ? [] : [giving(near.answer, near.said, 'wrote')];
  }
  const taken = later.map(({ answer, said }) => giving(answer, said, 'kept'));
  const offers = first.answer.task === 'scene.direct' ? staged.filter(({ task }) => STAGES[task] === 0) : [];
  const offered = mostAlike(text, offers);
  if (offered === undefined) return [giving(first.answer, first.said, 'wrote'), ...taken];
  return [giving(offered.answer, offered.said, 'wrote'), giving(first.answer, first.said, 'changed'), ...taken];
}

interface Saying {
  readonly answer: StepAnswer;
  readonly said: Said;
}

function mostAlike(text: string, answers: readonly StepAnswer[]): Saying | undefined {
  let best: Saying | undefined;
  let most = SAME_WORDS;
  for (const answer of answers)
    for (const said of answer.said) {
      const share = likeness(said.text, text);
      if (share >= most && (best === undefined || share > most)) [best, most] = [{ answer, said }, share];
    }
  return best;
}

function giving({ said: _, ...answer }: StepAnswer, { note }: Said, part: GivingStep['part']): GivingStep {
  return { ...answer, part, ...(note === undefined ? {} : { note }) };
}

/** Words as they are compared: layout puts transitions in capitals. */
function plain(text: string): string {
  return plainText(text).replaceAll(/\s+/g, ' ').trim().toLowerCase();
}
