/** The tokens of the generated model, each list by token. */
export interface TinyVocabulary {
  readonly tokens: readonly string[];
  /** As llama.cpp numbers them: 1 text, 2 unknown, 3 control, 6 one byte. */
  readonly types: readonly number[];
  /** What the tokenizer prefers when it joins. */
  readonly scores: readonly number[];
  /** How much the model leans to write it, alike after every text; 0 leaves that to its weights. */
  readonly biases: readonly number[];
  /** The token that ends an answer. */
  readonly end: number;
  /** The token that begins and ends a text in JSON. */
  readonly quote: number;
}

interface Token {
  readonly text: string;
  readonly type: 1 | 2 | 3 | 6;
  readonly score: number;
  readonly bias: number;
}

const TEXT = 1;
const CONTROL = 3;
const BYTE = 6;

/** All bytes, the printable characters of ASCII, a space, marks of turns, and so many made-up words. */
export function tinyVocabulary(words: number): TinyVocabulary {
  const control = (text: string): Token => ({ text, type: CONTROL, score: 0, bias: -0.2 });
  const tokens: readonly Token[] = [
    { text: '<unk>', type: 2, score: 0, bias: -5 },
    control('<s>'),
    control('</s>'),
    ...Array.from({ length: 256 }, (_, byte): Token => {
      const text = `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`;
      return { text, type: BYTE, score: 0, bias: byteBias(byte) };
    }),
    control('<|im_start|>'),
    control('<|im_end|>'),
    ...Array.from({ length: 94 }, (_, at): Token => {
      const text = String.fromCharCode(33 + at);
      return { text, type: TEXT, score: -at - 33, bias: characterBias(text) };
    }),
    { text: '\u2581', type: TEXT, score: -1, bias: 0 },
    ...Array.from({ length: words }, (_, at): Token => {
      return { text: `\u2581w${at.toString(36)}`, type: TEXT, score: -1000 - at, bias: 0 };
    }),
  ];
  return {
    tokens: tokens.map(({ text }) => text),
    types: tokens.map(({ type }) => type),
    scores: tokens.map(({ score }) => score),
    biases: tokens.map(({ bias }) => bias),
    end: tokens.findIndex(({ text }) => text === '<|im_end|>'),
    quote: tokens.findIndex(({ text }) => text === '"'),
  };
}

/** Bytes that are no ASCII are no UTF-8 when they come at random. The others stand for characters that have tokens. */
function byteBias(byte: number): number {
  return byte < 0x80 ? -1 : -5;
}

/** Quotes and brackets end what they can end, so that answers are short; a backslash begins what is long. */
function characterBias(character: string): number {
  if (character === '"' || character === ']' || character === '}') return 0.8;
  return character === '\\' ? -1 : 0;
}
