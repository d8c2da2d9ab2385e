import type { SceneBrief, SceneElement } from '../../generators/index.ts';
import { countWords, shortName } from './slots.ts';

/** A note of the offline critique. `element` counts from 1; `quote` stands in that element word for word. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'blocker' | 'major' | 'minor';
  readonly element: number;
  readonly quote: string;
  readonly message: string;
  readonly fix: string;
}

/** A rule that code can decide. */
export type Check = (elements: readonly SceneElement[], scene: SceneBrief) => readonly Finding[];

const words = (text: string): readonly RegExpMatchArray[] => [
  ...text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu),
];

/** Four words in a row that stood earlier in the scene. One note for each element that repeats. */
export const repeatedPhrase: Check = (elements) => {
  const seen = new Map<string, number>();
  return elements.flatMap((element, index): readonly Finding[] => {
    const tokens = words(element.text);
    const grams = tokens.slice(0, -3).map((token, at) => ({
      key: tokens
        .slice(at, at + 4)
        .map(([word]) => word.toLowerCase())
        .join(' '),
      start: token.index,
      end: (tokens[at + 3]?.index ?? 0) + (tokens[at + 3]?.[0].length ?? 0),
    }));
    const again = grams.find(({ key }) => seen.has(key));
    const before = again && seen.get(again.key);
    for (const { key } of grams) if (!seen.has(key)) seen.set(key, index + 1);
    if (!again || before === index + 1) return [];
    const quote = element.text.slice(again.start, again.end);
    return [
      note(
        'surface/repetition',
        'minor',
        index + 1,
        quote,
        `Element ${before} has the same words, so they mean less here.`,
        'Say it in other words, or cut it.',
      ),
    ];
  });
};

/** A speech over thirty words. A big scene may have one of more than fifty: that one was meant. */
export const longLine: Check = (elements, { length }) =>
  each(elements, 'line', ({ text }, at) =>
    countWords(text) > 30 && !(length === 'setPiece' && countWords(text) > 50 && isOnlyOne(elements, text))
      ? [
          note(
            'line/length',
            'major',
            at,
            text,
            `${countWords(text)} words in one breath; the audience is ahead by the middle.`,
            'Keep the first sentence or two, and let the rest be guessed.',
          ),
        ]
      : [],
  );

function isOnlyOne(elements: readonly SceneElement[], text: string): boolean {
  return elements.find((element) => element.type === 'line' && countWords(element.text) > 50)?.text === text;
}

/** Somebody who names the listener more than once in the scene. */
export const naming: Check = (elements, scene) =>
  scene.speakers.flatMap((speaker) =>
    scene.speakers
      .filter((name) => name !== speaker)
      .flatMap((name): readonly Finding[] => {
        const called = shortName(name);
        const hits = elements.flatMap(({ type, character, text }, index) => {
          const found = type === 'line' && character === speaker ? text.match(vocative(called)) : null;
          return found ? [{ at: index + 1, quote: found[1] ?? found[0] }] : [];
        });
        const second = hits[1];
        return second
          ? [
              note(
                'line/naming',
                'minor',
                second.at,
                second.quote,
                `${speaker} has called ${called} by name already; people in a room rarely do.`,
                'Cut the name.',
              ),
            ]
          : [];
      }),
  );

/** A name as it is called out: between commas, or at either end of a sentence. */
export function vocative(name: string): RegExp {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:^|[.?!] )(${plain}),|, (${plain})(?=[.,?!])`);
}

const FEELING =
  /\bI(?:['’]m| am| feel| was) (?:so |very |really |just |too )*(?:angry|sad|happy|afraid|scared|hurt|jealous|ashamed|lonely|furious|devastated|heartbroken|betrayed|guilty|terrified|in love|proud of you|disappointed|relieved|nervous|anxious|frustrated|overwhelmed)\b/i;

/** A feeling that is named where it should be seen. */
export const onTheNose: Check = (elements) =>
  each(elements, 'line', ({ text }, at) => {
    const quote = FEELING.exec(text)?.[0];
    return quote
      ? [
          note(
            'line/on-the-nose',
            'major',
            at,
            quote,
            'The feeling is announced, so there is nothing left to see.',
            'Let it be something done or asked for instead.',
          ),
        ]
      : [];
  });

/** A question met with a question met with a question, more than once. */
export const questionChains: Check = (elements) => {
  const lines = elements.map((element, index) => ({ ...element, at: index + 1 })).filter(({ type }) => type === 'line');
  const chains = lines.filter((line, index) =>
    [line, lines[index - 1], lines[index - 2]].every((each) => each?.text.trim().endsWith('?')),
  );
  const [, second] = chains;
  return second
    ? [
        note(
          'scene/question-chain',
          'minor',
          second.at,
          second.text,
          'Question answers question too often; nobody has to give anything away.',
          'Answer this one, badly.',
        ),
      ]
    : [];
};

const NOT_ADVERBS =
  /^(?:only|family|early|ugly|holy|fly|belly|bully|july|italy|lily|jelly|reply|supply|apply|rely|ally|assembly|daily|weekly|monthly|lonely|lovely|silly|friendly|elderly|likely|curly|oily|wooly|woolly|hilly|chilly|smelly|deadly|kindly|really|nearly|barely|hardly|butterfly|anomaly|melancholy|molly|sally|billy|emily|polly|kelly|orderly|bodily|homely|comply|multiply|imply|sly|ply|rally|tally|folly|trolley|holly|wily|burly|surly|unruly|leisurely|scholarly|cowardly|heavenly|costly|worldly|stately|lively|timely|shapely|disorderly)$/i;

/** Adverbs in -ly that tell how where the action should show it: two or more in the scene. */
export const adverbs: Check = (elements) => {
  const found = elements.flatMap(({ type, text }, index) =>
    type === 'action'
      ? words(text)
          .filter(
            ([word], place) =>
              /\p{L}{3,}ly$/u.test(word) && !NOT_ADVERBS.test(word) && (/^\p{Ll}/u.test(word) || place === 0),
          )
          .map(([word]) => ({ at: index + 1, word }))
      : [],
  );
  const first = found.filter(({ at }, index) => found.findIndex((other) => other.at === at) === index);
  return found.length < 2
    ? []
    : first
        .slice(0, 3)
        .map(({ at, word }) =>
          note(
            'action/adverb',
            'minor',
            at,
            word,
            'An adverb tells the camera what to think.',
            `Cut “${word}”, or find the verb that holds it.`,
          ),
        );
};

/** A block of action over sixty words. */
export const longAction: Check = (elements) =>
  each(elements, 'action', ({ text }, at) =>
    countWords(text) > 60
      ? [
          note(
            'action/length',
            'major',
            at,
            text,
            `${countWords(text)} words in one block; on the page it is skipped.`,
            'Break it where the eye would cut.',
          ),
        ]
      : [],
  );

/** Two actions in a row that share most of their words. */
export const sameAction: Check = (elements) => {
  const actions = elements
    .map((element, index) => ({ ...element, at: index + 1 }))
    .filter(({ type }) => type === 'action');
  return actions.flatMap((here, index): readonly Finding[] => {
    const before = actions[index - 1];
    if (!before || similarity(before.text, here.text) < 0.6) return [];
    return [
      note(
        'action/repetition',
        'major',
        here.at,
        here.text,
        'It is the action before it once more.',
        'Cut it, or let something else happen.',
      ),
    ];
  });
};

function similarity(one: string, two: string): number {
  const [a, b] = [one, two].map((text) => new Set(words(text).map(([word]) => word.toLowerCase())));
  if (!a || !b || Math.min(a.size, b.size) < 4) return 0;
  return [...a].filter((word) => b.has(word)).length / Math.max(a.size, b.size);
}

/** A scene of some length that stops in talk: its last two elements are one speaker's, or it asks and nothing follows. */
export const noEnding: Check = (elements) => {
  const last = elements.findLast(({ type }) => type !== 'transition');
  const at = last ? elements.indexOf(last) + 1 : 0;
  const lines = elements.filter(({ type }) => type === 'line').length;
  const before = elements[at - 2];
  if (last?.type !== 'line' || lines < 6) return [];
  const explains = countWords(last.text) > 16;
  const continues = before?.type === 'line' && before.character === last.character;
  return explains || continues
    ? [
        note(
          'scene/no-turn',
          'major',
          at,
          last.text,
          'The scene stops in the middle of talk; nothing shows that anything changed.',
          'End on what somebody does about it.',
        ),
      ]
    : [];
};

/** The checks, in the order their notes are listed. */
export const CHECKS: readonly Check[] = [
  noEnding,
  longLine,
  longAction,
  onTheNose,
  sameAction,
  repeatedPhrase,
  naming,
  questionChains,
  adverbs,
];

function each(
  elements: readonly SceneElement[],
  type: SceneElement['type'],
  look: (element: SceneElement, at: number) => readonly Finding[],
): readonly Finding[] {
  return elements.flatMap((element, index) => (element.type === type ? look(element, index + 1) : []));
}

function note(
  rule: string,
  severity: Finding['severity'],
  element: number,
  ...[quote, message, fix]: readonly [string, string, string]
): Finding {
  return { rule, severity, element, quote, message, fix };
}
