import type { Json } from '../../core/index.ts';
import type { ExtractAnswer } from '../../generators/index.ts';
import { readExtractAsk } from './input.ts';
import { addresses, favouriteWords, lengthOf, sentencesOf } from './measure.ts';

type Claim = ExtractAnswer['want'];

const NOTHING: Claim = { says: '', quote: '' };

/** Below so many sentences a share says nothing. */
const ENOUGH = 8;

/**
 * What can be counted of a voice, labelled as measured and quoted. Want, need, contradiction, relations and facts take
 * a reader: they stay empty, and so does what a person avoids.
 *
 * @throws ZodError when the input is not that of the task.
 */
export function measureCharacter(input: Json): Json {
  const { speeches, spoken, others } = readExtractAsk(input);
  const sentences = sentencesOf(speeches.map(({ text }) => text));
  const of = speeches.length < spoken ? `, in ${speeches.length} of ${spoken} speeches` : '';
  const voice: ExtractAnswer['voice'] = {
    vocabulary: vocabulary(sentences, others, of),
    sentences: rhythm(sentences, of),
    avoids: NOTHING,
    address: address(sentences, others, of),
  };
  const answer: ExtractAnswer = {
    voice,
    want: NOTHING,
    need: NOTHING,
    contradiction: NOTHING,
    relations: [],
    facts: [],
  };
  return answer;
}

function vocabulary(sentences: readonly string[], others: readonly string[], of: string): Claim {
  const words = favouriteWords(sentences, others).slice(0, 5);
  const [first] = words;
  if (first === undefined) return NOTHING;
  return {
    says: `Measured${of}: favours ${words.map(({ text, count }) => `“${text}” (${count})`).join(', ')}.`,
    quote: first.sentence,
  };
}

function rhythm(sentences: readonly string[], of: string): Claim {
  if (sentences.length < ENOUGH) return NOTHING;
  const lengths = sentences.map(lengthOf).toSorted((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const share = (pattern: RegExp): string =>
    `${Math.round((100 * sentences.filter((one) => pattern.test(one)).length) / sentences.length)}%`;
  const typical = sentences.find((one) => lengthOf(one) === median) ?? '';
  return {
    says: `Measured${of}: half of the sentences have ${median} words or fewer; ${share(/[?？]/u)} ask, ${share(/[!！]/u)} exclaim, ${share(/(?:…|\.\.\.|—|--)["”’]?$/u)} break off.`,
    quote: typical,
  };
}

function address(sentences: readonly string[], others: readonly string[], of: string): Claim {
  const found = addresses(sentences, others).slice(0, 4);
  const [first] = found;
  if (first === undefined) return NOTHING;
  return {
    says: `Measured${of}: calls others ${found.map(({ text, count }) => `“${text}” (${count})`).join(', ')}.`,
    quote: first.sentence,
  };
}
